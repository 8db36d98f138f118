import type { CivilDate, Id, Instant, PersonId, UnitId } from '@rectify/domain';
import { onConnection } from '@rectify/event-store';
import type { Pool, PoolClient } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { select } from '../kernel/table';
import { outboxTable } from '../outbox/outbox.table';
import type { Channel, DeliveryRow, DeliveryState, MailKind, NewMail, PendingRung, UnfinishedMail } from './delivery.rows';

const OUTBOX = select(outboxTable, 'o');

/**
 * Rungs to be sent over a channel, in the order of their recording: not merged and not settled. Whom they reach is
 * resolved by the caller, who passes over those with a delivery already. An append that commits late may place a rung
 * before one already read: `since` is a lower bound, never a cursor over what is done.
 */
export const pendingRungs = async (
  pool: Pool,
  channel: Channel,
  { since, after, limit }: PageRequest & { readonly since?: Instant | undefined },
): Promise<Page<PendingRung>> => {
  const place = placeOf(after, [since ?? '-infinity', '']);
  const rows = await pagedRowsOf<PendingRung>(pool, 'pending_rungs', PENDING, [channel, ...place, limit + 1]);
  return pageOf(rows, limit, ({ recorded_at, rung_id }) => [recorded_at, rung_id]);
};

const PENDING = `SELECT ${OUTBOX},
    coalesce((SELECT json_agg(json_build_object('recipient', d.recipient, 'state', d.state, 'mailId', d.mail_id))
              FROM delivery d WHERE d.rung_id = o.rung_id AND d.channel = $1), '[]') AS deliveries,
    EXISTS (SELECT FROM obligation b WHERE b.stream = o.stream AND b.key = o.key AND b.due_version = o.due_version) AS stands
  FROM outbox o
  WHERE NOT o.merged AND (o.recorded_at, o.rung_id) > ($2::timestamptz, $3)
    AND NOT EXISTS (SELECT FROM delivery_settled s WHERE s.rung_id = o.rung_id AND s.channel = $1)
  ORDER BY o.recorded_at, o.rung_id LIMIT $4`;

/** Says that everybody whom these rungs reach over the channel has a delivery: they are not looked at again. */
export const settleRungs = async (pool: Pool, channel: Channel, rungIds: readonly string[]): Promise<void> => {
  await rowsOf(pool, 'settle_rungs', SETTLE, [channel, rungIds]);
};

const SETTLE = 'INSERT INTO delivery_settled (rung_id, channel) SELECT unnest($2::text[]), $1 ON CONFLICT DO NOTHING';

/**
 * Claims rungs for one person's mail, before it is sent; answers those that are now this mail's. Nothing is left where
 * none is, or where the person has had the day's digest.
 */
export const claimMail = (pool: Pool, mail: NewMail, rungIds: readonly string[], at: Instant): Promise<readonly string[]> =>
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

const insertMail = async (client: PoolClient, mail: NewMail, rungIds: readonly string[], at: Instant): Promise<string[]> => {
  const { mailId, channel, personId, messageId, composedOn, kind, subject } = mail;
  const composed = await client.query(MAIL, [mailId, channel, personId, messageId, composedOn, kind, subject]);
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
  { state, at, error }: { readonly state: 'sent' | 'failed' | 'dropped'; readonly at: Instant; readonly error?: string | undefined },
): Promise<void> => {
  await rowsOf(pool, 'finish_mail', FINISH, [mailId, state, at, error ?? null]);
};

const FINISH = `WITH finished AS (
    UPDATE mail SET state = $2, sent_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END, last_error = $4
    WHERE mail_id = $1 AND state = 'claimed' RETURNING mail_id)
  UPDATE delivery d SET state = $2, at = $3::timestamptz FROM finished WHERE d.mail_id = finished.mail_id`;

/** A try that failed and will be repeated; the mail stays claimed. */
export const noteAttempt = async (pool: Pool, mailId: Id, error: string): Promise<void> => {
  await rowsOf(pool, 'note_attempt', `UPDATE mail SET last_error = $2 WHERE mail_id = $1 AND state = 'claimed'`, [mailId, error]);
};

/**
 * Takes over mails that were claimed that many real seconds ago and not finished: whoever claimed them is gone. Each
 * goes to one caller, counts a try more, and is sent again under the same Message-ID.
 */
