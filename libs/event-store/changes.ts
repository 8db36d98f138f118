import type { Pool } from 'pg';
import type { Position } from './event-store';
import { onConnection } from './pool';

/** A stream that has grown, up to which version and where in the log. */
export interface Change {
  readonly position: Position;
  readonly stream: string;
  readonly version: number;
}

const END = `SELECT xid || '-' || position AS position FROM events WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY xid DESC, position DESC LIMIT 1`;

const CHANGES = `SELECT xid || '-' || position AS position, stream, version FROM events
  WHERE (xid, position) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY xid, position LIMIT $3`;

/** Where the log ends, for whoever wants to hear of what comes. */
export const endOfLog = (pool: Pool): Promise<Position> =>
  onConnection(pool, async (client) => {
    const { rows } = await client.query<{ position: Position }>({ name: 'end_of_log', text: END });
    return rows[0]?.position ?? '0-0';
  });

/** What was recorded after a place, without its content; in the order that followers go by (as `readAll`). */
export const changesAfter = (pool: Pool, after: Position, limit: number): Promise<readonly Change[]> =>
  onConnection(pool, async (client) => {
    const values = [...after.split('-'), limit];
    return (await client.query<Change>({ name: 'changes_after', text: CHANGES, values })).rows;
  });
