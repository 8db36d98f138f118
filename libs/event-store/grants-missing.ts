import type { Pool } from 'pg';
import { onConnection } from './pool';

/**
 * Whether this connection could write the log past `append`, as with a single role for owner and application. The
 * trigger still guards what is recorded; `/api/ready` tells the operator.
 */
export const grantsMissing = (pool: Pool): Promise<boolean> =>
  onConnection(pool, async (client) => {
    const { rows } = await client.query<{ direct: boolean }>(
      `SELECT bool_or(has_table_privilege(name, 'INSERT, UPDATE, DELETE, TRUNCATE')) AS direct
       FROM unnest(ARRAY['events', 'heads', 'commands', 'attendance', 'install']) AS name`,
    );
    return rows[0]?.direct ?? true;
  });
