import { readable, type Id, type ProblemStatus, type Scope } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';
import { select } from '../kernel/table';
import { maskLedger, type ShownLedgerRow } from './ledger.mask';
import { ledgerTable, type LedgerRow } from './ledger.table';

const COLUMNS = select(ledgerTable, 'l');
/** Behind every number: what has none yet comes last. */
const UNNUMBERED = 2_147_483_647;

/** The problems of a campaign that the reader may see, by their numbers; those without one behind them, as reported. */
export const problemsOf = async (
  pool: Pool,
  scope: Scope,
  campaignId: Id,
  { after, limit, statuses }: PageRequest & { readonly statuses?: readonly ProblemStatus[] | undefined },
): Promise<Page<ShownLedgerRow>> => {
  const place = placeOf(after, [-1, -1]);
  const rows = await pagedRowsOf<LedgerRow>(pool, 'problems_of', PROBLEMS, [
    campaignId,
    statuses ?? null,
    ...place,
    limit + 1,
    ...visible.values(scope),
  ]);
  return pageOf(rows, limit, placeInLedger, (row) => maskLedger(scope, row));
};

/** By number; what has none yet behind, as it was reported. */
export const placeInLedger = ({ number, place }: Pick<LedgerRow, 'number' | 'place'>): readonly number[] => [
  number ?? UNNUMBERED,
  place,
];

const visible = predicate(readable.problem, { unit: 'l.unit_id', problem: 'l.problem_id' }, 6);
const PROBLEMS = `SELECT ${COLUMNS} FROM problem_ledger l
  WHERE l.campaign_id = $1 AND ${visible.sql} AND ($2::text[] IS NULL OR l.status = ANY ($2))
    AND (coalesce(l.number, ${UNNUMBERED}), l.place) > ($3, $4)
  ORDER BY coalesce(l.number, ${UNNUMBERED}), l.place LIMIT $5`;
