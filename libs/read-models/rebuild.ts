import {
  calendarDecider,
  campaignDecider,
  directoryDecider,
  type Campaign,
  type Decider,
  type Recorded,
} from '@rectify/domain';
import {
  onConnection,
  type EventStore,
  type RecordedEvent,
  type RowChanges,
  type TableChange,
} from '@rectify/event-store';
import type { Pool, PoolClient } from 'pg';
import { rowsOf } from './kernel/database';
import { read } from './known-events';
import {
  projectCalendarState,
  projectDirectoryEvents,
  projectDirectoryState,
  projectEvents,
  projectState,
} from './projections';

export interface Rebuilt {
  readonly streams: number;
  readonly events: number;
}

const BATCH = 2_000;

/**
 * Streams at work at the same time: while PostgreSQL writes the rows of some, the next is folded. Each may hold a
 * connection while it reads by another, so one is left over for all.
 */
const lanesOn = ({ options: { max = 10 } }: Pool): number => Math.max(1, Math.min(3, max - 1));

/**
 * Makes the rows of every campaign, of the calendar and of the directory again from the log, stream by stream, while commands go on. A stream is folded
 * before its head is locked; under the lock only what was appended meanwhile is read, and its rows are replaced.
 */
export const rebuildAll = async (
  pool: Pool,
  store: EventStore,
  onStream?: (done: Rebuilt) => void,
): Promise<Rebuilt> => {
  let done: Rebuilt = { streams: 0, events: 0 };
  const streams = streamsWithRows(pool);
  const lane = async (): Promise<void> => {
    for await (const stream of streams) {
      const events = await rebuildStream(pool, store, stream);
      done = { streams: done.streams + 1, events: done.events + events };
      onStream?.(done);
    }
  };
  await Promise.all(Array.from({ length: lanesOn(pool) }, lane));
  return done;
};

async function* streamsWithRows(pool: Pool): AsyncGenerator<string> {
  for (let after = '', size = BATCH; size === BATCH;) {
    const rows = await rowsOf<{ stream: string }>(pool, 'streams_with_rows', STREAMS, [after, BATCH]);
    for (const { stream } of rows) yield stream;
    size = rows.length;
    after = rows.at(-1)?.stream ?? after;
  }
}

const STREAMS = `SELECT stream FROM heads WHERE stream > $1
    AND (stream LIKE 'campaign/%' OR stream LIKE 'calendar/%' OR stream LIKE 'directory/%')
  ORDER BY stream LIMIT $2`;

/** One stream; answers how many events it had. */
export const rebuildStream = async (pool: Pool, store: EventStore, stream: string): Promise<number> => {
  const folding = startFolding(stream);
  for (let size = BATCH; size === BATCH;) {
    const events = await store.readStream(stream, folding.version(), BATCH);
    folding.add(events);
    size = events.length;
  }
  await onConnection(pool, (client) => replace(client, store, stream, folding));
  return folding.version();
};

const replace = async (
  client: PoolClient,
  store: EventStore,
  stream: string,
  folding: Folding,
): Promise<void> => {
  await client.query('BEGIN');
  try {
    // Rows that a crash takes away are made again by the next rebuild; the log itself waits for its disk as ever.
    await client.query('SET LOCAL synchronous_commit = off');
    await client.query(`SELECT lock_head(null, null, null, $1, '{}')`, [stream]);
    folding.add(await store.readStream(stream, folding.version(), Number.MAX_SAFE_INTEGER));
    const values = [stream, folding.version(), JSON.stringify(folding.rows())];
    const { rows } = await client.query<{ replaced: boolean }>(
      'SELECT replace_rows($1, $2, $3) AS replaced',
      values,
    );
    if (!rows[0]?.replaced) throw new Error(`${stream} moved under its lock`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};

interface Folding {
  readonly add: (events: readonly RecordedEvent[]) => void;
  readonly version: () => number;
  readonly rows: () => RowChanges;
}

const startFolding = (stream: string): Folding => {
  if (stream.startsWith('calendar/'))
    return folding(calendarDecider, (recorded) => read('calendar', recorded), {
      ofEvent: () => ({}),
      ofState: (after) => projectCalendarState({ stream, after }),
    });
  if (stream.startsWith('directory/'))
    return folding(directoryDecider, (recorded) => read('directory', recorded), {
      ofEvent: (before, entry) => projectDirectoryEvents({ stream, before, recorded: [entry] }),
      ofState: (after) => projectDirectoryState({ stream, after }),
    });
  return folding(campaignDecider, (recorded) => read('campaign', recorded), {
    ofEvent: (before, entry) => projectEvents({ stream, before: before as Campaign, recorded: [entry] }),
    ofState: (after, last) => projectState({ stream, recorded: last, after: after as Campaign }),
  });
};

interface Rows<State, Event> {
  readonly ofEvent: (before: State, entry: Recorded & { readonly event: Event }) => RowChanges;
  readonly ofState: (after: State, last: readonly (Recorded & { readonly event: Event })[]) => RowChanges;
}

/** Folds a stream on a bare state, noting on the way the rows that follow from each event alone. */
const folding = <State, Event>(
  { initialState, evolve }: Pick<Decider<State, never, Event, never>, 'initialState' | 'evolve'>,
  eventOf: (recorded: RecordedEvent) => Event,
  { ofEvent, ofState }: Rows<State, Event>,
): Folding => {
  const state = initialState();
  const ofEvents: Record<string, { upsert: TableChange['upsert'][number][]; remove: [] }> = {};
  let last: (Recorded & { readonly event: Event }) | null = null;

  const addOne = (recorded: RecordedEvent): void => {
    const { version, at, actor } = recorded;
    last = { version, at, actor, event: eventOf(recorded) };
    for (const [table, { upsert }] of Object.entries(ofEvent(state, last)))
      (ofEvents[table] ??= { upsert: [], remove: [] }).upsert.push(...upsert);
    evolve(state, last.event, last);
  };

  return {
    add: (events) => events.forEach(addOne),
    version: () => last?.version ?? 0,
    rows: () => ({ ...ofEvents, ...ofState(state, last ? [last] : []) }),
  };
};
