import type { Channel, Id, Instant, PersonId, UnitId } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
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

/** What was sent or failed in campaigns of these units, the latest first; one person's, or one state, where asked. */
export const deliveriesOf = async (
  pool: Pool,
  units: readonly UnitId[],
  filter: PageRequest & {
    readonly recipient?: PersonId | undefined;
    readonly state?: DeliveryState | undefined;
  },
): Promise<Page<DeliveryRow>> => {
  const { after, limit, recipient, state } = filter;
  const place = placeOf(after, ['infinity', '', LAST_UUID, '']);
  const rows = await pagedRowsOf<DeliveryRow>(pool, 'deliveries_of', DELIVERIES, [
    units,
    recipient ?? null,
    state ?? null,
    ...place,
    limit + 1,
  ]);
  return pageOf(rows, limit, (row) => [row.at, row.rung_id, row.recipient, row.channel]);
};

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const DELIVERIES = `SELECT d.rung_id, d.recipient, d.channel, d.mail_id, d.state, iso(d.at) AS at, m.attempts, m.last_error,
    o.campaign_id, o.unit_id, o.code, o.title, o.kind, o.problem_code, o.obligation_id, o.rung, o."do", o.outcome, o.due_on::text AS due_on
  FROM delivery d JOIN outbox o USING (rung_id) LEFT JOIN mail m ON m.mail_id = d.mail_id
  WHERE o.unit_id = ANY ($1::uuid[]) AND ($2::uuid IS NULL OR d.recipient = $2) AND ($3::text IS NULL OR d.state = $3)
    AND (d.at, d.rung_id, d.recipient, d.channel) < ($4::timestamptz, $5, $6::uuid, $7)
  ORDER BY d.at DESC, d.rung_id DESC, d.recipient DESC, d.channel DESC LIMIT $8`;
