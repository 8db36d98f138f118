import { readable, type Id, type Instant, type Scope, type UnitId } from '@rectify/domain';
import type { Pool } from 'pg';
import { campaignStream } from '../kernel/campaign-stream';
import { pagedRowsOf } from '../kernel/database';
import { cursorAt, pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';
import { select } from '../kernel/table';
import { maskLine, type ShownLine } from './timeline.mask';
import { timelineTable, type TimelineRow } from './timeline.table';

interface Of {
  readonly problemId?: Id | undefined;
  readonly before?: Instant | undefined;
}

const LATEST = 2_147_483_647;

/** The record of a campaign whose records are the reader's, the latest first; of one problem where asked; before an instant where one is named. */
export const timelineOf = async (
  pool: Pool,
  scope: Scope,
  campaignId: Id,
  { after, limit, problemId, before }: PageRequest & Of,
): Promise<Page<ShownLine>> => {
  const place = placeOf(after, [LATEST, LATEST]);
  const rows = await pagedRowsOf<TimelineRow & { readonly of_unit: UnitId }>(pool, 'timeline_of', TIMELINE, [
    campaignStream(campaignId),
    problemId ?? null,
    ...place,
    limit + 1,
    before ?? null,
    campaignId,
    ...records.values(scope),
  ]);
  const placeOfRow = ({ version, line }: TimelineRow) => [version, line];
  return pageOf(rows, limit, placeOfRow, ({ of_unit, ...row }) => maskLine(scope, of_unit, row));
};

/** The line of one event, where it has one that is the reader's. */
export const lineOfEvent = async (
  pool: Pool,
  scope: Scope,
  campaignId: Id,
  version: number,
): Promise<ShownLine | null> => {
  const after = cursorAt([version + 1, 0]);
  const { items } = await timelineOf(pool, scope, campaignId, { after, limit: 1 });
  return items.find((line) => line.version === version) ?? null;
};

const records = predicate(readable.records, { unit: 'b.unit_id' }, 8);
const TIMELINE = `SELECT ${select(timelineTable, 't')}, b.unit_id AS of_unit
  FROM timeline t JOIN campaign_board b ON b.campaign_id = $7
  WHERE t.stream = $1 AND ${records.sql} AND ($2::uuid IS NULL OR t.problem_id = $2) AND (t.version, t.line) < ($3, $4)
    AND ($6::timestamptz IS NULL OR t.at < $6)
  ORDER BY t.version DESC, t.line DESC LIMIT $5`;
