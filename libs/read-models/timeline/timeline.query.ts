import type { Id, Instant } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { select } from '../kernel/table';
import { timelineTable, type TimelineRow } from './timeline.table';

interface Of {
  readonly problemId?: Id | undefined;
  readonly before?: Instant | undefined;
}

const LATEST = 2_147_483_647;

/** The record of a stream, the latest first; of one problem where asked; before an instant where one is named. */
export const timelineOf = async (
  pool: Pool,
  stream: string,
  { after, limit, problemId, before }: PageRequest & Of,
): Promise<Page<TimelineRow>> => {
  const place = placeOf(after, [LATEST, LATEST]);
  const rows = await pagedRowsOf<TimelineRow>(pool, 'timeline_of', TIMELINE, [
    stream,
    problemId ?? null,
    ...place,
    limit + 1,
    before ?? null,
  ]);
  return pageOf(rows, limit, ({ version, line }) => [version, line]);
};

const TIMELINE = `SELECT ${select(timelineTable, 't')} FROM timeline t
  WHERE t.stream = $1 AND ($2::uuid IS NULL OR t.problem_id = $2) AND (t.version, t.line) < ($3, $4)
    AND ($6::timestamptz IS NULL OR t.at < $6)
  ORDER BY t.version DESC, t.line DESC LIMIT $5`;
