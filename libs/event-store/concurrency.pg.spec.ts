import { setTimeout as delay } from 'node:timers/promises';
import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import type { AppendRequest, EventStore } from './event-store';
import { createPool } from './pool';
import { createPostgresStore } from './postgres-store';
import { START_OF_LOG, seal } from './recorded';
import * as statements from './statements';
import { aKey, aStream, commandOn, followUntil, loadOf, said, say } from './testing/given';
import { type TestDatabase, testDatabase } from './testing/database';
import { verifyChain } from './verify';

let server: TestPostgres;
let database: TestDatabase;
let store: EventStore;
let other: EventStore;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
  store = createPostgresStore(await database.pool({ max: 16 }));
  other = createPostgresStore(await database.pool());
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

/** A transaction of another process, open until it is told to end. */
const openTransaction = async () => {
  const pool = createPool(database.ownerUrl, { max: 1 });
  const client = await pool.connect();
  await client.query('BEGIN');
  return {
    query: (text: string) => client.query(text),
    append: async (request: AppendRequest) =>
      void (await client.query(statements.append(request, seal(request)))),
    end: async (how: 'COMMIT' | 'ROLLBACK') => {
      await client.query(how);
      client.release();
      await pool.end();
    },
  };
};

const saying = async (stream: string, word: string): Promise<AppendRequest> =>
  commandOn(stream, await store.load(loadOf(stream)), { events: [{ schema: 1, event: said(word) }] });

it('64 writers on one stream: one a version, nothing lost, nothing twice', async () => {
  const stream = aStream();
  const writer = async (number: number): Promise<void> => {
    const [key, through] = [aKey(), number % 2 ? store : other];
    const events = [{ schema: 1, event: said(`writer ${number}`) }];
    for (;;) {
      const result = await say(through, stream, { key, events });
      if (result.ok) return;
      expect(result.conflict).toBe('version');
    }
  };
  await Promise.all(Array.from({ length: 64 }, (_, number) => writer(number)));

  const events = await store.readStream(stream, 0, 100);
  expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
  expect(new Set(events.map(({ bytes }) => (JSON.parse(bytes) as { cmd: string }).cmd)).size).toBe(64);
  expect(await verifyChain(store, stream)).toEqual({ ok: true, streams: 1, events: 64 });
});

it('one command from two connections at once has one effect', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [stream, key] = [aStream(), aKey()];
    const results = await Promise.all([store, other].map((through) => say(through, stream, { key })));
    expect(results.map((result) => (result.ok ? 'ok' : result.conflict)).sort()).toEqual(['key', 'ok']);
    expect(await store.readStream(stream, 0, 9)).toHaveLength(1);
  }
});

it('one command by a locking and a plain try at once has one effect and no deadlock', async () => {
  const stream = aStream();
  await say(store, stream);
  for (let round = 1; round <= 10; round += 1) {
    const key = aKey();
    const locking = other.loadLocked(loadOf(stream, 0, key), stream, async (loaded) =>
      loaded.stored ? null : commandOn(stream, loaded, { key }),
    );
    const [plain, locked] = await Promise.all([say(store, stream, { key }), locking]);
    expect([plain.ok, locked?.ok ?? false].filter(Boolean)).toHaveLength(1);
  }
  expect(await store.readStream(stream, 0, 100)).toHaveLength(11);
});

it('a follower misses nothing of transactions that overlap', async () => {
  const [early, late] = [await openTransaction(), await openTransaction()];
  const [a, b, c] = [aStream(), aStream(), aStream()];
  await early.query('SELECT pg_current_xact_id()');
  await late.append(await saying(a, 'the later transaction, the earlier place'));
  await early.append(await saying(b, 'the earlier transaction, the later place'));
  await say(store, c);

  const seenOf = async (after: string) => (await store.readAll(after, 1_000)).map(({ stream }) => stream);
  const unfinished = await seenOf(START_OF_LOG);
  expect([a, b, c].filter((stream) => unfinished.includes(stream))).toEqual([]);
  await early.end('COMMIT');
  const seen = await followUntil(store, ({ stream }) => stream === b);
  expect(seen.map(({ stream }) => stream)).not.toContain(a);
  await late.end('COMMIT');
  await followUntil(store, ({ stream }) => stream === c);
  expect(await seenOf(seen.at(-1)?.position ?? '')).toEqual([a, c]);
});

