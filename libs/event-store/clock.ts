import type { Instant } from '@rectify/domain';
import type { Pool } from 'pg';
import { onConnection } from './pool';

/** The domain's clock as PostgreSQL keeps it, and what setting it forward needs of the attendance rows. */
export interface Clock {
  readonly now: () => Promise<Instant>;
  /** The first day of a demonstration, past or future; only while nothing is recorded. */
  readonly startAt: (instant: Instant) => Promise<void>;
  /** Forward only, in a demonstration or test database only; else `CLOCK_FIXED`. */
  readonly forwardTo: (instant: Instant) => Promise<void>;
  /** The earliest instant at which a stream wants to look again; null where none does. */
  readonly earliestWake: () => Promise<Instant | null>;
  /** Has every stream rung that wants to look by then; answers how many. */
  readonly askToRing: (until: Instant) => Promise<number>;
  /** When last a stream was rung or looked at, in real time; null where never. */
  readonly lastAttended: () => Promise<Instant | null>;
  /** How many streams have still to look: their wake has come, or something rose that they have not seen. */
  readonly unseen: () => Promise<number>;
}

const UNSEEN = `SELECT count(*)::int AS value FROM attendance a, (SELECT domain_now() AS now OFFSET 0) present
  WHERE a.log_version > a.seen_version OR (NOT a.over AND a.next_wake_at <= present.now)`;

const LAST_ATTENDED = 'SELECT iso(max(greatest(rung_at, seen_at))) AS value FROM attendance';

export const createClock = (pool: Pool): Clock => {
  const value = async <T>(text: string, values: readonly unknown[] = []): Promise<T> =>
    onConnection(
      pool,
      async (client) => (await client.query<{ value: T }>(text, [...values])).rows[0]?.value as T,
    );
  const move = async (instant: Instant, start: boolean): Promise<void> =>
    value<void>('SELECT move_clock($1, $2) AS value', [instant, start]);

  return {
    now: () => value('SELECT iso(domain_now()) AS value'),
    startAt: (instant) => move(instant, true),
    forwardTo: (instant) => move(instant, false),
    earliestWake: () => value('SELECT iso(min(next_wake_at)) AS value FROM attendance WHERE NOT over'),
    askToRing: (until) => value('SELECT ask_to_ring($1) AS value', [until]),
    lastAttended: () => value(LAST_ATTENDED),
    unseen: () => value(UNSEEN),
  };
};
