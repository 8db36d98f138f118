import { readable, type CivilDate, type Id, type Scope } from '@rectify/domain';
import type { Pool } from 'pg';
import { campaignStreamOf } from '../kernel/campaign-stream';
import { pagedRowsOf, rowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate, type Columns } from '../kernel/scoped';
import { select } from '../kernel/table';
import { obligationTable, type ObligationRow } from './obligation.table';

const COLUMNS = select(obligationTable, 'o');
const AT: Columns = { refs: 'o.refs', problem: `(o.subject ->> 'problemId')::uuid` };

/**
 * What may wait for the reader (`owing`), or everything that waits in their own units (`kept`); the earliest due first.
 * The first is a superset: the caller resolves each holder. `begun`: only what arose on or before that day.
 */
export const obligationsOf = async (
  pool: Pool,
  scope: Scope,
  which: 'owing' | 'kept',
  { after, limit, begun }: PageRequest & { readonly begun?: CivilDate | undefined },
): Promise<Page<ObligationRow>> => {
  const place = placeOf(after, ['-infinity', '']);
  const rows = await pagedRowsOf<ObligationRow>(pool, `obligations_${which}`, BY_REFS[which], [
    begun ?? 'infinity',
    ...place,
    limit + 1,
    ...list[which].values(scope),
  ]);
  return pageOf(rows, limit, ({ due_on, id }) => [due_on, id]);
};

const list = { owing: predicate(readable.owing, AT, 5), kept: predicate(readable.kept, AT, 5) };
const byRefs = (sql: string): string => `SELECT ${COLUMNS} FROM obligation o
  WHERE ${sql} AND o.since <= $1::date AND (o.due_on, o.id) > ($2::date, $3)
  ORDER BY o.due_on, o.id LIMIT $4`;
const BY_REFS = { owing: byRefs(list.owing.sql), kept: byRefs(list.kept.sql) };

/** One by its public id, where it may be the reader's to see: who holds it is resolved by the caller. */
export const obligationById = async (pool: Pool, scope: Scope, id: string): Promise<ObligationRow | null> =>
  (
    await rowsOf<ObligationRow>(
      pool,
      'obligation_by_id',
      `SELECT ${COLUMNS} FROM obligation o WHERE o.id = $1 AND ${one.sql}`,
      [id, ...one.values(scope)],
    )
  )[0] ?? null;

const one = predicate(readable.obligation, AT, 2);

/** Everything in a stream that may be the reader's to see, the earliest due first. */
export const obligationsIn = (pool: Pool, scope: Scope, stream: string): Promise<readonly ObligationRow[]> =>
  rowsOf<ObligationRow>(pool, 'obligations_in', IN_SCOPE, [stream, ...one.values(scope)]);

const IN_SCOPE = `SELECT ${COLUMNS} FROM obligation o WHERE o.stream = $1 AND ${one.sql} ORDER BY o.due_on, o.id`;

/** How much of what is owed is past its day (`isOverdue`), campaign by campaign, of those whose records are the reader's. */
export const overdueIn = async (
  pool: Pool,
  scope: Scope,
  campaignIds: readonly Id[],
  today: CivilDate,
): Promise<ReadonlyMap<Id, number>> => {
  const values = [campaignIds, today, ...records.values(scope)];
  const rows = await rowsOf<{ campaign_id: Id; overdue: number }>(pool, 'overdue_in', OVERDUE, values);
  return new Map(rows.map(({ campaign_id, overdue }) => [campaign_id, overdue]));
};

const records = predicate(readable.records, { unit: 'b.unit_id' }, 3);
const OVERDUE = `SELECT b.campaign_id, count(*)::int AS overdue
  FROM campaign_board b JOIN obligation o ON o.stream = ${campaignStreamOf('b.campaign_id')}
  WHERE b.campaign_id = ANY ($1::uuid[]) AND o.due_on < $2::date AND ${records.sql} GROUP BY b.campaign_id`;

/** Everything that stands in a stream, for the process, which delivers to each their own. */
export const obligationsOfStream = (pool: Pool, stream: string): Promise<readonly ObligationRow[]> =>
  rowsOf<ObligationRow>(pool, 'obligations_of_stream', OF_STREAM, [stream]);

const OF_STREAM = `SELECT ${COLUMNS} FROM obligation o WHERE o.stream = $1 ORDER BY o.due_on, o.id`;

/** The references under which anything stands in these streams: whom a change may concern. For the process, shown to nobody. */
export const referencesIn = async (pool: Pool, streams: readonly string[]): Promise<readonly string[]> =>
  (await rowsOf<{ ref: string }>(pool, 'references_in', REFERENCES, [streams])).map(({ ref }) => ref);

const REFERENCES = 'SELECT DISTINCT unnest(o.refs) AS ref FROM obligation o WHERE o.stream = ANY ($1)';
