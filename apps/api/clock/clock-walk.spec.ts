import type { Instant } from '@rectify/domain';
import type { Clock } from '@rectify/event-store';
import { instantOf, walkTo } from './clock-walk';

const options = { patienceMs: 60, signMs: 20, pollMs: 1 };

/** A clock with one stream that wakes at these moments; `looks` is whether anybody answers the bell. */
const clockWith = (wakes: readonly Instant[], looks: boolean) => {
  let now: Instant = '2026-03-02T01:00:00.000Z';
  let seen: Instant = now;
  const stops: Instant[] = [];
  const clock: Clock = {
    now: async () => now,
    startAt: async () => undefined,
    forwardTo: async (instant) => {
      now = instant;
      stops.push(instant);
    },
    lastAttended: async () => seen,
    earliestWake: async () => wakes.find((wake) => wake > seen) ?? null,
    askToRing: async () => {
      if (looks) seen = now;
      return 1;
    },
    unseen: async () => wakes.filter((wake) => wake > seen && wake <= now).length,
  };
  return { clock, stops };
};

describe('setting the clock forward', () => {
  const wakes = ['2026-03-03T00:30:00.000Z', '2026-03-05T00:30:00.000Z', '2026-04-01T00:30:00.000Z'];

  it('stops wherever somebody wants to look, and at the asked moment', async () => {
    const { clock, stops } = clockWith(wakes, true);
    const walked = await walkTo(clock, '2026-03-10T00:00:00.000Z', options);
    expect(stops).toEqual([wakes[0], wakes[1], '2026-03-10T00:00:00.000Z']);
    expect(walked).toEqual({ now: '2026-03-10T00:00:00.000Z', steps: 3, looked: true });
  });

  it('moves at once from the first moment at which nobody looked', async () => {
    const { clock, stops } = clockWith(wakes, false);
    const walked = await walkTo(clock, '2026-03-10T00:00:00.000Z', options);
    expect(stops).toEqual([wakes[0], '2026-03-10T00:00:00.000Z']);
    expect(walked.looked).toBe(false);
  });

  it('waits longer for those of whom there is a sign', async () => {
    const { clock } = clockWith([], true);
    let [asked, signs] = [0, 0];
    const slow: Clock = {
      ...clock,
      lastAttended: async () => String((signs += 1)),
      unseen: async () => ((asked += 1) < 6 ? 1 : 0),
    };
    const walked = await walkTo(slow, '2026-03-02T02:00:00.000Z', { ...options, signMs: 0 });
    expect(walked.looked).toBe(true);
  });

  it('goes on where the same moment is wanted again and again', async () => {
    const { clock, stops } = clockWith([], true);
    const stubborn: Clock = { ...clock, earliestWake: async () => '2026-03-02T01:00:00.000Z' };
    await walkTo(stubborn, '2026-03-02T01:02:30.000Z', options);
    expect(stops).toEqual([
      '2026-03-02T01:01:00.000Z',
      '2026-03-02T01:02:00.000Z',
      '2026-03-02T01:02:30.000Z',
    ]);
  });

  it('does nothing for a moment that is now', async () => {
    const { clock, stops } = clockWith(wakes, true);
    expect((await walkTo(clock, '2026-03-02T01:00:00.000Z', options)).steps).toBe(0);
    expect(stops).toEqual([]);
  });

  it('takes a day as its beginning in Shanghai', () => {
    expect(instantOf('2026-03-10')).toBe('2026-03-09T16:00:00.000Z');
    expect(instantOf('2026-03-10T01:00:00Z')).toBe('2026-03-10T01:00:00.000Z');
  });
});
