import type { Id, ProblemStatus } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { select } from '../kernel/table';
import { ledgerTable, type LedgerRow } from './ledger.table';

const COLUMNS = select(ledgerTable, 'l');
/** Behind every number: what has none yet comes last. */
const UNNUMBERED = 2_147_483_647;

/** A campaign's problems by their numbers; those without one behind them, as reported. */
export const problemsOf = async (
  pool: Pool,
  campaignId: Id,
  { after, limit, statuses }: PageRequest & { readonly statuses?: readonly ProblemStatus[] | undefined },
): Promise<Page<LedgerRow>> => {
  const place = placeOf(after, [-1, -1]);
  const rows = await pagedRowsOf<LedgerRow>(pool, 'problems_of', PROBLEMS, [
    campaignId,
    statuses ?? null,
    ...place,
    limit + 1,
  ]);
  return pageOf(rows, limit, (row) => [row.number ?? UNNUMBERED, row.place]);
};

const PROBLEMS = `SELECT ${COLUMNS} FROM problem_ledger l
  WHERE l.campaign_id = $1 AND ($2::text[] IS NULL OR l.status = ANY ($2))
    AND (coalesce(l.number, ${UNNUMBERED}), l.place) > ($3, $4)
  ORDER BY coalesce(l.number, ${UNNUMBERED}), l.place LIMIT $5`;

export const problemByCode = async (pool: Pool, code: string): Promise<LedgerRow | null> =>
  (
    await rowsOf<LedgerRow>(
      pool,
      'problem_by_code',
      `SELECT ${COLUMNS} FROM problem_ledger l WHERE l.code = $1`,
      [code],
    )
  )[0] ?? null;
