import { createMemoryAttendance } from './memory-attendance';
import { createMemoryStore } from './memory-store';
import { attendanceContract } from './testing/attendance-contract';
import { aStream, say } from './testing/given';

const START = Date.parse('2026-03-02T00:00:00.000Z');
const attended = () => {
  const clock = { ms: 0 };
  const now = () => new Date(START + clock.ms).toISOString();
  const attendance = createMemoryAttendance({ machine: () => clock.ms, now, epoch: () => 1 });
  const store = createMemoryStore({
    now,
    onAppend: (request, recorded) => attendance.onAppend(request, request.expectedVersion + recorded.length),
  });
  const thirtySecondsLater = async () => void (clock.ms += 31_000);
  return { store, attendance, now: async () => now(), thirtySecondsLater };
};

describe('attendance in memory', () => {
  it.each(attendanceContract)('%s', (_rule, prove) => prove(attended()));

  it('has those rung who wait for a moment that has come', async () => {
    const { store, attendance, now } = attended();
    const stream = aStream();
    await say(store, stream, { ring: { raise: true } });
    const claim = () =>
      attendance.claimRings({ cluster: 'one', shape: 'campaign@1', limit: 9, staleAfterSeconds: 30 });
    await claim();
    const seen = { seenVersion: 1, over: false, shape: 'campaign@1', epoch: 1, cluster: 'one' };
    await attendance.acknowledge(stream, { ...seen, nextWakeAt: '2026-03-03T00:00:00.000Z' });
    expect(attendance.askToRing(await now())).toBe(0);
    expect(attendance.askToRing('2026-03-03T00:00:00.000Z')).toBe(1);
  });
});
