import { ladderNames, obligationKinds, stagesInUse } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { civilDate, line, text, uuid } from './primitives';
import { chain, duration, rungs } from './template';

const stage = z.enum(stagesInUse);
const kind = z.enum(obligationKinds);
const ladder = z.enum(ladderNames);
/** Why, and by which notice's number where one asked for it. */
const ground = { reason: text(LIMITS.text.remark), notice: line(LIMITS.text.noticeNumber).exactOptional() };
const window = { startOn: civilDate, endOn: civilDate };

export const redateStages = z.strictObject({
  stages: z
    .array(z.strictObject({ stage, ...window }))
    .min(1)
    .max(stagesInUse.length),
  ...ground,
});

export const replanCampaign = z.strictObject({
  chains: z
    .array(z.strictObject({ stage, approvals: chain }))
    .max(stagesInUse.length)
    .exactOptional(),
  limits: z
    .array(z.strictObject({ kind, limit: duration }))
    .max(obligationKinds.length)
    .exactOptional(),
  ladders: z
    .array(z.strictObject({ ladder, rungs: rungs.min(1) }))
    .max(ladderNames.length)
    .exactOptional(),
  ...ground,
});

const limit = z.union([duration, z.enum(['stageEnd', 'measure.dueOn', 'problem.dueOn'])]);
const shownWindow = z.strictObject({ ...window, provisional: z.boolean() });
const dates = z.strictObject({ since: civilDate, dueOn: civilDate }).nullable();

/** What a re-dating or re-planning would change, the old beside the new; nothing was written. */
export const replanningPreview = z
  .strictObject({
    stages: z.array(z.strictObject({ stage, from: shownWindow, to: shownWindow })),
    /** `restarted`: the chain is running and would begin again. */
    chains: z.array(z.strictObject({ stage, from: chain, to: chain, restarted: z.boolean() })),
    limits: z.array(z.strictObject({ kind, from: limit, to: duration })),
    ladders: z.array(z.strictObject({ ladder, from: rungs, to: rungs })),
    /** Obligations that would be dated anew; `to` null: owed no more, `from` null: not owed yet. */
    obligations: z.array(
      z.strictObject({
        key: z.string(),
        kind,
        subject: z.strictObject({
          type: z.enum(['campaign', 'stage', 'aspect', 'problem', 'measure']),
          id: z.string(),
          problemId: uuid.exactOptional(),
        }),
        from: dates,
        to: dates,
      }),
    ),
  })
  .meta({ id: 'ReplanningPreview' });
export type ReplanningPreview = z.infer<typeof replanningPreview>;

const resting = z.strictObject({ since: civilDate, dueOn: civilDate, provisional: z.boolean() });
/** What a year of the calendar would move in the campaigns that the caller may read, the old beside the new; nothing was written. */
export const calendarPreview = z
  .strictObject({
    /** Those in which something would move. */
    campaigns: z.array(
      z.strictObject({
        id: uuid,
        code: z.string(),
        title: z.string(),
        stages: z.array(z.strictObject({ stage, from: shownWindow, to: shownWindow })),
        obligations: z.array(z.strictObject({ key: z.string(), kind, from: resting, to: resting })),
      }),
    ),
    /** How many were looked at; `more`: there are others, which were not. */
    looked: z.int(),
    more: z.boolean(),
  })
  .meta({ id: 'CalendarPreview' });
export type CalendarPreview = z.infer<typeof calendarPreview>;
