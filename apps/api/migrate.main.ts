import { createPool, migrate, ALL_ROLES, type Login } from '@rectify/event-store';
import { rebuildWhereOwed } from '@rectify/read-models';
import { Client } from 'pg';
import { isKnownToAll, withFiles } from './infrastructure/environment';
import { allMigrations } from './migrations';

type Mode = 'production' | 'demo' | 'test';
const MODES: readonly Mode[] = ['production', 'demo', 'test'];
const APP_USER = 'rectify_app';

const readMode = (env: NodeJS.ProcessEnv): Mode => {
  const given = env['RECTIFY_MODE'] ?? 'production';
  const mode = MODES.find((each) => each === given);
  if (!mode) throw new Error(`RECTIFY_MODE must be one of ${MODES.join(', ')}`);
  return mode;
};

/** What the database was made as, and whether anything is recorded in it; null before the first migration. */
const installed = async (ownerUrl: string): Promise<{ mode: Mode; used: boolean } | null> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const there = await owner.query(`SELECT to_regclass('install') IS NOT NULL AS there`);
    if (!there.rows[0]?.there) return null;
    const { rows } = await owner.query('SELECT mode, EXISTS (SELECT FROM events) AS used FROM install');
    return rows[0];
  } finally {
    await owner.end();
  }
};

/** The processes share one login, which writes people's commands and the system's. */
const loginsOf = (password: string | undefined): readonly Login[] =>
  password === undefined ? [] : [{ user: APP_USER, password, roles: ALL_ROLES }];

/** Brings the database up to date and says what it is for; a database that is in use stays what it was made as. */
const main = async (given: NodeJS.ProcessEnv): Promise<void> => {
  const env = withFiles(given, 'DATABASE_OWNER_URL', 'DATABASE_URL', 'DATABASE_APP_PASSWORD');
  const ownerUrl = env['DATABASE_OWNER_URL'] ?? env['DATABASE_URL'];
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is not set');
  const mode = readMode(env);
  const password = env['DATABASE_APP_PASSWORD'];
  if (mode === 'production' && password !== undefined && isKnownToAll(password)) {
    throw new Error('DATABASE_APP_PASSWORD is empty, or one that everybody knows');
  }
  const before = await installed(ownerUrl);
  if (before?.used && before.mode !== mode) {
    throw new Error(`RECTIFY_MODE is ${mode}, but this database was made for ${before.mode} and is in use`);
  }
  await migrate(ownerUrl, {
    migrations: allMigrations,
    mode,
    logins: loginsOf(password),
  });
  await rebuild(ownerUrl);
};

/** Where a later program wants the read models in another shape. Commands may go on meanwhile. */
const rebuild = async (ownerUrl: string): Promise<void> => {
  const pool = createPool(ownerUrl, {
    max: 4,
    applicationName: 'rectify-migrate',
    statementTimeoutMs: 60_000,
  });
  try {
    const done = await rebuildWhereOwed(pool, ({ streams }) => {
      if (streams % 100 === 0) process.stdout.write(`read models: ${streams} campaigns\n`);
    });
    if (done && done.streams > 0)
      process.stdout.write(`read models of ${done.streams} campaigns made again\n`);
  } finally {
    await pool.end();
  }
};

main(process.env).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
