import { onConnection } from '@rectify/event-store';
import type { Pool } from 'pg';

/** This installation's epoch; a restore raises it, and workflows of an older one end. */
export const readEpoch = (pool: Pool): Promise<number> =>
  onConnection(pool, async (client) => {
    const { rows } = await client.query<{ epoch: number }>({
      name: 'epoch',
      text: 'SELECT epoch FROM install',
    });
    const [install] = rows;
    if (!install) throw new Error('the database is not migrated');
    return install.epoch;
  });
