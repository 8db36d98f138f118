import { MAX_DURATION, type RectificationCommand, type RectificationData } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { basisHash, civilDate, text, uuid } from './primitives';

const { text: bound, list, count } = LIMITS;

const problemId = uuid;
const remark = text(bound.remark);
const work = text(bound.work);

/** Ids of new measures may be left out; then the API makes them. */
export const plannedMeasure = z.strictObject({
  id: uuid.exactOptional(),
  text: work,
  owner: uuid.exactOptional(),
  dueOn: civilDate,
});
export const plannedMeasures = z.array(plannedMeasure).min(1).max(list.measures);

/** 时限规则: the clock goes on, or days are granted, of the lengths that the plan offers. */
export const clockRule = z
  .union([
    z.literal('goesOn'),
    z.strictObject({
      grantDays: z.int().min(1).max(MAX_DURATION.workingDay),
      unit: z.enum(['calendarDay', 'workingDay', 'month']),
    }),
  ])
  .exactOptional();

type Body<Type extends RectificationCommand['type']> = Type extends 'AmendPlan'
  ? object
  : RectificationData<Type>;

/** The bodies of the commands about one problem while it is put right. */
export const rectificationCommands = {
  RequestExtension: z.strictObject({ problemId, reason: remark, progress: work, dueOn: civilDate }),
  GrantExtension: z.strictObject({ problemId, basisHash, dueOn: civilDate }),
  RefuseExtension: z.strictObject({ problemId, basisHash, reason: remark }),
  AmendPlan: z.strictObject({
    problemId,
    reason: remark,
    rootCause: work,
    target: work,
    measures: plannedMeasures,
  }),
  RecordCheck: z.strictObject({ problemId, basisHash, found: work }),
  PostPublicNotice: z.strictObject({
    problemId,
    basisHash,
    from: civilDate.exactOptional(),
    to: civilDate.exactOptional(),
  }),
  RecordObjection: z.strictObject({
    problemId,
    count: z.int().min(1).max(count.objections),
    outcome: z.enum(['unfounded', 'upheld']),
  }),
  ReopenProblem: z.strictObject({ problemId, reason: remark, dueOn: civilDate.exactOptional() }),
  TerminateProblem: z.strictObject({ problemId, reason: remark }),
  RecordReview: z.strictObject({
    problemId,
    cycle: z.int().min(1).max(count.cycle),
    looked: work,
    evidence: remark,
  }),
  EndSustained: z.strictObject({ problemId, reason: remark }),
  WithdrawStep: z.strictObject({ problemId, reason: remark }),
} satisfies { readonly [Type in RectificationCommand['type']]: z.ZodType<Body<Type>> };
