import type { CivilDate, MailKind, PersonId } from '@rectify/domain';
import { onConnection } from '@rectify/event-store';
import type { Pool } from 'pg';
import { DOWN_CODES } from './email.channel';

export interface MadeMail {
  readonly personId: PersonId;
  readonly kind: MailKind;
}

/**
 * What counts as a day's mail for these people: composed or sent on it, or still on its way from a day before, so that a
 * digest which comes late and the day's own are never two.
 */
export const mailsMadeOn = (
  pool: Pool,
  channel: string,
  day: CivilDate,
  people: readonly PersonId[],
): Promise<readonly MadeMail[]> =>
  onConnection(pool, async (client) => {
    const values = [channel, day, people];
    return (await client.query<MadeMail>({ name: 'mails_made_on', text: MADE, values })).rows;
  });

const MADE = `SELECT person_id AS "personId", kind FROM mail
  WHERE channel = $1 AND person_id = ANY ($3::uuid[]) AND state <> 'dropped'
    AND (composed_on = $2::date OR state = 'claimed' OR (sent_at AT TIME ZONE 'Asia/Shanghai')::date = $2::date)`;

/** Mails that were claimed and have not ended: being sent at this moment, or waiting for another try. */
export interface Waiting {
  readonly count: number;
  /** Tries of the one that had the fewest. */
  readonly attempts: number;
  /** Real seconds since the oldest was claimed. */
  readonly oldestSeconds: number;
  /** The last try of one of them found the whole channel away. */
  readonly isDown: boolean;
}

export const waitingMails = (pool: Pool, channel: string): Promise<Waiting> =>
  onConnection(pool, async (client) => {
    const values = [channel, DOWN_CODES];
    const { rows } = await client.query<Waiting>({ name: 'waiting_mails', text: WAITING, values });
    return rows[0] ?? { count: 0, attempts: 0, oldestSeconds: 0, isDown: false };
  });

const WAITING = `SELECT count(*)::int AS count, coalesce(min(attempts), 0) AS attempts,
    coalesce(extract(epoch FROM clock_timestamp() - min(claimed_at)), 0)::float8 AS "oldestSeconds",
    coalesce(bool_or(last_error = ANY ($2::text[])), false) AS "isDown"
  FROM mail WHERE channel = $1 AND state = 'claimed'`;

/** How many rungs are neither merged nor settled. */
export const countPending = (pool: Pool, channel: string): Promise<number> =>
  onConnection(pool, async (client) => {
    const { rows } = await client.query<{ count: number }>({
      name: 'count_pending',
      text: PENDING,
      values: [channel],
    });
    return rows[0]?.count ?? 0;
  });

const PENDING = `SELECT count(*)::int AS count FROM outbox o
  WHERE NOT o.merged AND NOT EXISTS (SELECT FROM delivery_settled s WHERE s.rung_id = o.rung_id AND s.channel = $1)`;
