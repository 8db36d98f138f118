import type { DurationUnit } from '../calendar/duration';
import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';

/** 时限规则 of a return: the clock goes on, or so many days are granted, one of the lengths that the plan offers. */
export type ClockRule = 'goesOn' | { readonly grantDays: number; readonly unit: DurationUnit };

/** Commands about one problem while it is put right. */
export type RectificationCommand =
  | Message<
      'RequestExtension',
      {
        readonly problemId: Id;
        readonly reason: string;
        readonly progress: string;
        readonly dueOn: CivilDate;
      }
    >
  | Message<
      'GrantExtension',
      { readonly problemId: Id; readonly basisHash: string; readonly dueOn: CivilDate }
    >
  | Message<
      'RefuseExtension',
      { readonly problemId: Id; readonly basisHash: string; readonly reason: string }
    >
  | Message<
      'AmendPlan',
      {
        readonly problemId: Id;
        readonly reason: string;
        readonly rootCause: string;
        readonly target: string;
        readonly measures: readonly {
          readonly id: Id;
          readonly text: string;
          readonly owner?: PersonId;
          readonly dueOn: CivilDate;
        }[];
      }
    >
  | Message<'RecordCheck', { readonly problemId: Id; readonly basisHash: string; readonly found: string }>
  | Message<
      'PostPublicNotice',
      {
        readonly problemId: Id;
        readonly basisHash: string;
        /** Default: today. */
        readonly from?: CivilDate;
        /** Default: the plan's length after `from`. */
        readonly to?: CivilDate;
      }
    >
  | Message<
      'RecordObjection',
      { readonly problemId: Id; readonly count: number; readonly outcome: 'unfounded' | 'upheld' }
    >
  | Message<'ReopenProblem', { readonly problemId: Id; readonly reason: string; readonly dueOn?: CivilDate }>
  | Message<'TerminateProblem', { readonly problemId: Id; readonly reason: string }>
  | Message<
      'RecordReview',
      {
        readonly problemId: Id;
        readonly cycle: number;
        /** What was looked at. */
        readonly looked: string;
        /** Where the evidence lies. */
        readonly evidence: string;
      }
    >
  | Message<'EndSustained', { readonly problemId: Id; readonly reason: string }>
  | Message<'WithdrawStep', { readonly problemId: Id; readonly reason: string }>;

export type RectificationData<Type extends RectificationCommand['type']> = Extract<
  RectificationCommand,
  { type: Type }
>['data'];
