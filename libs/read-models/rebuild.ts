import {
  calendarDecider,
  campaignDecider,
  directoryDecider,
  type Campaign,
  type CampaignState,
  type Decider,
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
import type { Entry } from './kernel/projection';
import { read } from './known-events';
import { projectCalendarState, projectDirectoryState, projectEvents, projectState } from './projections';

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
    return foldingWhole(
      calendarDecider,
      (recorded) => read('calendar', recorded),
      (after) => projectCalendarState({ stream, after }),
    );
  if (stream.startsWith('directory/'))
    return foldingWhole(
      directoryDecider,
      (recorded) => read('directory', recorded),
      (after) => projectDirectoryState({ stream, after }),
    );
  return foldingCampaign(stream);
};

/** Folds a stream all of whose rows follow from its last state. */
const foldingWhole = <State, Event>(
  { initialState, evolve }: Pick<Decider<State, never, Event, never>, 'initialState' | 'evolve'>,
  eventOf: (recorded: RecordedEvent) => Event,
  rowsOf: (after: State) => RowChanges,
): Folding => {
  const state = initialState();
  let folded = 0;
  return {
    add: (events) => {
      for (const recorded of events) {
        evolve(state, eventOf(recorded), recorded);
        folded = recorded.version;
      }
    },
    version: () => folded,
    rows: () => rowsOf(state),
  };
};

/** Folds a campaign on a bare state, noting on the way the rows that follow from each event alone. */
const foldingCampaign = (stream: string): Folding => {
  const state: CampaignState = campaignDecider.initialState();
  const ofEvents: Record<string, { upsert: TableChange['upsert'][number][]; remove: [] }> = {};
  let last: Entry | null = null;

  const addOne = (recorded: RecordedEvent): void => {
    const { version, at, actor } = recorded;
    last = { version, at, actor, event: read('campaign', recorded) };
    const changes = projectEvents({ stream, before: state as Campaign, recorded: [last] });
    for (const [table, { upsert }] of Object.entries(changes))
      (ofEvents[table] ??= { upsert: [], remove: [] }).upsert.push(...upsert);
    campaignDecider.evolve(state, last.event, last);
  };

  return {
    add: (events) => events.forEach(addOne),
    version: () => last?.version ?? 0,
    rows: () => ({
      ...ofEvents,
      ...projectState({ stream, recorded: last ? [last] : [], after: state as Campaign }),
    }),
  };
};
