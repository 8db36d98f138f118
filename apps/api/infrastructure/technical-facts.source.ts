import { ADMIN_READER, onConnection } from '@rectify/event-store';
import type { TechnicalFactsView } from '@rectify/contracts';
import type { Pool } from 'pg';
import type { TechnicalFacts } from '../admin/technical-facts';

/** Where the owner could not make the role, as whoever asks; `grantsMissing` says so. */
const asAdministrator = `DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${ADMIN_READER}' AND pg_has_role(oid, 'SET')) THEN
    SET LOCAL ROLE ${ADMIN_READER};
  END IF;
END $$`;

type Read = Omit<TechnicalFactsView, 'versions'> & { readonly postgres: string; readonly migrations: number };

/** Asked as a role that may call this one function and read no table. */
export const technicalFactsOf = (pool: Pool): TechnicalFacts => ({
  read: () =>
    onConnection(pool, async (client) => {
      await client.query('BEGIN READ ONLY');
      try {
        await client.query(asAdministrator);
        const { rows } = await client.query<{ facts: Read }>('SELECT technical_facts() AS facts');
        await client.query('COMMIT');
        const { postgres, migrations, ...facts } = (rows[0] as { facts: Read }).facts;
        return { ...facts, versions: { node: process.version, postgres, migrations } };
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    }),
});
