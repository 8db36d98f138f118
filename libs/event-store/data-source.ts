import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type Login, ensureLogin } from './roles';

type Migrations = NonNullable<Extract<DataSourceOptions['migrations'], unknown[]>>;

/** TypeORM on a database that only migrations shape. Nothing on the write path goes through it. */
export const dataSource = (url: string, migrations: Migrations = []): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'all',
    synchronize: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });

export interface MigrateOptions {
  readonly migrations: Migrations;
  /** Set once and kept: only a demonstration or test database has a clock that can be moved. */
  readonly mode?: 'production' | 'demo' | 'test';
  /** Logins of the processes; empty where they share the owner's. */
  readonly logins?: readonly Login[];
}

/** Virtual generated columns, and `transaction_timeout`. */
const OLDEST_SERVER = 180_000;

const assertServer = async (owner: Client): Promise<void> => {
  const { rows } = await owner.query<{ server_version_num: string }>('SHOW server_version_num');
  if (Number(rows[0]?.server_version_num) < OLDEST_SERVER)
    throw new Error('PostgreSQL 18 or later is needed');
};

/** Any number, the same for all who migrate. */
const ONE_AT_A_TIME = 7_341_002;

/** Brings a database up to date as its owner; two that do so at once go one after the other. */
export const migrate = async (
  ownerUrl: string,
  { migrations, mode, logins = [] }: MigrateOptions,
): Promise<void> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await assertServer(owner);
    await owner.query('SELECT pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    const source = await dataSource(ownerUrl, migrations).initialize();
    await source.runMigrations().finally(() => source.destroy());
    if (mode) await owner.query('UPDATE install SET mode = $1 WHERE mode <> $1', [mode]);
    for (const login of logins) await ensureLogin(owner, login);
  } finally {
    await owner.end();
  }
};
