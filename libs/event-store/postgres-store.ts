import type { Pool, PoolClient, QueryConfig } from 'pg';
import { isConnectionError } from './driver-errors';
import type {
  AppendRequest,
  AppendResult,
  EventStore,
  Loaded,
  LoadRequest,
  RecordedEvent,
} from './event-store';
import { onConnection } from './pool';
import { seal } from './recorded';
import * as statements from './statements';

const rowsOf = async <Row>(client: PoolClient, statement: QueryConfig): Promise<readonly Row[]> =>
  (await client.query(statement)).rows as Row[];

const loadOn = async (client: PoolClient, request: LoadRequest): Promise<Loaded> => {
  const rows = await rowsOf<statements.LoadRow>(client, statements.load(request));
  const tails: Record<string, RecordedEvent[]> = Object.fromEntries(
    request.tails.map(({ stream }) => [stream, []]),
  );
  for (const row of rows) if (row.stream !== null) tails[row.stream]?.push(statements.toRecorded(row));
  const first = rows[0];
  if (!first) throw new Error('load answered no row: is the database migrated?');
  return { now: first.now, stored: first.stored, tails };
};

const appendOn = async (client: PoolClient, request: AppendRequest): Promise<AppendResult> => {
  const sealed = seal(request);
  const [row] = await rowsOf<statements.AppendRow>(client, statements.append(request, sealed));
  if (!row) throw new Error('append answered no row');
  if (row.outcome === 'key' && row.stored) return { ok: false, conflict: 'key', stored: row.stored };
  if (row.outcome !== 'done' && row.outcome !== 'key') return { ok: false, conflict: row.outcome };
  const recorded = sealed.map((event, index) => ({
    ...event,
    position: `${row.xid}-${row.positions?.[index]}`,
  }));
  return { ok: true, version: request.expectedVersion + sealed.length, recorded };
};

/** Commits what `work` answers with success, and leaves nothing of anything else. */
const inTransaction = async <T>(
  client: PoolClient,
  work: () => Promise<T>,
  isKept: (result: T) => boolean,
): Promise<T> => {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query(isKept(result) ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    // A dead connection rolls back by itself; a dying one says no more here than the error that is on its way.
    if (!isConnectionError(error)) await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};

const eventsOn = (pool: Pool, statement: QueryConfig): Promise<readonly RecordedEvent[]> =>
  onConnection(pool, async (client) =>
    (await rowsOf<statements.EventRow>(client, statement)).map(statements.toRecorded),
  );

/** The log on PostgreSQL. The pool's role needs EXECUTE on `append` (and `append_system` in the worker) and SELECT. */
export const createPostgresStore = (pool: Pool): EventStore => ({
  load: (request) => onConnection(pool, (client) => loadOn(client, request)),

  append: (request) => onConnection(pool, (client) => appendOn(client, request)),

  loadLocked: (request, stream, then) =>
    onConnection(pool, (client) =>
      inTransaction(
        client,
        async () => {
          await client.query(statements.lockHead(request, stream));
          const wanted = await then(await loadOn(client, request));
          return wanted && (await appendOn(client, wanted));
        },
        (result) => result?.ok === true,
      ),
    ),

  readAll: (after, limit) => {
    const [xid = '0', position = '0'] = after.split('-');
    return eventsOn(pool, statements.readAll(xid, position, limit));
  },

  sealingKeys: (ids) =>
    onConnection(pool, async (client) => {
      const rows = await rowsOf<{ id: string; key: string }>(client, statements.sealingKeys(ids));
      return Object.fromEntries(rows.map(({ id, key }) => [id, key]));
    }),

  readStream: (stream, after, limit) => eventsOn(pool, statements.readStream(stream, after, limit)),
});
