import { createPool } from '@rectify/event-store';
import type { Pool } from 'pg';
import { appUrl, ownPostgres } from '../harness/postgres';
import { setFirstDay } from '../harness/organisation';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal } from '../harness/temporal';
import { childrenOf, cpuMs, nameOf, residentMb, sharedMb } from './machine';

/** Everything that the product consists of, on this machine: PostgreSQL, Temporal, api, worker with its relay. */
export interface World {
  readonly stack: Stack;
  /** The application's role. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** The owner's, for looking and for seeding. */
  readonly pool: Pool;
  readonly residentMb: () => Record<string, number>;
  /** Spent so far. */
  readonly cpuMs: () => Record<string, number>;
  /** Another api process on the same database. */
  readonly secondApi: () => Promise<Stack>;
  readonly stop: () => Promise<void>;
}

export const startWorld = async (): Promise<World> => {
  const postgres = await ownPostgres({ maxConnections: 200 });
  const ownerUrl = await postgres.freshDatabase();
  await setFirstDay(ownerUrl);
  const temporal = await testTemporal();
  const temporalPid = childrenOf(process.pid).find((pid) => nameOf(pid).startsWith('temporal')) ?? 0;
  const stack = await startStack({ ownerUrl, workers: 1, temporalAddress: temporal.address });
  const pool = createPool(ownerUrl, { applicationName: 'bench', statementTimeoutMs: 600_000 });
  await assertDurable(pool);
  return {
    stack,
    databaseUrl: appUrl(ownerUrl),
    temporalAddress: temporal.address,
    pool,
    residentMb: () => ({
      api: residentMb(stack.pid('api')),
      worker: residentMb(stack.pid('worker')),
      temporal: residentMb(temporalPid),
      postgres: sharedMb(postgres.pid()),
    }),
    cpuMs: () => ({
      api: cpuMs(stack.pid('api')),
      worker: cpuMs(stack.pid('worker')),
      temporal: cpuMs(temporalPid),
      postgres: cpuMs(postgres.pid()),
    }),
    secondApi: () => startStack({ ownerUrl }),
    stop: async () => {
      await pool.end();
      await stack.stop();
      await temporal.stop();
      await postgres.stop();
    },
  };
};

/** Rates of a PostgreSQL that does not wait for the disk would say nothing. */
const assertDurable = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<{ on: boolean }>(
    `SELECT bool_and(setting = 'on') AS on FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  if (rows[0]?.on !== true)
    throw new Error('PostgreSQL runs without fsync, synchronous_commit or full_page_writes');
};
