import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive, stopPid, whenGone } from '../pids';
import { keptPort } from '../ports';
import { keptSecret } from '../secrets';
import type { Account } from './account';
import { postgresAccount } from './account';
import { postgresBinaries } from './postgres-binaries';
import { CLEAN_ENVIRONMENT, clusterFolder, createCluster, OWNER, runningPostmaster } from './postgres-cluster';

const DATABASE = 'rectify';
/** Recovery after a crash may take a while; it grows with the log since the last checkpoint. */
const READY_MS = 120_000;

export interface PostgresOptions {
  /** Everything lives here: cluster, secret, port, log. One server a folder. */
  readonly dataFolder: string;
  /** Default: the port this folder had before, else a free one. */
  readonly port?: number;
  readonly maxConnections?: number;
  readonly log: (line: string) => void;
}

export interface RunningPostgres {
  /** The owner's connection to the database `rectify`. It holds the secret: never log it. */
  readonly ownerUrl: string;
  readonly pid: number;
  /** Resolves when the server is gone, wanted or not. */
  readonly whenGone: () => Promise<void>;
  /** Ends sessions and stops; the data stays. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, on loopback, creating the cluster the first time; a server that a killed start
 * left running there is taken over. It outlives us on purpose: only `stop` ends it, so a kill of ours loses nothing.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const account = postgresAccount();
  const { initdb, postgres } = postgresBinaries(account);
  const cluster = clusterFolder(options.dataFolder, account);
  const secret = keptSecret(path.join(options.dataFolder, 'postgres.secret'));
  await createCluster(cluster, initdb, secret, account);
  const server =
    (await takeOver(cluster, secret, options.log)) ??
    (await launch({ ...options, port: options.port ?? (await keptPort(options.dataFolder, 'postgres')), postgres, cluster, secret, account }));
  await createDatabase(urlOf(server.port, secret, 'postgres'));
  return {
    ownerUrl: urlOf(server.port, secret, DATABASE),
    pid: server.pid,
    whenGone: () => whenGone(server.pid),
    stop: () => stopServer(server.pid),
  };
}

interface Server {
  readonly pid: number;
  readonly port: number;
}

async function takeOver(cluster: string, secret: string, log: (line: string) => void): Promise<Server | undefined> {
  const left = runningPostmaster(cluster);
  if (!left) return undefined;
  const answers = await untilItAnswers(urlOf(left.port, secret, 'postgres'), () => isAlive(left.pid));
  if (answers) log(`PostgreSQL was still running (pid ${left.pid}); using it.`);
  return answers ? left : undefined;
}

interface Launch extends PostgresOptions {
  readonly port: number;
  readonly postgres: string;
  readonly cluster: string;
  readonly secret: string;
  readonly account: Account | undefined;
}

async function launch(options: Launch): Promise<Server> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const logFile = path.join(options.dataFolder, 'postgres.log');
    const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const pid = spawnServer(options, logFile);
    try {
      if (await untilItAnswers(urlOf(options.port, options.secret, 'postgres'), () => isAlive(pid))) return { pid, port: options.port };
    } catch (error) {
      await stopServer(pid);
      throw error;
    }
    await stopServer(pid);
    const said = readFileSync(logFile, 'utf8').slice(from).trim();
    if (!isLeaving(said) || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${said || 'it ended without a word'}`);
    await delay(200);
  }
}

const stopServer = (pid: number): Promise<void> => stopPid(pid, { first: 'SIGINT', last: 'SIGQUIT', graceMs: 30_000 });

/** After a SIGKILL of the server its sessions need a moment to notice; until then a new server refuses to start. */
const isLeaving = (said: string): boolean => /shared memory block .* is still in use|lock file "postmaster.pid" already exists/.test(said);

function spawnServer(options: Launch, logFile: string): number {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(options.maxConnections ?? 100),
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    log_min_messages: 'warning',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(options.postgres, ['-D', options.cluster, '-p', String(options.port), ...flags], {
    ...options.account,
    cwd: '/',
    env: CLEAN_ENVIRONMENT,
    detached: true, // its own group: Ctrl-C on the terminal is for us, and we stop it last
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  if (child.pid === undefined) throw new Error(`PostgreSQL could not be started: ${options.postgres}`);
  return child.pid;
}

/** True when the server takes connections, false when it has ended before. A wrong secret throws: waiting cannot mend it. */
async function untilItAnswers(url: string, alive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (alive() && Date.now() < deadline) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') throw new Error('postgres.secret does not fit this cluster: restore the file that belongs to it.');
      await delay(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const urlOf = (port: number, secret: string, database: string): string =>
  `postgresql://${OWNER}:${secret}@127.0.0.1:${port}/${database}`;
