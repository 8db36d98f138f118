import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { type MigrateOptions, migrate } from '../data-source';
import { eventStoreMigrations } from '../migrations';
import { type PoolOptions, createPool } from '../pool';
import { type GroupRole, PERSON_WRITER, SYSTEM_WRITER, RECORD_READER } from '../roles';

export interface TestDatabase {
  readonly ownerUrl: string;
  /** A pool of the application's login: a worker's rights unless others are asked for. */
  readonly pool: (options?: PoolOptions & { readonly roles?: readonly GroupRole[] }) => Promise<Pool>;
  readonly asOwner: <T>(work: (client: Client) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

const loginUrl = (ownerUrl: string, user: string, password: string): string => {
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = password;
  return url.href;
};

/** A migrated database of its own in `test` mode; `ownerUrl` is that of an empty one. */
export const testDatabase = async (
  ownerUrl: string,
  migrations: MigrateOptions['migrations'] = eventStoreMigrations,
): Promise<TestDatabase> => {
  const pools: Pool[] = [];
  await migrate(ownerUrl, { migrations, mode: 'test' });
  return {
    ownerUrl,
    pool: async ({ roles = [PERSON_WRITER, SYSTEM_WRITER, RECORD_READER], ...options } = {}) => {
      const [user, password] = [`spec_${randomBytes(6).toString('hex')}`, randomBytes(12).toString('hex')];
      const login = { user, password, roles };
      await migrate(ownerUrl, { migrations, logins: [login] });
      const pool = createPool(loginUrl(ownerUrl, user, password), options);
      pools.push(pool);
      return pool;
    },
    asOwner: async (work) => {
      const client = new Client({ connectionString: ownerUrl });
      await client.connect();
      return work(client).finally(() => client.end());
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
};
