import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { asStoreError, isConnectionError } from './driver-errors';

export interface PoolOptions {
  /**
   * `commands` (the default) keeps one plan a statement and walks indexes only: a plan made while a table was small
   * would go on reading all of it. `reading` leaves the planner free, for lists and reports.
   */
  readonly purpose?: 'commands' | 'reading';
  /** Connections at most. */
  readonly max?: number;
  readonly applicationName?: string;
  /** For readers with long statements; commands keep the 5 seconds. */
  readonly statementTimeoutMs?: number;
  /** An idle connection was lost; nothing failed yet. */
  readonly onLost?: (error: Error) => void;
}

const STATEMENT_MS = 5_000;
const LOCK_MS = 2_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
const TRANSACTION_MS = 15_000;
/** How long somebody waits for a free connection before being told to come back. */
const ACQUIRE_MS = 2_000;
/** What the server does not answer any more, because the line is dead, ends here. */
const SILENCE_MS = 1_000;

const PLANS = { commands: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off', reading: '' };

const poolConfig = (url: string, options: PoolOptions): PoolConfig => {
  const statement = options.statementTimeoutMs ?? STATEMENT_MS;
  return {
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'rectify',
    connectionTimeoutMillis: ACQUIRE_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    statement_timeout: statement,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    options: `-c transaction_timeout=${Math.max(TRANSACTION_MS, statement)} ${PLANS[options.purpose ?? 'commands']}`,
    query_timeout: statement + SILENCE_MS,
  };
};

/** Connections with every timeout set, whatever the role's own are. The only pool of a process that writes. */
export const createPool = (url: string, options: PoolOptions = {}): Pool => {
  const pool = new Pool(poolConfig(url, options));
  const lost = options.onLost ?? ((): void => undefined);
  pool.on('error', lost);
  // Without a listener a connection that breaks while it is in use would end the process.
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
};

/**
 * One connection for one piece of work. Unlike `pool.query` it keeps the connection after an error that PostgreSQL
 * answered, and with it the prepared statements.
 */
export const onConnection = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw asStoreError(error);
  }
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(isConnectionError(error));
    throw asStoreError(error);
  }
};
