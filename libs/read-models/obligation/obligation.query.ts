import type { CivilDate } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { select } from '../kernel/table';
import { obligationTable, type ObligationRow } from './obligation.table';

const COLUMNS = select(obligationTable, 'o');

/**
 * What may be owed by somebody with these references (`referencesOf`), the earliest due first. A superset: the caller
 * resolves each holder and keeps what is theirs. `begun`: only what arose on or before that day.
 */
export const obligationsByRefs = async (
  pool: Pool,
  refs: readonly string[],
  { after, limit, begun }: PageRequest & { readonly begun?: CivilDate | undefined },
): Promise<Page<ObligationRow>> => {
  const place = placeOf(after, ['-infinity', '']);
  const rows = await pagedRowsOf<ObligationRow>(pool, 'obligations_by_refs', BY_REFS, [
    refs,
    begun ?? 'infinity',
    ...place,
    limit + 1,
  ]);
  return pageOf(rows, limit, ({ due_on, id }) => [due_on, id]);
};

const BY_REFS = `SELECT ${COLUMNS} FROM obligation o
  WHERE o.refs && $1::text[] AND o.since <= $2::date AND (o.due_on, o.id) > ($3::date, $4)
  ORDER BY o.due_on, o.id LIMIT $5`;

export const obligationById = async (pool: Pool, id: string): Promise<ObligationRow | null> =>
  (
    await rowsOf<ObligationRow>(
      pool,
      'obligation_by_id',
      `SELECT ${COLUMNS} FROM obligation o WHERE o.id = $1`,
      [id],
    )
  )[0] ?? null;

/** Everything that stands in a stream, the earliest due first. */
export const obligationsOfStream = (pool: Pool, stream: string): Promise<readonly ObligationRow[]> =>
  rowsOf<ObligationRow>(pool, 'obligations_of_stream', OF_STREAM, [stream]);

const OF_STREAM = `SELECT ${COLUMNS} FROM obligation o WHERE o.stream = $1 ORDER BY o.due_on, o.id`;
