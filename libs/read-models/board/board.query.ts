import { readable, type Id, type Scope, type UnitId } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';
import { select } from '../kernel/table';
import { campaignStreamOf } from '../kernel/campaign-stream';
import { boardTable, CODE_CONSTRAINT, type BoardRow } from './board.table';

/** A row with the version of its stream, which the row itself does not hold: most commands change no other word of it. */
export interface BoardView extends BoardRow {
  readonly version: number;
}

const COLUMNS = `${select(boardTable, 'b')},
  (SELECT h.version FROM heads h WHERE h.stream = ${campaignStreamOf('b.campaign_id')}) AS version`;

interface Of {
  readonly status?: BoardRow['status'] | undefined;
  readonly unitId?: UnitId | undefined;
}

/** The campaigns whose records are the reader's, the latest start first. */
export const campaignsOf = async (
  pool: Pool,
  scope: Scope,
  { after, limit, status, unitId }: PageRequest & Of,
): Promise<Page<BoardView>> => {
  const place = placeOf(after, ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']);
  const rows = await pagedRowsOf<BoardView>(pool, 'campaigns_of', CAMPAIGNS, [
    status ?? null,
    unitId ?? null,
    ...place,
    limit + 1,
    ...records.values(scope),
  ]);
  return pageOf(rows, limit, ({ start_on, campaign_id }) => [start_on, campaign_id]);
};

const records = predicate(readable.records, { unit: 'b.unit_id' }, 6);
const CAMPAIGNS = `SELECT ${COLUMNS} FROM campaign_board b
  WHERE ${records.sql} AND ($1::text IS NULL OR b.status = $1) AND ($2::uuid IS NULL OR b.unit_id = $2)
    AND (b.start_on, b.campaign_id) < ($3::date, $4::uuid)
  ORDER BY b.start_on DESC, b.campaign_id DESC LIMIT $5`;

/** For the process and the operator: whoever has the server in hand. */
export const campaignById = async (pool: Pool, campaignId: Id): Promise<BoardView | null> =>
  (
    await rowsOf<BoardView>(
      pool,
      'campaign_by_id',
      `SELECT ${COLUMNS} FROM campaign_board b WHERE b.campaign_id = $1`,
      [campaignId],
    )
  )[0] ?? null;

export const campaignByCode = async (pool: Pool, code: string): Promise<BoardView | null> =>
  (
    await rowsOf<BoardView>(
      pool,
      'campaign_by_code',
      `SELECT ${COLUMNS} FROM campaign_board b WHERE b.code = $1`,
      [code],
    )
  )[0] ?? null;

/** What the unit above sees of those below: numbers, no rows. */
export interface UnitCounts {
  readonly unit_id: UnitId;
  readonly campaigns: number;
  readonly open: number;
  readonly included: number;
  readonly measures: number;
  readonly closed: number;
  readonly closed_late: number;
  readonly judged: number;
  readonly relapsed: number;
}

export const countsOf = (pool: Pool, scope: Scope): Promise<readonly UnitCounts[]> =>
  rowsOf<UnitCounts>(pool, 'counts_of', COUNTS, counts.values(scope));

const counts = predicate(readable.counts, { unit: 'unit_id' });
const COUNTS = `SELECT unit_id, count(*)::int AS campaigns, (count(*) FILTER (WHERE status = 'open'))::int AS open,
    sum(included)::int AS included, sum(measures)::int AS measures, sum(closed)::int AS closed, sum(closed_late)::int AS closed_late,
    sum(judged)::int AS judged, sum(relapsed)::int AS relapsed
  FROM campaign_board WHERE ${counts.sql} AND status <> 'withdrawn' GROUP BY unit_id ORDER BY unit_id`;

export type CountColumn = 'included' | 'measures' | 'closed' | 'closed_late' | 'judged' | 'relapsed';
export type CampaignCounts = Pick<BoardRow, 'campaign_id' | CountColumn>;

/** The same numbers campaign by campaign, of one of those units: what a sum on the board is made of. */
export const countsInUnit = (pool: Pool, scope: Scope, unitId: UnitId): Promise<readonly CampaignCounts[]> =>
  rowsOf<CampaignCounts>(pool, 'counts_in_unit', COUNTS_IN, [unitId, ...countsIn.values(scope)]);

const countsIn = predicate(readable.counts, { unit: 'unit_id' }, 2);
const COUNTS_IN = `SELECT campaign_id, included, measures, closed, closed_late, judged, relapsed
  FROM campaign_board WHERE unit_id = $1 AND ${countsIn.sql} AND status <> 'withdrawn' ORDER BY campaign_id`;

/**
 * The serial to try next for a launch: one more than the campaigns of this unit, template and year, withdrawn ones
 * included, for codes are never reused. Two launches at once may get the same; the later is refused with CODE_TAKEN.
 */
export const nextSerial = async (
  pool: Pool,
  unitId: UnitId,
  templateSlug: string,
  year: number,
): Promise<number> => {
  const rows = await rowsOf<{ serial: number }>(pool, 'next_serial', NEXT_SERIAL, [
    unitId,
    templateSlug,
    year,
  ]);
  return rows[0]?.serial ?? 1;
};

const NEXT_SERIAL = `SELECT count(*)::int + 1 AS serial FROM campaign_board
  WHERE unit_id = $1 AND template_slug = $2 AND year = $3`;

/** Whether an append failed because another campaign has this code. */
export const isCodeTaken = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (error as { code?: unknown }).code === '23505' &&
  (error as { constraint?: unknown }).constraint === CODE_CONSTRAINT;
