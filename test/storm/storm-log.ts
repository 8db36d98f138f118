import type { Pool } from 'pg';
import { DUE_ON } from './campaigns';

/** The moment of the storm by the domain's clock: 08:30 in Shanghai. */
export const STORM_AT = `${DUE_ON}T00:30:00.000Z`;

/** What the log and the outbox say of the storm, counted by PostgreSQL. */
export interface Recorded {
  /** Events, one a campaign and consult. */
  readonly events: number;
  readonly campaigns: number;
  readonly rungs: number;
  readonly distinctRungs: number;
  readonly rows: number;
  /** Rungs of the log without a row, and rows without a rung. */
  readonly unmatched: number;
  /** Seconds after the moment, by the log's own time. */
  readonly firstSeconds: number;
  readonly lastSeconds: number;
}

const RUNGS = `SELECT e.stream, e.version, e.recorded_at,
    e.stream || '/' || (r->>'key') || ':' || (r->>'dueVersion') || ':' || (r->>'rung') AS rung_id
  FROM events e, jsonb_array_elements(e.body->'data'->'rungs') r
  WHERE e.type = 'RemindersIssued' AND r->>'on' = '${DUE_ON}'`;

const RECORDED = `WITH rungs AS (${RUNGS}), rows AS (SELECT rung_id FROM outbox WHERE "on" = '${DUE_ON}')
  SELECT (SELECT count(*) FROM (SELECT DISTINCT stream, version FROM rungs) e)::int AS events,
    count(DISTINCT stream)::int AS campaigns, count(*)::int AS rungs, count(DISTINCT rung_id)::int AS "distinctRungs",
    (SELECT count(*) FROM rows)::int AS rows,
    (SELECT count(*) FROM rungs FULL JOIN rows USING (rung_id)
     WHERE rungs.stream IS NULL OR rows.rung_id IS NULL)::int AS unmatched,
    extract(epoch FROM min(recorded_at) - '${STORM_AT}')::float8 AS "firstSeconds",
    extract(epoch FROM max(recorded_at) - '${STORM_AT}')::float8 AS "lastSeconds"
  FROM rungs`;

export const recordedInStorm = async (pool: Pool): Promise<Recorded> =>
  (await pool.query<Recorded>(RECORDED)).rows[0] as Recorded;

export const countRows = (pool: Pool): Promise<number> =>
  count(pool, `SELECT count(*)::int AS count FROM outbox WHERE "on" = '${DUE_ON}'`);

/** Campaigns that have looked since a real moment and wait for what comes next. */
export const countWaiting = (pool: Pool, since: Date): Promise<number> =>
  count(
    pool,
    `SELECT count(*)::int AS count FROM attendance WHERE stream LIKE 'campaign/%' AND seen_at >= $1
       AND log_version <= seen_version AND next_wake_at > domain_now()`,
    [since],
  );

const count = async (pool: Pool, query: string, values: unknown[] = []): Promise<number> =>
  (await pool.query<{ count: number }>(query, values)).rows[0]?.count ?? 0;

export const realNow = async (pool: Pool): Promise<Date> =>
  (await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]?.now as Date;
