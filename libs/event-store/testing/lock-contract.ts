import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '../event-store';
import { aKey, aStream, commandOn, loadOf, said, say } from './given';

type Rule = (store: EventStore) => Promise<void>;

const sayLocked = (store: EventStore, stream: string, word: string, pause = 0) =>
  store.loadLocked(loadOf(stream), stream, async (loaded) => {
    await delay(pause);
    return commandOn(stream, loaded, { events: [{ schema: 1, event: said(word) }] });
  });

/** `loadLocked`: nobody comes between what was loaded and what is appended. */
export const lockContract: Readonly<Record<string, Rule>> = {
  'those who lock a stream go one after the other, and none loses': async (store) => {
    const stream = aStream();
    await say(store, stream);
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((word) => sayLocked(store, stream, word, 10)));
    assert.deepEqual(results.map((result) => result?.ok && result.version).sort(), [2, 3, 4, 5]);
  },

  'also where the stream is not there yet': async (store) => {
    const stream = aStream();
    const results = await Promise.all(['a', 'b', 'c'].map((word) => sayLocked(store, stream, word, 10)));
    assert.deepEqual(results.map((result) => result?.ok && result.version).sort(), [1, 2, 3]);
  },

  'one who does not lock waits, then learns that the version is another': async (store) => {
    const stream = aStream();
    await say(store, stream);
    const before = await store.load(loadOf(stream));
    const locked = sayLocked(store, stream, 'first', 100);
    await delay(30);
    assert.deepEqual(await store.append(commandOn(stream, before)), { ok: false, conflict: 'version' });
    assert.ok((await locked)?.ok);
  },

  'who appends nothing, or fails, leaves nothing and lets go': async (store) => {
    const stream = aStream();
    await say(store, stream);
    assert.equal(await store.loadLocked(loadOf(stream), stream, async () => null), null);
    const failing = store.loadLocked(loadOf(stream), stream, () => Promise.reject(new Error('a bug')));
    await assert.rejects(failing, { message: 'a bug' });
    assert.ok((await sayLocked(store, stream, 'after'))?.ok);
  },

  'a conflict under the lock is answered as without it': async (store) => {
    const [stream, key] = [aStream(), aKey()];
    await say(store, stream, { key });
    const again = (more: object) =>
      store.loadLocked(loadOf(stream), stream, async (loaded) => commandOn(stream, loaded, more));
    const used = await again({ key });
    assert.equal(used && !used.ok && used.conflict, 'key');
    assert.deepEqual(await again({ expectedVersion: 7 }), { ok: false, conflict: 'version' });
    assert.equal((await store.readStream(stream, 0, 9)).length, 1);
  },
};
