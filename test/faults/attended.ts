import type { Pool } from 'pg';
import { eventually } from '../harness/wait';

/** A stream's row of attendance; instants by the machine's clock but for `next_wake_at`, which is the domain's. */
export interface Attended {
  readonly stream: string;
  readonly log_version: number;
  readonly seen_version: number;
  readonly seen_at: Date | null;
  readonly next_wake_at: Date | null;
  readonly over: boolean;
  readonly cluster: string | null;
}

export const attendance = async (pool: Pool): Promise<readonly Attended[]> =>
  (await pool.query<Attended>('SELECT * FROM attendance ORDER BY stream')).rows;

/** Whatever happened has been seen, and nobody's next moment has come. */
const LOOKING = `SELECT stream FROM attendance
  WHERE log_version > seen_version OR (NOT over AND next_wake_at <= domain_now())`;

/** Whatever was issued has gone to whom it reaches, and no mail is on its way; outcomes wait for the next digest. */
const UNDELIVERED = `SELECT rung_id FROM outbox o WHERE NOT merged AND outcome IS NULL
    AND NOT EXISTS (SELECT FROM delivery_settled s WHERE s.rung_id = o.rung_id AND s.channel = 'email')
  UNION ALL SELECT message_id FROM mail WHERE state = 'claimed'`;

const untilNone = async (pool: Pool, query: string, what: string, timeoutMs: number): Promise<void> => {
  await eventually(async () => (await pool.query(query)).rowCount === 0, { what, timeoutMs });
};

/** Waits until every process has nothing left to look at. */
export const untilAllHaveLooked = (pool: Pool, timeoutMs = 30_000): Promise<void> =>
  untilNone(pool, LOOKING, 'every process to have looked', timeoutMs);

/** Waits until all that was issued is delivered. */
export const untilDelivered = (pool: Pool, timeoutMs = 30_000): Promise<void> =>
  untilNone(pool, UNDELIVERED, 'every reminder to be delivered', timeoutMs);

/** PostgreSQL's clock and how far the domain's is ahead of it. */
export const clocks = async (pool: Pool): Promise<{ readonly real: Date; readonly offsetMs: number }> => {
  const { rows } = await pool.query<{ real: Date; offset: number }>(
    'SELECT clock_timestamp() AS real, extract(epoch FROM clock_offset)::float8 * 1000 AS offset FROM install',
  );
  return { real: rows[0]?.real as Date, offsetMs: rows[0]?.offset ?? 0 };
};
