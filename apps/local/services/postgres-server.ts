import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive, stopPid } from '../pids';
import type { Account } from './account';
import { CLEAN_ENVIRONMENT, OWNER } from './postgres-cluster';

/** Recovery after a crash may take a while; it grows with the log since the last checkpoint. */
const READY_MS = 120_000;

export interface Server {
  readonly pid: number;
  readonly port: number;
}

/** What one server process is started with. */
export interface Launch {
  readonly postgres: string;
  readonly cluster: string;
  readonly port: number;
  readonly secret: string;
  readonly maxConnections: number;
  readonly logFile: string;
  readonly account: Account | undefined;
}

/** Starts the server and waits until it takes connections. Rejects, with its own words, if it cannot start. */
export async function launch(options: Launch): Promise<Server> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const { logFile } = options;
    const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const pid = spawnServer(options);
    try {
      if (await untilItAnswers(urlOf(options.port, options.secret, 'postgres'), () => isAlive(pid)))
        return { pid, port: options.port };
    } catch (error) {
      await stopServer(pid);
      throw error;
    }
    await stopServer(pid);
    const said = readFileSync(logFile, 'utf8').slice(from).trim();
    if (!isLeaving(said) || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${said || 'it ended without a word'}`);
    await delay(200);
  }
}

/** Ends connections, writes everything down, stops; after half a minute it just stops, and recovers at the next start. */
export const stopServer = (pid: number): Promise<void> =>
  stopPid(pid, { first: 'SIGINT', last: 'SIGQUIT', graceMs: 30_000 });

/** After a SIGKILL of the server its backends need a moment to notice; until then a new server refuses to start. */
const isLeaving = (said: string): boolean =>
  /shared memory block .* is still in use|lock file "postmaster.pid" already exists/.test(said);

function spawnServer(options: Launch): number {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(options.maxConnections),
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    log_min_messages: 'warning',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.postgres, ['-D', options.cluster, '-p', String(options.port), ...flags], {
    ...options.account,
    cwd: '/',
    env: CLEAN_ENVIRONMENT,
    detached: true, // its own group: Ctrl-C on the terminal is for us, and we stop it last
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.on('error', () => undefined); // told below, by the missing pid
  child.unref();
  if (child.pid === undefined) throw new Error(`PostgreSQL could not be started: ${options.postgres}`);
  return child.pid;
}

/** True when the server takes connections, false when it has ended before. A wrong secret throws: waiting cannot mend it. */
export async function untilItAnswers(url: string, alive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (alive() && Date.now() < deadline) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01')
        throw new Error('postgres.secret does not fit this cluster: restore the file that belongs to it.');
      await delay(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** The owner's address of a database; the secret is hexadecimal and fits in as it is. */
export const urlOf = (port: number, secret: string, database: string): string =>
  `postgresql://${OWNER}:${secret}@127.0.0.1:${port}/${database}`;
