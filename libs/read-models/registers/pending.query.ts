import type { Channel, Instant } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { select } from '../kernel/table';
import { outboxTable } from '../outbox/outbox.table';
import type { PendingRung } from './delivery.rows';

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
    EXISTS (SELECT FROM obligation b WHERE b.stream = o.stream AND CASE WHEN o.outcome IS NULL
      THEN b.key = o.key AND b.due_version = o.due_version
      ELSE b.key = o.key OR b.subject ->> 'problemId' = o.subject ->> 'problemId' END) AS stands
  FROM outbox o
  WHERE NOT o.merged AND (o.recorded_at, o.rung_id) > ($2::timestamptz, $3)
    AND NOT EXISTS (SELECT FROM delivery_settled s WHERE s.rung_id = o.rung_id AND s.channel = $1)
  ORDER BY o.recorded_at, o.rung_id LIMIT $4`;

/** Whether a stream has an outcome that one of the channels has not told to everybody whom it concerns. */
export const hasOutcomesToTell = async (
  pool: Pool,
  stream: string,
  channels: readonly Channel[],
): Promise<boolean> =>
  (await rowsOf<{ has: boolean }>(pool, 'outcomes_to_tell', TO_TELL, [stream, channels]))[0]?.has ?? false;

const TO_TELL = `SELECT EXISTS (SELECT FROM outbox o CROSS JOIN unnest($2::text[]) AS c (channel)
  WHERE o.stream = $1 AND o.outcome IS NOT NULL
    AND NOT EXISTS (SELECT FROM delivery_settled s WHERE s.rung_id = o.rung_id AND s.channel = c.channel)) AS has`;

/** Says that everybody whom these rungs reach over the channel has a delivery: they are not looked at again. */
export const settleRungs = async (
  pool: Pool,
  channel: Channel,
  rungIds: readonly string[],
): Promise<void> => {
  await rowsOf(pool, 'settle_rungs', SETTLE, [channel, rungIds]);
};

const SETTLE =
  'INSERT INTO delivery_settled (rung_id, channel) SELECT unnest($2::text[]), $1 ON CONFLICT DO NOTHING';

/** How many rungs are neither merged nor settled. */
export const countPending = async (pool: Pool, channel: Channel): Promise<number> =>
  (await rowsOf<{ count: number }>(pool, 'count_pending', COUNT, [channel]))[0]?.count ?? 0;

const COUNT = `SELECT count(*)::int AS count FROM outbox o
  WHERE NOT o.merged AND NOT EXISTS (SELECT FROM delivery_settled s WHERE s.rung_id = o.rung_id AND s.channel = $1)`;
