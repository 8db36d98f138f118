import { simulate } from './simulate';
import { beginnings, type Beginnings } from './start';
import type { Bugs } from './system';

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 1_000);

describe('the whole system under doorbells that are lost, doubled and late, kills, lost answers and a clock that jumps', () => {
  let begun: Beginnings;
  beforeAll(async () => {
    begun = await beginnings();
  });

  it('RR6.5 R5.4 converges for every seed: all is seen, each rung recorded once, the outbox equals it, the next moment is right', async () => {
    const happened: Record<string, number> = {};
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const outcome = await simulate(seed, begun);
      const { faults } = outcome;
      if (faults.length > 0)
        throw new Error(`${faults.join('\n')}\nagain: npm run test:simulation -- --seed ${seed}`);
      for (const [name, times] of Object.entries(outcome.happened))
        happened[name] = (happened[name] ?? 0) + times;
    }
    // What is to go wrong did go wrong, and people got on all the same.
    for (const name of [
      'the worker is killed',
      'the API is killed',
      'the clock is set forward',
      'Temporal is wiped',
    ])
      expect(happened[name]).toBeGreaterThan(SEEDS / 20);
    expect(happened['accepted']).toBeGreaterThan(SEEDS);
  }, 600_000);

  it('is repeated by its seed', async () => {
    const once = await simulate(4_711, begun);
    expect(await simulate(4_711, begun)).toEqual(once);
    expect((await simulate(4_712, begun)).happened).not.toEqual(once.happened);
  });

  const mistakes: readonly (readonly [string, Bugs, RegExp])[] = [
    [
      'a relay that does not ring again what was not looked at',
      {
        attendance: (attendance) => ({
          ...attendance,
          claimRings: async (request) =>
            (await attendance.claimRings(request)).filter(({ reason }) => reason !== 'unseen'),
        }),
      },
      /seen up to \d+, changed at \d+|still due/,
    ],
    [
      'a relay without its sweep of what is overdue',
      {
        attendance: (attendance) => ({
          ...attendance,
          claimRings: async (request) =>
            (await attendance.claimRings(request)).filter(({ reason }) => reason !== 'overdue'),
        }),
      },
      /still due/,
    ],
    [
      'a look that does not say when it will be back',
      {
        attendance: ({ claimRings, acknowledge }) => ({
          claimRings,
          acknowledge: (stream, seen) => acknowledge(stream, { ...seen, nextWakeAt: null }),
        }),
      },
      /to wake at null/,
    ],
    [
      'a workflow that is not told when to wake',
      {
        activities: ({ look, perform }) => ({
          perform,
          look: async (ref) => {
            const seen = await look(ref);
            return seen === 'superseded' ? seen : { ...seen, wake: null };
          },
        }),
      },
      /its workflow (waits for no moment|is not there)/,
    ],
    [
      'an outbox that leaves out a reminder now and then',
      { outbox: (rows) => rows.filter((_, index) => index % 7 !== 6) },
      /stands 0 times in the outbox/,
    ],
  ];

  it.each(mistakes)(
    'finds %s',
    async (_mistake, bugs, expected) => {
      for (let seed = 1; seed <= 500; seed += 1) {
        const { faults } = await simulate(seed, begun, bugs);
        if (faults.length === 0) continue;
        expect(faults.join('\n')).toMatch(expected);
        return;
      }
      throw new Error('500 seeds did not find it');
    },
    120_000,
  );
});