export const unfinishedMails = (
  pool: Pool,
  channel: Channel,
  { olderThanSeconds, limit }: { readonly olderThanSeconds: number; readonly limit: number },
): Promise<readonly UnfinishedMail[]> => rowsOf<UnfinishedMail>(pool, 'unfinished_mails', UNFINISHED, [channel, olderThanSeconds, limit]);

const UNFINISHED = `WITH left_over AS (
    SELECT mail_id FROM mail
    WHERE channel = $1 AND state = 'claimed' AND claimed_at < clock_timestamp() - make_interval(secs => $2)
    ORDER BY claimed_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), retaken AS (
    UPDATE mail m SET claimed_at = clock_timestamp(), attempts = attempts + 1 FROM left_over WHERE m.mail_id = left_over.mail_id
    RETURNING m.*
  )
  SELECT m.mail_id AS "mailId", m.channel, m.person_id AS "personId", m.message_id AS "messageId",
    m.composed_on::text AS "composedOn", m.kind, m.subject, m.attempts,
    coalesce((SELECT json_agg(r ORDER BY r.recorded_at, r.rung_id) FROM delivery d
              CROSS JOIN LATERAL (SELECT ${OUTBOX} FROM outbox o WHERE o.rung_id = d.rung_id) r
              WHERE d.mail_id = m.mail_id), '[]') AS rungs
  FROM retaken m`;

/** What will never be sent to these people, such as what was discharged since; one row each, so that it is seen once. */
export const markDropped = async (
  pool: Pool,
  channel: Channel,
  dropped: readonly { readonly rungId: string; readonly recipient: PersonId }[],
  at: Instant,
): Promise<void> => {
  const values = [dropped.map(({ rungId }) => rungId), dropped.map(({ recipient }) => recipient), channel, at];
  await rowsOf(pool, 'mark_dropped', DROP, values);
};

const DROP = `INSERT INTO delivery (rung_id, recipient, channel, state, at)
  SELECT rung_id, recipient, $3, 'dropped', $4 FROM unnest($1::text[], $2::uuid[]) AS dropped (rung_id, recipient)
  ON CONFLICT DO NOTHING`;

/** What was made of mail over a channel on a civil day, sent or on its way: with it the day's digests are counted. */
export const mailsMadeOn = (
  pool: Pool,
  channel: Channel,
  day: CivilDate,
): Promise<readonly { readonly personId: PersonId; readonly kind: MailKind }[]> =>
  rowsOf(pool, 'mails_made_on', MADE, [channel, day]);

const MADE = `SELECT person_id AS "personId", kind FROM mail WHERE channel = $1 AND composed_on = $2 AND state <> 'dropped'`;

/** What was sent or failed in campaigns of these units, the latest first; one person's, or one state, where asked. */
export const deliveriesOf = async (
  pool: Pool,
  units: readonly UnitId[],
  filter: PageRequest & { readonly recipient?: PersonId | undefined; readonly state?: DeliveryState | undefined },
): Promise<Page<DeliveryRow>> => {
  const { after, limit, recipient, state } = filter;
  const place = placeOf(after, ['infinity', '', LAST_UUID, '']);
  const rows = await pagedRowsOf<DeliveryRow>(pool, 'deliveries_of', DELIVERIES, [units, recipient ?? null, state ?? null, ...place, limit + 1]);
  return pageOf(rows, limit, (row) => [row.at, row.rung_id, row.recipient, row.channel]);
};

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const DELIVERIES = `SELECT d.rung_id, d.recipient, d.channel, d.mail_id, d.state, iso(d.at) AS at, m.attempts, m.last_error,
    o.campaign_id, o.unit_id, o.code, o.title, o.kind, o.problem_code, o.obligation_id, o.rung, o."do", o.due_on::text AS due_on
  FROM delivery d JOIN outbox o USING (rung_id) LEFT JOIN mail m ON m.mail_id = d.mail_id
  WHERE o.unit_id = ANY ($1::uuid[]) AND ($2::uuid IS NULL OR d.recipient = $2) AND ($3::text IS NULL OR d.state = $3)
    AND (d.at, d.rung_id, d.recipient, d.channel) < ($4::timestamptz, $5, $6::uuid, $7)
  ORDER BY d.at DESC, d.rung_id DESC, d.recipient DESC, d.channel DESC LIMIT $8`;
