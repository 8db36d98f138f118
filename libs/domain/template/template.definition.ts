/** A campaign template as published: one self-contained document, everything in it data of the plan. */
import type { Duration, Roll } from '../calendar/duration';
import type { Post, PostRef } from '../directory/posts';
import type { Ladders } from '../obligation/ladder';
import type { DutyKind } from '../obligation/obligation';
import type { Quorum } from '../campaign/quorum';
import type { RectificationRules, StepUse } from './rectification';

export type { Duration, DurationUnit, Roll } from '../calendar/duration';
export type { Post, PostRef } from '../directory/posts';

/** All kinds of stages in the order of a campaign; the five in the middle always exist (design.md §2). */
export const stageKinds = [
  'mobilisation',
  'screening',
  'problemList',
  'measures',
  'deadlines',
  'signOff',
  'summary',
  'lookBack',
] as const;
export type StageKind = (typeof stageKinds)[number];
export const requiredStageKinds = ['screening', 'problemList', 'measures', 'deadlines', 'signOff'] as const;
/** A template may be without these, and a launch may leave them out. */
export const optionalStageKinds = ['mobilisation', 'summary', 'lookBack'] as const;
export type OptionalStageKind = (typeof optionalStageKinds)[number];

/** What a stage can ask before its chain may sign; `exit-conditions.ts` says what each of them means. */
export const exitConditions = [
  'leadingGroupNamed',
  'everyAspectAssigned',
  'mobilisationActivitiesHeld',
  'everyItemAnswered',
  'noItemToCheck',
  'everyProblemTriaged',
  'screeningConfirmedOrNilReturnSigned',
  'listConfirmedByVote',
  'everyListedProblemIssued',
  'everyProblemAcknowledged',
  'everyPlanApprovedOrImmediate',
  'everyPlanHasDeadline',
  'everyProblemClaimedOrSustained',
  'everyProblemClosedOrSustained',
  'noExtensionOrReturnOpen',
  'reportApproved',
  'rulesMadeRegisteredOrNone',
  'sampleDrawn',
  'everySampledProblemJudged',
] as const;
export type ExitCondition = (typeof exitConditions)[number];

/** 立行立改 · 限期整改 · 长期坚持 */
export const fixTypes = ['immediate', 'timeLimited', 'sustained'] as const;
export type FixType = (typeof fixTypes)[number];

/** 平淡化 · 随意化 · 庸俗化 */
export type Lean = 'blandness' | 'casualness' | 'vulgarisation';

/** `noText`: answered without free text. `sourceCounts`: a count for each source of the template. */
export type AnswerMode = 'noText' | 'sourceCounts';

export interface CheckItem {
  readonly code: string;
  readonly text: string;
  /** The fix type proposed for a problem found here. */
  readonly fix: FixType;
  /** 线索类: only handed over or not applicable, no free text, no files, assigned to the secretary. */
  readonly clue: boolean;
  readonly lean?: Lean;
  readonly answerMode?: AnswerMode;
  readonly minimumEvidence?: string;
}

export interface Aspect {
  readonly code: string;
  readonly name: string;
  readonly owner: PostRef;
  readonly lead: PostRef;
  readonly items: readonly CheckItem[];
}

export const ordinaryAnswers = ['noProblem', 'problem', 'notApplicable', 'toCheck'] as const;
export const clueAnswers = ['handedOver', 'notApplicable'] as const;
export type Answer = (typeof ordinaryAnswers)[number] | (typeof clueAnswers)[number];

/** What an item may be answered with. Of a clue the system holds source, count and 已移交, nothing else (domain.md). */
export const answersFor = (item: Pick<CheckItem, 'clue'>): readonly Answer[] =>
  item.clue ? clueAnswers : ordinaryAnswers;

/** One step of a chain: the first post of the list that is filled by a person whom separation of duties allows. */
export interface PostStep {
  readonly post: readonly PostRef[];
  /** The step exists only where a notice asks for it. */
  readonly when?: 'noticeAsks';
}
export type PlanStep = { readonly duty: 'lead' } | PostStep;

