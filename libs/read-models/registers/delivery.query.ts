import { readable, type Channel, type Id, type Instant, type Scope } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate, type Columns } from '../kernel/scoped';
import type { DeliveryRow, DeliveryState } from './delivery.rows';

/** What will never be sent to these people, such as what was discharged since; one row each, so that it is seen once. */
export const markDropped = async (
  pool: Pool,
  channel: Channel,
  dropped: readonly { readonly rungId: string; readonly recipient: Id }[],
  at: Instant,
): Promise<void> => {
  const values = [
    dropped.map(({ rungId }) => rungId),
    dropped.map(({ recipient }) => recipient),
    channel,
    at,
  ];
  await rowsOf(pool, 'mark_dropped', DROP, values);
};

const DROP = `INSERT INTO delivery (rung_id, recipient, channel, state, at)
  SELECT rung_id, recipient, $3, 'dropped', $4 FROM unnest($1::text[], $2::uuid[]) AS dropped (rung_id, recipient)
  ON CONFLICT DO NOTHING`;

/** What was sent to the reader (`delivery`), or could not be to others (`failure`), the latest first. */
export const deliveriesOf = async (
  pool: Pool,
  scope: Scope,
  which: 'delivery' | 'failure',
  { after, limit }: PageRequest,
): Promise<Page<DeliveryRow>> => {
  const state: DeliveryState | null = which === 'failure' ? 'failed' : null;
  const place = placeOf(after, ['infinity', '', LAST_UUID, '']);
  const rows = await pagedRowsOf<DeliveryRow>(pool, `${which}_of`, DELIVERIES[which], [
    state,
    ...place,
    limit + 1,
    ...box[which].values(scope),
  ]);
  return pageOf(rows, limit, (row) => [row.at, row.rung_id, row.recipient, row.channel]);
};

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const ALL = `SELECT d.rung_id, d.recipient, d.channel, d.mail_id, d.state, iso(d.at) AS at, m.attempts, m.last_error,
    o.campaign_id, o.unit_id, o.code, o.title, o.kind, o.problem_code, o.obligation_id, o.rung, o."do", o.outcome, o.due_on::text AS due_on
  FROM delivery d JOIN outbox o USING (rung_id) LEFT JOIN mail m ON m.mail_id = d.mail_id`;
const AT: Columns = { unit: 'o.unit_id', person: 'd.recipient' };
const box = {
  delivery: predicate(readable.delivery, AT, 7),
  failure: predicate(readable.failure, AT, 7),
};
const LATEST_FIRST = 'ORDER BY d.at DESC, d.rung_id DESC, d.recipient DESC, d.channel DESC';
const inBox = (sql: string): string => `${ALL}
  WHERE ${sql} AND ($1::text IS NULL OR d.state = $1)
    AND (d.at, d.rung_id, d.recipient, d.channel) < ($2::timestamptz, $3, $4::uuid, $5)
  ${LATEST_FIRST} LIMIT $6`;
const DELIVERIES = { delivery: inBox(box.delivery.sql), failure: inBox(box.failure.sql) };

/** Everybody's, for whoever has the server in hand. */
export const everyDelivery = (pool: Pool, limit: number): Promise<readonly DeliveryRow[]> =>
  rowsOf<DeliveryRow>(pool, 'every_delivery', `${ALL} ${LATEST_FIRST} LIMIT $1`, [limit]);
