import { onConnection } from '@rectify/event-store';
import type { Pool, QueryResultRow } from 'pg';

/** Rows of one statement, prepared under its name. Throws the store's `STORE_UNAVAILABLE` when PostgreSQL is away. */
export const rowsOf = <Row extends QueryResultRow>(
  pool: Pool,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> =>
  onConnection(pool, async (client) => (await client.query<Row>({ name, text, values: [...values] })).rows);
