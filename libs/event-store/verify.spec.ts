import type { EventStore, RecordedEvent } from './event-store';
import { chainHash } from './canonical';
import { createMemoryStore } from './memory-store';
import { say, words } from './testing/given';
import { verifyChain } from './verify';

const given = createMemoryStore({ now: () => '2026-03-02T00:00:00.000Z' });
beforeAll(async () => {
  await say(given, 'campaign/one', { events: words(2) });
  await say(given, 'campaign/two', { events: words(3) });
  await say(given, 'campaign/one', { events: words(2) });
});

/** The given log as somebody with the disk in hand left it. */
const tampered = (change: (log: RecordedEvent[]) => RecordedEvent[]): EventStore => ({
  ...given,
  readAll: async (after, limit) => {
    const log = change([...(await given.readAll('0-0', 100))]);
    return log.slice(after === '0-0' ? 0 : log.length, limit);
  },
});
const changing = (index: number, change: (event: RecordedEvent) => Partial<RecordedEvent>) =>
  tampered((log) => log.map((event, at) => (at === index ? { ...event, ...change(event) } : event)));
const rehashed = (event: RecordedEvent, bytes: string) => ({
  bytes,
  hash: chainHash(event.previousHash, bytes),
});

it('says how much it found in order', async () => {
  expect(await verifyChain(given)).toEqual({ ok: true, streams: 2, events: 7 });
});

it.each<[string, EventStore, number, string]>([
  ['other bytes', changing(3, ({ bytes }) => ({ bytes: bytes.replace('word 2', 'word 3') })), 2, 'hash'],
  ['another hash', changing(3, () => ({ hash: 'a'.repeat(64) })), 2, 'hash'],
  [
    'other bytes with their hash',
    changing(3, (e) => rehashed(e, e.bytes.replace('word 2', 'w'))),
    3,
    'previousHash',
  ],
  [
    'bytes that are not canonical',
    changing(4, (e) => rehashed(e, e.bytes.replace(':', ': '))),
    3,
    'canonical',
  ],
  ["another stream's event", changing(4, (e) => rehashed(e, e.bytes.replace('/two', '/one'))), 3, 'place'],
  ['an earlier time', changing(4, () => ({ at: '2026-03-01T00:00:00.000Z' })), 3, 'time'],
  ['an event less', tampered((log) => log.filter((_, index) => index !== 3)), 3, 'version'],
  ['an event twice', tampered((log) => [...log.slice(0, 4), ...log.slice(3)]), 2, 'version'],
])('finds %s', async (_, store, version, what) => {
  expect(await verifyChain(store)).toEqual({ ok: false, first: { stream: 'campaign/two', version, what } });
});
