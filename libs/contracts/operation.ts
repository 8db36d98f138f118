import { CHANNELS, obligationKinds } from '@rectify/domain';
import { z } from 'zod';
import { pageQuery } from './campaign';
import { civilDate, instant, listOf, uuid } from './primitives';
import { templateDefinition } from './template';

/** An accepted command. `facts` is 0 where it changed nothing; `replayed`: this key had been accepted before. */
export const commandAccepted = z
  .strictObject({ id: z.string(), version: z.int(), facts: z.int(), replayed: z.boolean() })
  .meta({ id: 'CommandAccepted' });
export type CommandAccepted = z.infer<typeof commandAccepted>;

/** One rung to one person, or to a unit's group, over one channel, as the ledger of deliveries has it. */
export const notification = z
  .strictObject({
    id: z.string(),
    rung: z.string(),
    act: z.enum(['remind', 'remindOverdue', 'urge', 'draftLetter', 'escalate']),
    channel: z.enum(CHANNELS),
    status: z.enum(['claimed', 'sent', 'failed', 'dropped']),
    campaign: z.strictObject({ id: uuid, code: z.string(), title: z.string() }),
    problemCode: z.string().nullable(),
    /** The public id of the obligation. */
    obligation: z.string(),
    kind: z.enum(obligationKinds),
    /** Null over a channel that reaches no persons: a group or a program was told for the campaign's unit. */
    recipient: z.strictObject({ personId: uuid, name: z.string() }).nullable(),
    dueOn: civilDate,
    at: instant,
    attempts: z.int().nullable(),
    /** Why it could not be delivered; a code of the channel's, never content. */
    error: z.string().nullable(),
  })
  .meta({ id: 'Notification' });
export const notificationList = listOf(notification).meta({ id: 'NotificationList' });
export const notificationQuery = pageQuery.extend({ box: z.enum(['mine', 'failed']).exactOptional() });

const templateHeading = {
  slug: z.string(),
  version: z.int(),
  prefix: z.string(),
  title: z.string(),
  titleEn: z.string(),
  items: z.int(),
};
export const templateList = listOf(z.strictObject(templateHeading).meta({ id: 'TemplateListItem' })).meta({
  id: 'TemplateList',
});
export const template = z
  .strictObject({ ...templateHeading, definition: templateDefinition })
  .meta({ id: 'Template' });

const mode = z.enum(['production', 'demo', 'test']);
export const clock = z
  .strictObject({ now: instant, today: civilDate, mode, movable: z.boolean() })
  .meta({ id: 'Clock' });
/** An instant, or a day: then its 00:00 in Asia/Shanghai. */
export const forwardClock = z.strictObject({ to: z.union([civilDate, instant]) });
export const clockForwarded = z
  .strictObject({
    now: instant,
    /** How many times the clock stopped on the way, for somebody wanted to look. */
    steps: z.int(),
    /** False: no worker was in reach, the clock moved at once and what was missed comes as the catch-up. */
    looked: z.boolean(),
  })
  .meta({ id: 'ClockForwarded' });

export const health = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });
export const readiness = z
  .strictObject({
    status: z.enum(['ready', 'notReady']),
    database: z.boolean(),
    migrated: z.boolean(),
    /** True where this process could write the log past its functions: one role for owner and application. */
    grantsMissing: z.boolean(),
  })
  .meta({ id: 'Readiness' });
