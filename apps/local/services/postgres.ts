import path from 'node:path';
import { Client } from 'pg';
import { isAlive, whenGone } from '../pids';
import { keptPort } from '../ports';
import { keptSecret } from '../secrets';
import { postgresAccount } from './account';
import { postgresBinaries } from './postgres-binaries';
import { clusterFolder, createCluster, runningPostmaster } from './postgres-cluster';
import type { Server } from './postgres-server';
import { launch, stopServer, untilItAnswers, urlOf } from './postgres-server';

const DATABASE = 'rectify';

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
  /** Ends connections and stops; the data stays. */
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
    (await launch({
      maxConnections: options.maxConnections ?? 100,
      logFile: path.join(options.dataFolder, 'postgres.log'),
      port: options.port ?? (await keptPort(options.dataFolder, 'postgres')),
      postgres,
      cluster,
      secret,
      account,
    }));
  await createDatabase(urlOf(server.port, secret, 'postgres'));
  return {
    ownerUrl: urlOf(server.port, secret, DATABASE),
    pid: server.pid,
    whenGone: () => whenGone(server.pid),
    stop: () => stopServer(server.pid),
  };
}

async function takeOver(
  cluster: string,
  secret: string,
  log: (line: string) => void,
): Promise<Server | undefined> {
  const left = runningPostmaster(cluster);
  if (!left) return undefined;
  const answers = await untilItAnswers(urlOf(left.port, secret, 'postgres'), () => isAlive(left.pid));
  if (answers) log(`PostgreSQL was still running (pid ${left.pid}); using it.`);
  return answers ? left : undefined;
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
