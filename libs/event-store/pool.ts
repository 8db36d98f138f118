import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { StoreError } from './errors';

export interface PoolOptions {
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
    options: `-c transaction_timeout=${Math.max(TRANSACTION_MS, statement)}`,
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

interface DatabaseError {
  readonly code: string;
  readonly severity: string;
  readonly where?: string;
}

/** PostgreSQL itself answered; anything else that comes out of a query is the connection's. */
export const isDatabaseError = (error: unknown): error is DatabaseError & Error =>
  error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string';

/**
 * Connection exceptions, resources, operator's interventions (shut-down, cancelled by a timeout), I/O; deadlock and
 * serialisation; a lock not got in time; a standby that is read-only; transactions ended by their timeouts.
 */
const PASSING = /^(08|53|57|58|40)|^(55P03|25006|25P03|25P04)$/;

/** The driver has no codes for these, only messages. */
const DRIVER = /^(Connection terminated|Client (has encountered|was closed)|Query read timeout|timeout ex)/;

export const isConnectionError = (error: unknown): boolean =>
  error instanceof Error && !isDatabaseError(error) && ('syscall' in error || DRIVER.test(error.message));

/** Gives what passes by itself one code, so that callers answer 503 and try again; lets bugs through as they are. */
export const translated = (error: unknown): unknown => {
  if (isDatabaseError(error) && error.code === '55P03' && error.where?.includes('lock_key')) {
    return new StoreError('KEY_IN_FLIGHT', 'another connection is at work on this key', { cause: error });
  }
  if (isDatabaseError(error) ? PASSING.test(error.code) : isConnectionError(error)) {
    return new StoreError('STORE_UNAVAILABLE', `PostgreSQL: ${(error as Error).message}`, { cause: error });
  }
  return error;
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
    throw translated(error);
  }
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(isConnectionError(error));
    throw translated(error);
  }
};
