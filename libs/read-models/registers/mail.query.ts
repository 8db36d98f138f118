import type { Channel, Id, Instant } from '@rectify/domain';
import { onConnection } from '@rectify/event-store';
import type { Pool, PoolClient } from 'pg';
import { rowsOf } from '../kernel/database';
import { select } from '../kernel/table';
import { outboxTable } from '../outbox/outbox.table';
import type { NewMail, UnfinishedMail } from './delivery.rows';

const OUTBOX = select(outboxTable, 'o');

/**
 * Claims rungs for one person's mail, before it is sent; answers those that are now this mail's. Nothing is left where
 * none is, or where the person has had the day's digest.
 */
export const claimMail = (
  pool: Pool,
  mail: NewMail,
  rungIds: readonly string[],
  at: Instant,
): Promise<readonly string[]> =>
  onConnection(pool, async (client) => {
    await client.query('BEGIN');
    try {
      const taken = await insertMail(client, mail, rungIds, at);
      await client.query(taken.length > 0 ? 'COMMIT' : 'ROLLBACK');
      return taken;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });

const insertMail = async (
  client: PoolClient,
  mail: NewMail,
  rungIds: readonly string[],
  at: Instant,
): Promise<string[]> => {
  const { mailId, channel, personId, messageId, composedOn, kind, subject } = mail;
  const composed = await client.query(MAIL, [
    mailId,
    channel,
    personId,
    messageId,
    composedOn,
    kind,
    subject,
  ]);
  if (composed.rowCount === 0) return [];
  const { rows } = await client.query<{ rung_id: string }>(CLAIM, [rungIds, personId, channel, mailId, at]);
  return rows.map(({ rung_id }) => rung_id);
};

const MAIL = `INSERT INTO mail (mail_id, channel, person_id, message_id, composed_on, kind, subject, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'claimed') ON CONFLICT DO NOTHING`;
const CLAIM = `INSERT INTO delivery (rung_id, recipient, channel, mail_id, state, at)
  SELECT unnest($1::text[]), $2, $3, $4, 'claimed', $5 ON CONFLICT DO NOTHING RETURNING rung_id`;

/** Notes how a claimed mail ended, for itself and its rungs. `error` is a code, never a message with content. */
export const finishMail = async (
  pool: Pool,
  mailId: Id,
  {
    state,
    at,
    error,
  }: {
    readonly state: 'sent' | 'failed' | 'dropped';
    readonly at: Instant;
    readonly error?: string | undefined;
  },
): Promise<void> => {
  await rowsOf(pool, 'finish_mail', FINISH, [mailId, state, at, error ?? null]);
};

const FINISH = `WITH finished AS (
    UPDATE mail SET state = $2, sent_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END, last_error = $4
    WHERE mail_id = $1 AND state = 'claimed' RETURNING mail_id)
  UPDATE delivery d SET state = $2, at = $3::timestamptz FROM finished WHERE d.mail_id = finished.mail_id`;

/** A try that failed and will be repeated so many real seconds from now; the mail stays claimed. */
export const noteAttempt = async (
  pool: Pool,
  mailId: Id,
  { error, againInSeconds }: { readonly error: string; readonly againInSeconds: number },
): Promise<void> => {
  await rowsOf(pool, 'note_attempt', NOTE, [mailId, error, againInSeconds]);
};

const NOTE = `UPDATE mail SET last_error = $2, retry_at = clock_timestamp() + make_interval(secs => $3)
  WHERE mail_id = $1 AND state = 'claimed'`;

/** A mail without a noted end was being sent by somebody who is gone, if that began so many seconds ago. */
const AGAIN_AT = 'coalesce(retry_at, claimed_at + make_interval(secs => $2))';

/** Mails that were claimed and have not ended: being sent at this moment, or waiting for another try. */
export interface Waiting {
  readonly count: number;
  /** Real milliseconds until the first of them is to be tried again, negative where that has passed; null where none waits. */
  readonly inMs: number | null;
}

export const waitingMails = async (
  pool: Pool,
  channel: Channel,
  goneAfterSeconds: number,
): Promise<Waiting> => {
  const [waiting] = await rowsOf<Waiting>(pool, 'waiting_mails', WAITING, [channel, goneAfterSeconds]);
  return waiting ?? { count: 0, inMs: null };
};

const WAITING = `SELECT count(*)::int AS count,
    ceil(1000 * extract(epoch FROM min(${AGAIN_AT}) - clock_timestamp()))::float8 AS "inMs"
  FROM mail WHERE channel = $1 AND state = 'claimed'`;

/**
 * Takes over mails that are to be tried again: whoever claimed them is gone, or it is time. Each goes to one caller,
 * counts a try more, and is sent again under the same Message-ID.
 */
export const unfinishedMails = (
  pool: Pool,
  channel: Channel,
  { goneAfterSeconds, limit }: { readonly goneAfterSeconds: number; readonly limit: number },
): Promise<readonly UnfinishedMail[]> =>
  rowsOf<UnfinishedMail>(pool, 'unfinished_mails', UNFINISHED, [channel, goneAfterSeconds, limit]);

const UNFINISHED = `WITH left_over AS (
    SELECT mail_id FROM mail
    WHERE channel = $1 AND state = 'claimed' AND ${AGAIN_AT} <= clock_timestamp()
    ORDER BY claimed_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), retaken AS (
    UPDATE mail m SET claimed_at = clock_timestamp(), retry_at = NULL, attempts = attempts + 1
    FROM left_over WHERE m.mail_id = left_over.mail_id
    RETURNING m.*
  )
  SELECT m.mail_id AS "mailId", m.channel, m.person_id AS "personId", m.message_id AS "messageId",
    m.composed_on::text AS "composedOn", m.kind, m.subject, m.attempts,
    coalesce((SELECT json_agg(r ORDER BY r.recorded_at, r.rung_id) FROM delivery d
              CROSS JOIN LATERAL (SELECT ${OUTBOX} FROM outbox o WHERE o.rung_id = d.rung_id) r
              WHERE d.mail_id = m.mail_id), '[]') AS rungs
  FROM retaken m`;
