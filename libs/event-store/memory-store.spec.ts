import { createMemoryStore } from './memory-store';
import { contract } from './testing/contract';
import { aStream, loadOf, say } from './testing/given';

describe('the in-memory event store', () => {
  const store = createMemoryStore({ now: () => new Date().toISOString() });
  it.each(contract)('%s', (_rule, prove) => prove(store));

  it('takes its time from the clock it was given, and tells of each append', async () => {
    const told: unknown[] = [];
    const standing = createMemoryStore({
      now: () => '2026-03-02T00:00:00.000Z',
      onAppend: (request, recorded) => told.push([request.ring, recorded.length]),
    });
    const stream = aStream();
    await say(standing, stream, { ring: { raise: true } });
    await say(standing, stream, { ring: { raise: true }, expectedVersion: 9 });
    expect((await standing.load(loadOf(stream))).tails[stream]?.[0]?.at).toBe('2026-03-02T00:00:00.000Z');
    expect(told).toEqual([[{ raise: true }, 1]]);
  });
});
