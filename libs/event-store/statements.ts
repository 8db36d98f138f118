import type { QueryConfig } from 'pg';
import type { AppendRequest, LoadRequest, RecordedEvent, StoredResult } from './event-store';
import { type SealedEvent, reading } from './recorded';
import { load as loadTails } from './sql/load.sql';

/** Row of an event as every reading statement gives it. */
export interface EventRow {
  readonly xid: string;
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly bytes: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export const toRecorded = (row: EventRow): RecordedEvent =>
  reading({
    position: `${row.xid}-${row.position}`,
    stream: row.stream,
    version: row.version,
    bytes: row.bytes,
    previousHash: row.previous_hash,
    hash: row.hash,
  });

const COLUMNS = `e.xid, e.position, e.stream, e.version, e.bytes,
  encode(e.previous_hash, 'hex') AS previous_hash, encode(e.hash, 'hex') AS hash`;

/** At least one row, and just one where the caller's streams are up to date. */
export type LoadRow = { readonly now: string; readonly stored: StoredResult | null } & (
  EventRow | { readonly stream: null }
);

export const load = ({ key, tails }: LoadRequest): QueryConfig => ({
  name: 'load',
  text: loadTails,
  values: [
    key?.space ?? null,
    key?.principal ?? null,
    key?.id ?? null,
    tails.map(({ stream }) => stream),
    tails.map(({ after }) => after),
  ],
});

export const lockHead = ({ key, tails }: LoadRequest, own: string): QueryConfig => ({
  name: 'lock_head',
  text: 'SELECT lock_head($1, $2, $3, $4, $5)',
  values: [
    ...[key?.space ?? null, key?.principal ?? null, key?.id ?? null, own],
    tails.map(({ stream }) => stream).filter((stream) => stream !== own),
  ],
});

export interface AppendRow {
  readonly outcome: 'done' | 'key' | 'version' | 'rest' | 'clock';
  readonly xid: string;
  readonly positions: readonly string[] | null;
  readonly stored: StoredResult | null;
}

const GIVEN = '$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13';
const APPEND = {
  person: { name: 'append', text: `SELECT * FROM append(${GIVEN})` },
  system: { name: 'append_system', text: `SELECT * FROM append_system(${GIVEN})` },
};

export const append = (request: AppendRequest, sealed: readonly SealedEvent[]): QueryConfig => ({
  ...APPEND[request.key.space],
  values: [
    request.key.principal,
    request.key.id,
    request.payloadHash,
    request.stream,
    request.expectedVersion,
    request.previousHash,
    request.rests.map(({ stream }) => stream),
    request.rests.map(({ version }) => version),
    request.now,
    sealed.map(({ bytes }) => bytes),
    sealed.map(({ hash }) => hash),
    JSON.stringify(request.rows),
    request.ring && request.ring.raise,
  ],
});

export const readAll = (xid: string, position: string, limit: number): QueryConfig => ({
  name: 'read_all',
  text: `SELECT ${COLUMNS} FROM events e
    WHERE (e.xid, e.position) > ($1::xid8, $2::bigint) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY e.xid, e.position LIMIT $3`,
  values: [xid, position, limit],
});

export const sealingKeys = (ids: readonly string[]): QueryConfig => ({
  name: 'sealing_keys',
  text: 'SELECT problem_id AS id, key FROM sealing_key WHERE problem_id = ANY ($1)',
  values: [ids],
});

export const readStream = (stream: string, after: number, limit: number): QueryConfig => ({
  name: 'read_stream',
  text: `SELECT ${COLUMNS} FROM events e WHERE e.stream = $1 AND e.version > $2 ORDER BY e.version LIMIT $3`,
  values: [stream, after, limit],
});
