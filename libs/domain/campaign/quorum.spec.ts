import fc from 'fast-check';
import { isPassed, neededFor, neededPresent, outcomeOf, tally, voteClasses, type Quorum } from './quorum';

const majority: Quorum = { rule: 'majorityOfEligible', presentAtLeast: [2, 3], atLeastEligible: 3 };
const votes = (inFavour: number, against: number, abstain: number) => [
  ...Array<'for'>(inFavour).fill('for'),
  ...Array<'against'>(against).fill('against'),
  ...Array<'abstain'>(abstain).fill('abstain'),
];
const outcome = (quorum: Quorum, eligible: number, ...counts: [number, number, number]) =>
  outcomeOf(quorum, tally(votes(...counts), eligible));

describe('a quorum', () => {
  it('R4.5 of the majority needs more than half of all eligible, not of those present', () => {
    expect([3, 4, 5, 6].map((eligible) => neededFor(majority, eligible))).toEqual([2, 3, 3, 4]);
    expect(outcome(majority, 5, 3, 2, 0)).toBe('passed');
    expect(outcome(majority, 5, 2, 0, 3)).toBe('failed');
  });

  it('R4.5 of n of m needs n, and all where fewer are eligible', () => {
    const four: Quorum = { ...majority, rule: { atLeast: 4 } };
    expect(outcome(four, 5, 3, 0, 1)).toBe('open');
    expect(outcome(four, 5, 4, 0, 0)).toBe('passed');
    expect(neededFor(four, 3)).toBe(3);
  });

  it('R4.5 of all fails with the first who is not for it', () => {
    const all: Quorum = { ...majority, rule: 'allOfEligible' };
    expect(outcome(all, 3, 2, 0, 0)).toBe('open');
    expect(outcome(all, 3, 3, 0, 0)).toBe('passed');
    expect(outcome(all, 3, 1, 0, 1)).toBe('failed');
  });

  it('R4.5 counts abstentions as attendance, not as for', () => {
    expect([3, 5, 7].map((eligible) => neededPresent(majority, eligible))).toEqual([2, 4, 5]);
    expect(outcome(majority, 5, 3, 0, 0)).toBe('open');
    expect(outcome(majority, 5, 3, 0, 1)).toBe('passed');
  });

  it('R4.5 never passes without its numbers, and ends with the last vote at the latest', () => {
    const rule = fc.oneof(
      fc.constantFrom('majorityOfEligible' as const, 'allOfEligible' as const),
      fc.record({ atLeast: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(
        fc.record({
          rule,
          presentAtLeast: fc.constantFrom([2, 3] as const, [1, 2] as const, [1, 1] as const),
        }),
        fc.array(fc.constantFrom(...voteClasses), { maxLength: 9 }),
        fc.nat({ max: 5 }),
        (given, cast, missing) => {
          const quorum = { ...given, atLeastEligible: 1 };
          const eligible = cast.length + missing;
          const count = tally(cast, eligible);
          const is = outcomeOf(quorum, count);
          if (isPassed(quorum, count)) {
            expect(count.for).toBeGreaterThanOrEqual(neededFor(quorum, eligible));
            expect(cast.length * quorum.presentAtLeast[1]).toBeGreaterThanOrEqual(
              eligible * quorum.presentAtLeast[0],
            );
          }
          if (missing === 0) expect(is).not.toBe('open');
          if (is === 'failed') {
            const best = tally([...cast, ...Array<'for'>(missing).fill('for')], eligible);
            expect(isPassed(quorum, best) && missing > 0).toBe(false);
          }
        },
      ),
    );
  });
});