it('the order of followers is the order of versions in each stream, also for those who waited', async () => {
  const stream = aStream();
  await say(store, stream);
  const locking = (through: EventStore) =>
    through.loadLocked(loadOf(stream), stream, async (loaded) => commandOn(stream, loaded));
  await Promise.all(
    Array.from({ length: 24 }, (_, index) => (index % 3 ? locking(store) : say(other, stream))),
  );
  const last = (await store.readStream(stream, 0, 100)).length;
  const seen = await followUntil(store, (event) => event.stream === stream && event.version === last);
  const versions = seen.filter((event) => event.stream === stream).map(({ version }) => version);
  expect(versions).toEqual(Array.from({ length: last }, (_, index) => index + 1));
});

it('who cannot have the key or the head in two seconds is told to come back, and has left nothing', async () => {
  const [stream, key] = [aStream(), aKey()];
  await say(store, stream);
  const holder = await openTransaction();
  await holder.append({ ...(await saying(stream, 'held')), key });
  await Promise.all([
    expect(say(store, aStream(), { key })).rejects.toMatchObject({ code: 'KEY_IN_FLIGHT' }),
    expect(say(store, stream)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }),
  ]);
  await holder.end('ROLLBACK');
  expect(await say(store, stream, { key })).toMatchObject({ ok: true, version: 2 });
});

describe('who rests on a stream and who writes it have one order', () => {
  const resting = async (end: 'COMMIT' | 'ROLLBACK') => {
    const [stream, directory] = [aStream(), aStream()];
    await say(store, directory);
    const writer = await openTransaction();
    await writer.append(await saying(directory, 'somebody left'));
    const request = { ...(await saying(stream, 'approved')), rests: [{ stream: directory, version: 1 }] };
    const [waiting] = [store.append(request)];
    await delay(50);
    await writer.end(end);
    return waiting;
  };

  it('who left before is seen by the approval that waited', async () => {
    expect(await resting('COMMIT')).toEqual({ ok: false, conflict: 'rest' });
  });

  it('who did not leave after all does not hinder it', async () => {
    expect(await resting('ROLLBACK')).toMatchObject({ ok: true, version: 1 });
  });

  it('those who rest do not wait for each other', async () => {
    const [one, two, directory] = [aStream(), aStream(), aStream()];
    await say(store, directory);
    const rests = [{ stream: directory, version: 1 }];
    const first = await openTransaction();
    await first.append({ ...(await saying(one, 'approved')), rests });
    expect(await say(store, two, { rests })).toMatchObject({ ok: true });
    await first.end('COMMIT');
  });

  it('two that rest on each other have no deadlock, in either way of writing', async () => {
    const [one, two] = [aStream(), aStream()];
    const rested = (stream: string) => {
      const rest = stream === one ? two : one;
      return { key: null, tails: [stream, rest].map((each) => ({ stream: each, after: 0 })) };
    };
    const resting = (stream: string, loaded: Awaited<ReturnType<EventStore['load']>>) => {
      const rest = stream === one ? two : one;
      const version = loaded.tails[rest]?.at(-1)?.version ?? 0;
      return commandOn(stream, loaded, { rests: [{ stream: rest, version }] });
    };
    const plain = async (through: EventStore, stream: string) =>
      through.append(resting(stream, await through.load(rested(stream))));
    const locked = (through: EventStore, stream: string) =>
      through.loadLocked(rested(stream), stream, async (loaded) => resting(stream, loaded));
    let accepted = 0;
    for (let round = 0; round < 10; round += 1) {
      const results = await Promise.all(
        [plain, locked, plain, locked].flatMap((write) => [write(store, one), write(other, two)]),
      );
      accepted += results.filter((result) => result?.ok).length;
    }
    const written = await Promise.all([one, two].map((stream) => store.readStream(stream, 0, 500)));
    expect(written.flat()).toHaveLength(accepted);
    expect(accepted).toBeGreaterThanOrEqual(20);
  });
});
