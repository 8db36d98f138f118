import fc from 'fast-check';
import { aLife, aSequence, playLife, playSequence } from '../../../test/model/stories';

/** `MODEL_RUNS=20` is a short look; a failure prints its seed, and `MODEL_SEED` plays it again. */
const { MODEL_RUNS, MODEL_SEED } = process.env;
const SEQUENCES_A_LIFE = 84;
const lives = Number(MODEL_RUNS ?? 120);
const seeded = MODEL_SEED ? { seed: Number(MODEL_SEED) } : {};

describe('whatever people, the process, the clock and the directory do', () => {
  it('R3.8 R5.4 RR2.17 keeps every rule, and a way to the end', () => {
    fc.assert(fc.property(aLife, playLife), { numRuns: lives, ...seeded });
  }, 3_600_000);

  it('R3.8 R4.1 R4.2 R5.4 keeps every rule from any point of a campaign on, and misses no reminder', () => {
    fc.assert(fc.property(aSequence, playSequence), { numRuns: lives * SEQUENCES_A_LIFE, ...seeded });
  }, 3_600_000);
});
