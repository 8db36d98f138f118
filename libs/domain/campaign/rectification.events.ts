import type { DurationUnit } from '../calendar/duration';
import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';
import type { WithdrawableStep } from './latest-step';

export interface PlannedMeasure {
  readonly id: Id;
  readonly text: string;
  readonly owner: PersonId | null;
  readonly dueOn: CivilDate;
}

/** A measure's new day, where the problem's own moves. */
export interface MovedMeasure {
  readonly measureId: Id;
  readonly dueOn: CivilDate;
}

/** What can happen while one problem is put right: a storage contract like the campaign's other events. */
export type RectificationEvent =
  | Message<
      'ExtensionRequested',
      {
        readonly problemId: Id;
        readonly reason: string;
        readonly progress: string;
        readonly dueOn: CivilDate;
        /** Asked on the due day or after it, where the plan records that instead of refusing it. */
        readonly late: boolean;
        readonly requestHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ExtensionGranted',
      {
        readonly problemId: Id;
        readonly step: number;
        readonly last: boolean;
        /** The new date, as this step names it; it holds with the last one. */
        readonly dueOn: CivilDate;
        readonly measures: readonly MovedMeasure[];
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ExtensionRefused',
      {
        readonly problemId: Id;
        readonly step: number;
        readonly reason: string;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'DaysGranted',
      {
        readonly problemId: Id;
        /** `plan`: the day by which the returned plan is owed again; `problem`: its deadline. */
        readonly of: 'plan' | 'problem';
        readonly days: number;
        readonly unit: DurationUnit;
        readonly dueOn: CivilDate;
        readonly measures: readonly MovedMeasure[];
        readonly on: CivilDate;
      }
    >
  | Message<
      'PlanAmended',
      {
        readonly problemId: Id;
        readonly reason: string;
        readonly rootCause: string;
        readonly target: string;
        readonly measures: readonly PlannedMeasure[];
        readonly planHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'CheckRecorded',
      { readonly problemId: Id; readonly found: string; readonly basisHash: string; readonly on: CivilDate }
    >
  | Message<
      'PublicNoticePosted',
      {
        readonly problemId: Id;
        readonly from: CivilDate;
        /** The last day; the sign-off is owed from the day after. */
        readonly to: CivilDate;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ObjectionRecorded',
      {
        readonly problemId: Id;
        readonly count: number;
        readonly outcome: 'unfounded' | 'upheld';
        readonly on: CivilDate;
      }
    >
  | Message<
      'ProblemReopened',
      {
        readonly problemId: Id;
        readonly cause: 'secretary' | 'lookBack';
        readonly reason: string;
        /** The link to the first closing: its day, and its version in this stream. */
        readonly firstClosedOn: CivilDate;
        readonly firstClosing: number;
        readonly dueOn: CivilDate;
        readonly on: CivilDate;
      }
    >
  | Message<'ProblemTerminated', { readonly problemId: Id; readonly reason: string; readonly on: CivilDate }>
  | Message<
      'ReviewRecorded',
      {
        readonly problemId: Id;
        /** Counted from 1 over the problem's whole life. */
        readonly cycle: number;
        readonly looked: string;
        readonly evidence: string;
        readonly on: CivilDate;
      }
    >
  | Message<'SustainedEnded', { readonly problemId: Id; readonly reason: string; readonly on: CivilDate }>
  | Message<
      'StepWithdrawn',
      {
        readonly problemId: Id;
        /** Which step: the name of its event. */
        readonly of: WithdrawableStep;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >;
