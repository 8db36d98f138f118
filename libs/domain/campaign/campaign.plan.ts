import type { Roll } from '../calendar/duration';
import type { CivilDate } from '../kernel/kernel';
import type { ObligationKind } from '../obligation/obligation';
import type { Ladders } from '../obligation/ladder';
import {
  stageKinds,
  type Duration,
  type ExitCondition,
  type Post,
  type PostRef,
  type StageKind,
  type StageOpening,
} from '../template/template.definition';
import type { RectificationRules, StepUse } from '../template/rectification';
import type { StageInUse } from './campaign.events';
import type { Quorum } from './quorum';

/** The plan a campaign was launched with: the template's data, dated. Everything later reads the plan, not the template. */
export interface CampaignPlan {
  readonly template: { readonly slug: string; readonly version: number };
  readonly title: string;
  readonly titleEn: string;
  readonly startOn: CivilDate;
  /** The calendar version that the windows rest on. */
  readonly calendarVersion: number;
  readonly stages: readonly PlannedStage[];
  readonly aspects: readonly PlannedAspect[];
  readonly duties: {
    readonly [duty in 'lead' | 'reviewer' | 'acceptor' | 'signer' | 'triager']: readonly PostRef[];
  } & {
    /** Left out in older plans: the usual posts look back. */
    readonly examiner?: readonly PostRef[];
  };
  /** Steps that approve a rectification plan, in order: a duty of the problem, or posts. */
  readonly planChain: readonly ({ readonly duty: 'lead' } | { readonly post: readonly PostRef[] })[];
  readonly handlingLimits: { readonly [kind in ObligationKind]?: Limit };
  readonly handlingRoll: Roll;
  readonly fixTypes: {
    readonly immediate: { readonly default: Duration; readonly max: Duration; readonly roll: Roll };
    readonly timeLimited: { readonly default: Duration; readonly max: Duration };
    /** Left out in older plans: the usual rules. */
    readonly sustained?: SustainedRules;
  };
  readonly ladders: Ladders;
  /** Left out in plans that were made before there were such rules: the usual ones hold. */
  readonly rectification?: RectificationRules;
  /** Left out in older plans: there is none. */
  readonly publicNotice?: StepUse;
  /** What is to be planned and held, and the pledge to be signed; a plan of before asks for none. */
  readonly activities?: readonly PlannedActivity[];
  /** The letters with the patterns of their numbers. */
  readonly letters?: readonly { readonly kind: string; readonly number?: string }[];
  /** Whose posts sign the pledge by default. */
  readonly leadingGroup?: { readonly posts: readonly Post[]; readonly head: Post; readonly atLeast: number };
  /** Who confirms the problem list by vote, and when it passes. Where the plan asks for none, the secretary confirms. */
  readonly vote?: PlannedVote;
}

/** The posts of the leading group, and its quorum. */
export interface PlannedVote extends Quorum {
  readonly posts: readonly Post[];
}

export interface PlannedActivity {
  readonly kind: string;
  /** In whose window it lies. */
  readonly stage: StageKind;
  readonly times: number;
  /** Who plans and holds it; the organisation member where nobody is named. */
  readonly owner?: readonly PostRef[];
}

/** 长期坚持: until when the first result is owed, and how long a review cycle lasts. */
export interface SustainedRules {
  readonly firstResult: Duration;
  readonly cycle: Duration;
  readonly cycleEnds: 'quarterEnd';
}

/** How long a decision may take: a duration from the day it arose, or a date that stands elsewhere in the plan. */
export type Limit =
  Duration | 'stageEnd' | 'measure.dueOn' | 'problem.dueOn' | 'activity.dueOn' | 'pledge.dueOn';

export interface PlannedStage {
  readonly kind: StageInUse;
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
  /** The end rests on a year without an official notice. */
  readonly provisional: boolean;
  /** The approval chain, in order: each step the first filled post of its list. */
  readonly approvals: readonly (readonly PostRef[])[];
  readonly opens: StageOpening;
  /** All must hold before the chain may sign. */
  readonly exit: readonly ExitCondition[];
  /** Closed with the screening where no problem was included. */
  readonly vacuousWhenNoProblem: boolean;
  /** How the launch counted the window. Left out in older plans, whose windows no calendar moves. */
  readonly reckoned?: StageReckoning;
}

/** The length of a window, how long after the one it opens on it begins, and from whose end it is counted. */
export interface StageReckoning {
  readonly length: Duration;
  readonly lag?: Duration;
  readonly after?: StageKind;
}

export interface PlannedAspect {
  readonly code: string;
  readonly name: string;
  readonly owner: PostRef;
  readonly lead: PostRef;
  /** Until when it is answered, where the launch spread the answers. Left out: until the screening ends. */
  readonly answerBy?: CivilDate;
  readonly items: readonly PlannedItem[];
}

export interface PlannedItem {
  readonly code: string;
  readonly text: string;
  readonly fix: string;
  /** 线索类: only handedOver or notApplicable, never text, assigned to the secretary. */
  readonly clue: boolean;
  /** The source categories that this clue item asks a count of, where it does. */
  readonly sources?: readonly string[];
}

/** The kinds of stages in the order of a campaign; which of them one has is data of its plan. */
export const stagesInUse = stageKinds;
