import { onConnection } from '@rectify/event-store';
import type { Pool, QueryResultRow } from 'pg';
import { CursorInvalid } from './paging';

/** Rows of one reading statement, prepared under its name. Throws the store's `STORE_UNAVAILABLE` when PostgreSQL is away. */
export const rowsOf = <Row extends QueryResultRow>(
  pool: Pool,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> =>
  onConnection(pool, async (client) => (await client.query<Row>({ name, text, values: [...values] })).rows);

/** The same for a page: a value that PostgreSQL cannot read can only be of a cursor that somebody made up. */
export const pagedRowsOf: typeof rowsOf = (pool, name, text, values) =>
  rowsOf<never>(pool, name, text, values).catch((error: unknown) => {
    throw isUnreadable(error) ? new CursorInvalid() : error;
  });

const isUnreadable = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  ['22P02', '22007', '22008', '22003'].includes(String((error as { code?: unknown }).code));
