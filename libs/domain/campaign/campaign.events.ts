import type { CivilDate, Id, Message, PersonId, UnitId } from '../kernel/kernel';
import type { DutyKind } from '../obligation/obligation';
import type { ActivityEvent } from './activity.events';
import type { Basis } from './basis';
import type { CampaignPlan } from './campaign.plan';
import type { LetterEvent } from './letter.events';
import type { CommentEvent } from './comment.events';
import type { LinkEvent } from './link.events';
import type { ListEvent } from './list.events';
import type { RecomputedEvent } from './recomputed.events';
import type { LookBackEvent } from './look-back.events';
import type { PlannedMeasure, RectificationEvent } from './rectification.events';
import type { KeptText } from './report-text';
import type { StageEvent } from './stage.events';
import type { VoteEvent } from './vote.events';

export type { PlannedMeasure } from './rectification.events';
export type { StageEnd, StageInUse } from './stage.events';
export type { Seat } from './vote.events';

/** A storage contract: names and fields are never renamed or repurposed. Dates are civil days in Asia/Shanghai. */
export type Answer = 'noProblem' | 'problem' | 'notApplicable' | 'toCheck' | 'handedOver';
export type FixType = 'immediate' | 'timeLimited' | 'sustained';

/** One obligation's date as fixed: the day it arose, its due day and the calendar version the day rests on. */
export interface Dating {
  readonly key: string;
  readonly since: CivilDate;
  readonly armedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly dueVersion: number;
  readonly assigned: PersonId | null;
  readonly provisional: boolean;
  readonly calendarVersion: number;
}

export interface IssuedRung {
  readonly key: string;
  readonly dueVersion: number;
  readonly rung: string;
  /** Recorded, not sent: a later rung of the same obligation was issued with it. */
  readonly merged: boolean;
  /** The working day on which it fell due. */
  readonly on: CivilDate;
}

/** How many of one source category were handed over: all that is kept of clues. */
export interface SourceCount {
  readonly source: string;
  readonly count: number;
}

export type CampaignEvent =
  | ActivityEvent
  | LetterEvent
  | LinkEvent
  | CommentEvent
  | RecomputedEvent
  | LookBackEvent
  | RectificationEvent
  | StageEvent
  | Message<
      'CampaignLaunched',
      {
        readonly campaignId: Id;
        readonly unitId: UnitId;
        readonly code: string;
        readonly plan: CampaignPlan;
        readonly on: CivilDate;
      }
    >
  | Message<'CampaignWithdrawn', { readonly on: CivilDate; readonly reason: string }>
  | Message<
      'CheckItemAnswered',
      {
        readonly item: string;
        readonly answer: Answer;
        /** Of a clue item that asks for them. */
        readonly counts?: readonly SourceCount[];
        readonly on: CivilDate;
      }
    >
  | Message<
      'ProblemReported',
      {
        readonly problemId: Id;
        readonly item: string;
        readonly aspect: string;
        readonly title: string;
        readonly detail: string;
        readonly textHash: string;
        /** The words under a key of their own, which lies outside the log; title and detail are empty then. */
        readonly sealed?: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ProblemIncluded',
      {
        readonly problemId: Id;
        readonly number: number;
        readonly code: string;
        readonly reason: string;
        /** What was sealed until now. */
        readonly text?: KeptText;
        /** After the screening was closed; where the list is settled too, a new vote has to confirm it. */
        readonly late?: true;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ProblemExcluded',
      {
        readonly problemId: Id;
        readonly reason: string;
        readonly text?: KeptText;
        readonly on: CivilDate;
      }
    >
  /** 已移交: that it was, and when. Its text is never read again; the key of a sealed one is destroyed with this event. */
  | Message<'ProblemHandedOver', { readonly problemId: Id; readonly on: CivilDate }>
  | Message<
      'ScreeningConfirmed',
      { readonly on: CivilDate; readonly basis: Basis; readonly basisHash: string }
    >
  | Message<'NilReturnSigned', { readonly on: CivilDate; readonly basis: Basis; readonly basisHash: string }>
  | Message<
      'ProblemListConfirmed',
      {
        readonly on: CivilDate;
        readonly basis: Basis;
        readonly basisHash: string;
        /** The hash of the frozen list that this one extends. */
        readonly extends?: string;
      }
    >
  | VoteEvent
  | ListEvent
  | Message<
      'ProblemIssued',
      {
        readonly problemId: Id;
        readonly fixType: FixType;
        /** Assignments by this act; null: the duty's list of posts holds. */
        readonly lead: PersonId | null;
        readonly owner: PersonId | null;
        readonly reviewer: PersonId | null;
        readonly acceptor: PersonId | null;
        /** Only for `immediate`: the issuing sets the date. */
        readonly dueOn: CivilDate | null;
        readonly on: CivilDate;
      }
    >
  | Message<'ProblemAcknowledged', { readonly problemId: Id; readonly on: CivilDate }>
  | Message<
      'PlanSubmitted',
      {
        readonly problemId: Id;
        readonly rootCause: string;
        readonly target: string;
        readonly measures: readonly PlannedMeasure[];
        readonly dueOn: CivilDate;
        readonly planHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'PlanApproved',
      {
        readonly problemId: Id;
        readonly step: number;
        readonly last: boolean;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'PlanReturned',
      {
        readonly problemId: Id;
        readonly step: number;
        readonly missing: string;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ProgressReported',
      { readonly problemId: Id; readonly measureId: Id; readonly text: string; readonly on: CivilDate }
    >
  | Message<
      'MeasureFinished',
      { readonly problemId: Id; readonly measureId: Id; readonly result: string; readonly on: CivilDate }
    >
  | Message<
      'CompletionClaimed',
      { readonly problemId: Id; readonly result: string; readonly claimHash: string; readonly on: CivilDate }
    >
  | Message<'ClaimWithdrawn', { readonly problemId: Id; readonly reason: string; readonly on: CivilDate }>
  | Message<
      'ReviewPassed',
      { readonly problemId: Id; readonly opinion: string; readonly basisHash: string; readonly on: CivilDate }
    >
  | Message<'ReviewWithdrawn', { readonly problemId: Id; readonly reason: string; readonly on: CivilDate }>
  | Message<
      'ClaimReturned',
      { readonly problemId: Id; readonly missing: string; readonly basisHash: string; readonly on: CivilDate }
    >
  | Message<
      'CompletionAccepted',
      { readonly problemId: Id; readonly opinion: string; readonly basisHash: string; readonly on: CivilDate }
    >
  | Message<
      'ProblemClosed',
      { readonly problemId: Id; readonly late: boolean; readonly basisHash: string; readonly on: CivilDate }
    >
  | Message<
      'CampaignSignedOff',
      { readonly basis: Basis; readonly basisHash: string; readonly on: CivilDate }
    >
  | Message<
      'DutyAssigned',
      {
        readonly duty: DutyKind;
        readonly subject: string;
        readonly person: PersonId;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >
  | Message<'ObligationsDated', { readonly dated: readonly Dating[] }>
  | Message<'RemindersIssued', { readonly rungs: readonly IssuedRung[]; readonly on: CivilDate }>;

export type CampaignEventType = CampaignEvent['type'];
export type EventData<Type extends CampaignEventType> = Extract<CampaignEvent, { type: Type }>['data'];
