import type { RectificationEvent } from '@rectify/domain';
import type { Line } from './line';

type Data<Type extends RectificationEvent['type']> = Extract<RectificationEvent, { type: Type }>['data'];

/** What the events of one problem's rectification say in the record. */
export const rectificationLines: {
  readonly [Type in RectificationEvent['type']]: (data: Data<Type>) => Line;
} = {
  ExtensionRequested: ({ problemId, dueOn, late, requestHash, reason }) => ({
    problemId,
    subject: { dueOn, late, basisHash: requestHash },
    text: reason,
  }),
  ExtensionGranted: ({ problemId, step, last, dueOn, basisHash }) => ({
    problemId,
    subject: { step, last, dueOn, basisHash },
  }),
  ExtensionRefused: ({ problemId, step, basisHash, reason }) => ({
    problemId,
    subject: { step, basisHash },
    text: reason,
  }),
  DaysGranted: ({ problemId, of, days, unit, dueOn }) => ({ problemId, subject: { of, days, unit, dueOn } }),
  PlanAmended: ({ problemId, measures, planHash, reason }) => ({
    problemId,
    subject: { measures: measures.length, basisHash: planHash },
    text: reason,
  }),
  CheckRecorded: ({ problemId, basisHash, found }) => ({ problemId, subject: { basisHash }, text: found }),
  PublicNoticePosted: ({ problemId, from, to, basisHash }) => ({
    problemId,
    subject: { from, to, basisHash },
  }),
  ObjectionRecorded: ({ problemId, count, outcome }) => ({ problemId, subject: { count, outcome } }),
  ProblemReopened: ({ problemId, cause, firstClosedOn, firstClosing, dueOn, reason }) => ({
    problemId,
    subject: { cause, firstClosedOn, firstClosing, dueOn },
    text: reason,
  }),
  ProblemTerminated: ({ problemId, reason }) => ({ problemId, subject: {}, text: reason }),
  ReviewRecorded: ({ problemId, cycle, looked, evidence }) => ({
    problemId,
    subject: { cycle },
    text: [looked, evidence].join('\n'),
  }),
  SustainedEnded: ({ problemId, reason }) => ({ problemId, subject: {}, text: reason }),
  StepWithdrawn: ({ problemId, of, reason }) => ({ problemId, subject: { of }, text: reason }),
};
