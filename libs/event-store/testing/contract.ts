import assert from 'node:assert/strict';
import { payloadHash } from '../canonical';
import type { EventStore } from '../event-store';
import { verifyChain } from '../verify';
import { aKey, aStream, alice, commandOn, followUntil, loadOf, said, say, shifted, words } from './given';
import { lockContract } from './lock-contract';

type Rule = (store: EventStore) => Promise<void>;

const lengthOf = async (store: EventStore, stream: string): Promise<number> =>
  (await store.readStream(stream, 0, 1_000)).length;

const reading: Readonly<Record<string, Rule>> = {
  'a stream that is not there loads as nothing, with the time': async (store) => {
    const stream = aStream();
    const { stored, now, tails } = await store.load(loadOf(stream, 0, aKey()));
    assert.equal(stored, null);
    assert.match(now, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.deepEqual(tails, { [stream]: [] });
  },

  'what was appended is loaded as it was answered, actor and place included': async (store) => {
    const stream = aStream();
    const as = { unitId: 'a unit', post: 'secretary' };
    const appended = await say(store, stream, { as, cause: 'a cause', events: words(3) });
    assert.ok(appended.ok);
    assert.equal(appended.version, 3);
    const { tails } = await store.load(loadOf(stream));
    assert.deepEqual(tails[stream], appended.recorded);
    const [first] = appended.recorded;
    assert.deepEqual(first?.actor, { kind: 'person', personId: alice, ...as });
    assert.deepEqual([first?.cause, first?.event, first?.schema], ['a cause', said('word 1'), 1]);
  },

  'only what comes after the cached version is loaded, of every stream asked for': async (store) => {
    const [one, two] = [aStream(), aStream()];
    await say(store, one, { events: words(3) });
    await say(store, two, { events: words(2) });
    const tails = [
      { stream: one, after: 1 },
      { stream: two, after: 2 },
    ];
    const loaded = await store.load({ key: null, tails });
    assert.deepEqual(
      loaded.tails[one]?.map(({ version }) => version),
      [2, 3],
    );
    assert.deepEqual(loaded.tails[two], []);
  },

  'streams and the whole log are read in pages': async (store) => {
    const stream = aStream();
    await say(store, stream, { events: words(5) });
    assert.deepEqual(
      (await store.readStream(stream, 1, 2)).map(({ version }) => version),
      [2, 3],
    );
    const seen = await followUntil(store, ({ stream: of, version }) => of === stream && version === 5);
    const versions = seen.filter((event) => event.stream === stream).map(({ version }) => version);
    assert.deepEqual(versions, [1, 2, 3, 4, 5]);
  },
};

const conflicts: Readonly<Record<string, Rule>> = {
  'another version than expected is a conflict and leaves nothing': async (store) => {
    const stream = aStream();
    await say(store, stream);
    const loaded = await store.load(loadOf(stream));
    const key = aKey();
    const early = await store.append(commandOn(stream, { ...loaded, tails: {} }, { key }));
    const late = await store.append(commandOn(stream, loaded, { key, expectedVersion: 2 }));
    assert.deepEqual([early, late], Array(2).fill({ ok: false, conflict: 'version' }));
    assert.equal(await lengthOf(store, stream), 1);
    assert.equal((await store.load(loadOf(stream, 0, key))).stored, null);
  },

  'a used key answers what stands under it, whatever comes with it': async (store) => {
    const [stream, key] = [aStream(), aKey()];
    const first = await say(store, stream, { key, events: words(2) });
    assert.ok(first.ok);
    const { stored } = await store.load(loadOf(stream, 2, key));
    assert.deepEqual(stored, {
      payloadHash: payloadHash({ word: 'hello' }),
      stream,
      version: 2,
      events: 2,
      at: first.recorded[0]?.at,
    });
    const again = await say(store, stream, { key });
    const elsewhere = await say(store, aStream(), { key, payloadHash: 'f'.repeat(64) });
    assert.deepEqual([again, elsewhere], Array(2).fill({ ok: false, conflict: 'key', stored }));
    assert.equal(await lengthOf(store, stream), 2);
  },

  "the system's keys and a person's do not meet": async (store) => {
    const [stream, key] = [aStream(), aKey()];
    assert.ok((await say(store, stream, { key })).ok);
    const bob = aKey('0190f3a4-0000-7000-8000-000000000b0b');
    const person = { kind: 'person', personId: bob.principal } as const;
    assert.ok((await say(store, stream, { key: { ...bob, id: key.id }, actor: person })).ok);
    const system = { space: 'system', principal: 'campaign', id: key.id } as const;
    assert.ok((await say(store, stream, { key: system, actor: { kind: 'system' } })).ok);
    assert.equal(await lengthOf(store, stream), 3);
  },

  'a now that is not of this moment, or before the last event, is a conflict': async (store) => {
    const stream = aStream();
    await say(store, stream);
    const loaded = await store.load(loadOf(stream));
    const lastAt = loaded.tails[stream]?.[0]?.at ?? '';
    for (const now of [shifted(loaded.now, -5_500), shifted(loaded.now, 60_000), shifted(lastAt, -1)]) {
      assert.deepEqual(await say(store, stream, { now }), { ok: false, conflict: 'clock' });
    }
    assert.ok((await say(store, stream, { now: lastAt })).ok);
  },

  'a stream rested on that has moved, or is there after all, is a conflict and leaves nothing': async (
    store,
  ) => {
    const [stream, other, absent] = [aStream(), aStream(), aStream()];
    await say(store, other, { events: words(2) });
    const on = (version: number) => [
      { stream: other, version },
      { stream: absent, version: 0 },
    ];
    const [early, wrong] = [
      await say(store, stream, { rests: on(1) }),
      await say(store, stream, { rests: on(3) }),
    ];
    assert.deepEqual([early, wrong], Array(2).fill({ ok: false, conflict: 'rest' }));
    assert.equal(await lengthOf(store, stream), 0);
    assert.ok((await say(store, stream, { rests: on(2) })).ok);
    await say(store, absent);
    assert.deepEqual(await say(store, stream, { rests: on(2) }), { ok: false, conflict: 'rest' });
  },

  'a command without events uses its key and no version': async (store) => {
    const [stream, key] = [aStream(), aKey()];
    const result = await say(store, stream, { key, events: [] });
    assert.deepEqual(result, { ok: true, version: 0, recorded: [] });
    assert.equal((await store.load(loadOf(stream, 0, key))).stored?.events, 0);
    assert.ok((await say(store, stream)).ok);
  },
};

const invalid = { code: 'EVENT_INVALID' };

const integrity: Readonly<Record<string, Rule>> = {
  'a chain that does not continue is thrown back': async (store) => {
    const stream = aStream();
    await say(store, stream);
    await assert.rejects(say(store, stream, { previousHash: 'a'.repeat(64) }), invalid);
    assert.equal(await lengthOf(store, stream), 1);
  },

  "a key that is not the actor's own is thrown back": async (store) => {
    await assert.rejects(say(store, aStream(), { key: aKey('somebody else') }), invalid);
    await assert.rejects(say(store, aStream(), { actor: { kind: 'system' } }), invalid);
  },

  'what would not come back as it went in is thrown back, and what fits is kept': async (store) => {
    const stream = aStream();
    const saying = (data: unknown) =>
      say(store, stream, { events: [{ schema: 1, event: { type: 'Said', data } }] });
    for (const data of [{ n: 0.5 }, { text: 'a\0b' }, { text: 'a'.repeat(65_536) }]) {
      await assert.rejects(saying(data), invalid);
    }
    const data = {
      text: '整改😀"\\\n'.repeat(4_000),
      n: -9007199254740991,
      none: null,
      list: [{ b: true, a: [] }],
    };
    assert.ok((await saying(data)).ok);
    assert.deepEqual(
      (await store.readStream(stream, 0, 9)).map(({ event }) => event.data),
      [data],
    );
  },

  'the chain of everything that was appended holds': async (store) => {
    const stream = aStream();
    for (let count = 1; count <= 3; count += 1) await say(store, stream, { events: words(count) });
    assert.deepEqual(await verifyChain(store, stream), { ok: true, streams: 1, events: 6 });
    assert.ok((await verifyChain(store)).ok);
  },
};

/** What every event store must do, each rule on streams of its own: run on the in-memory one and on PostgreSQL. */
export const contract: readonly (readonly [rule: string, prove: Rule])[] = [
  reading,
  conflicts,
  integrity,
  lockContract,
].flatMap((rules) => Object.entries(rules));
