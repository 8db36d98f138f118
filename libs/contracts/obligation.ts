import { ADMINISTRATOR, allPosts, everyObligationKind } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { civilDate, json, listOf, upTo, uuid } from './primitives';

/** A person where they are named: with the unit and post in which they act; an administrator holds none. */
export const actingPerson = z
  .strictObject({
    personId: uuid,
    name: z.string(),
    unitId: uuid,
    post: z.enum([...allPosts, ADMINISTRATOR]),
  })
  .meta({ id: 'ActingPerson' });

/** How to do something: send `schema`'s body to `path`, `defaults` filled in. The schema is complete by itself. */
export const action = z
  .strictObject({
    command: z.string(),
    method: z.literal('POST'),
    path: z.string(),
    schema: z.record(z.string(), json),
    defaults: z.record(z.string(), json),
    /** A session that has not proven itself for a while is asked for the password first (`/api/session/confirm`). */
    reauth: z.boolean(),
  })
  .meta({ id: 'Action' });
export type ActionView = z.infer<typeof action>;

/** Whom an obligation waits for; `instead`: nobody of the duty may act, these are asked to assign somebody. */
export const waitsFor = z
  .strictObject({ how: z.enum(['holder', 'instead', 'nobody']), people: z.array(actingPerson) })
  .meta({ id: 'WaitsFor' });

/** What somebody owes by a date, with the acts that discharge it. */
export const obligation = z
  .strictObject({
    /** Short and permanent: it survives reassignment and re-dating. */
    id: z.string(),
    key: z.string(),
    kind: z.enum(everyObligationKind),
    /** Null where the installation itself owes it: the next year's holidays, an appointment to be confirmed. */
    campaign: z.strictObject({ id: uuid, code: z.string(), title: z.string(), unitId: uuid }).nullable(),
    holder: waitsFor,
    subject: z.strictObject({
      type: z.enum([
        'campaign',
        'stage',
        'aspect',
        'problem',
        'measure',
        'activity',
        'pledge',
        'letter',
        'year',
        'appointment',
      ]),
      id: z.string(),
      problemId: uuid.exactOptional(),
      /** The problem's number where it has one. */
      code: z.string().exactOptional(),
      title: z.string().exactOptional(),
    }),
    dueOn: civilDate,
    dueVersion: z.int(),
    since: civilDate,
    provisional: z.boolean(),
    overdue: z.boolean(),
    /** Null where it is somebody else's. */
    action: action.nullable(),
    alternatives: z.array(action),
  })
  .meta({ id: 'Obligation' });
export type ObligationView = z.infer<typeof obligation>;

export const obligationList = listOf(obligation).meta({ id: 'ObligationList' });

/** The campaign that is open on the page, where one is. */
export const eventsQuery = z.strictObject({ campaign: uuid.exactOptional() });

export const obligationQuery = z.strictObject({
  holder: z.literal('me').exactOptional(),
  box: z.enum(['mine', 'waiting']).exactOptional(),
  campaign: uuid.exactOptional(),
  cursor: upTo(LIMITS.list.cursor).exactOptional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.list.maxPage).exactOptional(),
});