/** On what a stage opens: the launch, or another stage that is closed or open. */
export type StageOpening =
  | { readonly on: 'launch' }
  | { readonly on: 'closed' | 'opened'; readonly of: StageKind | 'previous'; readonly lag?: true };

export interface StageDefinition {
  readonly kind: StageKind;
  readonly length: Duration;
  /** The window begins this long after the end of the stage it opens on. */
  readonly lag?: Duration;
  /** The length is counted from that stage's end, though the window may open earlier (验收 rolls beside 集中整改). */
  readonly after?: StageKind;
  readonly opens: StageOpening;
  /** All must hold before the chain may sign. */
  readonly exit: readonly ExitCondition[];
  readonly approvals: readonly PostStep[];
  readonly vacuousWhenNoProblem: boolean;
}

/** A duration from the day it arose, or a date that stands elsewhere in the plan. */
export type HandlingLimit =
  Duration | 'stageEnd' | 'measure.dueOn' | 'problem.dueOn' | 'activity.dueOn' | 'pledge.dueOn';

export interface ImmediateFix {
  readonly default: Duration;
  readonly max: Duration;
  readonly roll: Roll;
  readonly planApproval: boolean;
}
export interface TimeLimitedFix extends ImmediateFix {
  readonly offered: readonly Duration[];
}
export interface SustainedFix {
  readonly firstResult: Duration;
  readonly cycle: Duration;
  readonly cycleEnds: 'quarterEnd';
  readonly roll: Roll;
  readonly planApproval: boolean;
}

export type ListedDuty = Exclude<
  DutyKind,
  'aspectOwner' | 'owner' | 'checker' | 'activityOwner' | 'examiner'
>;
export type Duties = { readonly [duty in ListedDuty]: readonly PostRef[] } & {
  /** Who looks back; the usual posts where nobody is named. */
  readonly examiner?: readonly PostRef[];
};

export interface Activity {
  readonly kind: string;
  readonly zh: string;
  readonly stage: StageKind;
  readonly times: number;
  /** Who plans and holds it; the organisation member where nobody is named. */
  readonly owner?: readonly PostRef[];
}

export interface Letter {
  readonly kind: string;
  readonly zh: string;
  /** The pattern of its number, where it carries one. */
  readonly number?: string;
}

/** How the leading group confirms the problem list; its abstentions are present, not for. */
export type VoteDefinition = Quorum;

export interface TemplateDefinition {
  readonly format: 1;
  readonly slug: string;
  /** Campaign codes are `{prefix}-{year}-{unit code}` (rulings §3). */
  readonly prefix: string;
  readonly title: string;
  readonly titleEn: string;
  readonly origin: 'notice' | 'own' | 'plan';
  /** Message key of the basis. */
  readonly basis: string;
  readonly sources: readonly string[];
  readonly sourcesSince?: string;
  readonly leadingGroup: { readonly posts: readonly Post[]; readonly head: Post; readonly atLeast: number };
  readonly aspects: readonly Aspect[];
  readonly stages: readonly StageDefinition[];
  readonly duties: Duties;
  /** Each list's duties are held by different natural persons. */
  readonly distinct: readonly (readonly DutyKind[])[];
  readonly mayCoincide: readonly (readonly DutyKind[])[];
  /** Left out: the secretary confirms the problem list. */
  readonly vote?: VoteDefinition;
  /** Steps that approve a rectification plan, in order. */
  readonly planChain: readonly PlanStep[];
  /** By kind of obligation; kinds of later issues are carried as data. */
  readonly handlingLimits: { readonly [kind: string]: HandlingLimit };
  readonly handlingRoll: Roll;
  readonly fixTypes: {
    readonly immediate: ImmediateFix;
    readonly timeLimited: TimeLimitedFix;
    readonly sustained: SustainedFix;
  };
  readonly ladders: Ladders;
  /** Local times of day that its authors had in mind for messages; the installation's own hold (`sendingHoursOf`). */
  readonly sendWindow: { readonly from: string; readonly to: string };
  readonly activities: readonly Activity[];
  readonly letters: readonly Letter[];
  readonly reports: 'none' | 'asNoticeSays';
  readonly publicNotice: StepUse;
  /** Left out: the usual rules. */
  readonly rectification?: RectificationRules;
}
