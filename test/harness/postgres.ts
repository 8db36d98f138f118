import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { trySignal } from '../../apps/local/pids';
import { freePort } from '../../apps/local/ports';
import type { RunningPostgres } from '../../apps/local/services/postgres';
import { startPostgres } from '../../apps/local/services/postgres';
import { register, tempFolder } from './run-folder';

/** The password that every test database gives the application's role; roles belong to the whole server. */
export const APP_PASSWORD = 'app-role-of-a-test-server';

export interface TestPostgres {
  /** A new, empty database; answers its owner's URL. */
  readonly freshDatabase: () => Promise<string>;
  /** Another database with all that one holds, to which nobody may be connected meanwhile; answers its owner's URL. */
  readonly copyOf: (ownerUrl: string) => Promise<string>;
  /** Stops the server if it is this test's own; a shared one goes on. */
  readonly stop: () => Promise<void>;
}

/** A server of a test's own, to be killed and started again on the same folder and port. */
export interface OwnPostgres extends TestPostgres {
  /** The owner's URL of the database that the server starts with. */
  readonly ownerUrl: string;
  readonly pid: () => number;
  /** SIGKILL to the server: its connections break at once, nothing is flushed. */
  readonly kill: () => Promise<void>;
  readonly stopServer: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
}

/** The run's shared PostgreSQL (`TEST_PG_URL`, set by the global set-up), or one of this file's own where there is none. */
export async function testPostgres(): Promise<TestPostgres> {
  const shared = process.env['TEST_PG_URL'];
  if (!shared) return ownPostgres();
  return { freshDatabase: () => freshDatabase(shared), copyOf, stop: () => Promise.resolve() };
}

export async function ownPostgres(options: { maxConnections?: number } = {}): Promise<OwnPostgres> {
  const dataFolder = tempFolder('postgres');
  const port = await freePort();
  const start = async (): Promise<RunningPostgres> => {
    const running = await startPostgres({ dataFolder, port, log: () => undefined, ...options });
    register(running.pid);
    return running;
  };
  let server = await start();
  await createAppRole(server.ownerUrl);
  return {
    ownerUrl: server.ownerUrl,
    freshDatabase: () => freshDatabase(server.ownerUrl),
    copyOf,
    stop: () => server.stop(),
    pid: () => server.pid,
    kill: async () => {
      trySignal(server.pid, 'SIGKILL');
      await server.whenGone();
    },
    stopServer: () => server.stop(),
    startAgain: async () => {
      server = await start();
    },
  };
}

/** The application's URL of a database whose owner's URL this is. */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'rectify_app';
  url.password = APP_PASSWORD;
  return url.href;
}

const onDatabase = (ownerUrl: string, name: string): string => {
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
};

const newName = (): string => `test_${randomBytes(6).toString('hex')}`;

async function freshDatabase(anyOwnerUrl: string): Promise<string> {
  const name = newName();
  await onServer(anyOwnerUrl, `CREATE DATABASE ${name}`);
  return onDatabase(anyOwnerUrl, name);
}

async function copyOf(ownerUrl: string): Promise<string> {
  const name = newName();
  const from = new URL(ownerUrl).pathname.slice(1);
  await onServer(onDatabase(ownerUrl, 'postgres'), `CREATE DATABASE ${name} TEMPLATE ${from}`);
  return onDatabase(ownerUrl, name);
}

/** Made before any migration runs: two databases migrated at the same time would both try to make it. */
const createAppRole = (ownerUrl: string): Promise<void> =>
  onServer(ownerUrl, `CREATE ROLE rectify_app LOGIN PASSWORD '${APP_PASSWORD}'`);

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
