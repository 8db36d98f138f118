import { readable, type Instant, type Scope } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';
import { select } from '../kernel/table';
import { tenureTable, type TenureRow } from './tenure.table';

const LATEST: readonly [Instant, number] = ['infinity', 0];

/**
 * Who held which post from when until when, and what was proposed of it, the latest first; for those who fill the posts
 * of these units. A page ends at an instant and a place among this reader's lines of that instant: the directory's own
 * numbers would tell how much goes on elsewhere.
 */
export const tenuresOf = async (
  pool: Pool,
  scope: Scope,
  { after, limit }: PageRequest,
): Promise<Page<TenureRow>> => {
  const values = [...placeOf(after, LATEST), limit + 1, ...filled.values(scope)];
  const rows = await pagedRowsOf<TenureRow & { readonly nth: number }>(pool, 'tenures_of', TENURES, values);
  return pageOf(
    rows,
    limit,
    ({ at, nth }) => [at, nth],
    ({ nth: _, ...row }) => row,
  );
};

const filled = predicate(readable.formerHolder, { unit: 't.unit_id' }, 4);
const TENURES = `SELECT * FROM (
    SELECT ${select(tenureTable, 't')}, t.at AS instant,
      (row_number() OVER (PARTITION BY t.at ORDER BY t.version DESC, t.line DESC))::int AS nth
    FROM tenure_line t WHERE ${filled.sql} AND t.at <= $1::timestamptz) seen
  WHERE seen.instant < $1::timestamptz OR seen.nth > $2
  ORDER BY seen.instant DESC, seen.nth LIMIT $3`;
