import fc from 'fast-check';
import {
  finish,
  launched,
  modelTemplate,
  play,
  separationBreaches,
  watchCampaign,
  type CampaignWorld,
  type Move,
} from '@rectify/testing';

/** A night's run may ask for more; a failure prints its seed, and `MODEL_SEED` plays it again. */
const { MODEL_RUNS, MODEL_SEED } = process.env;
const runs = { numRuns: Number(MODEL_RUNS ?? 150), ...(MODEL_SEED ? { seed: Number(MODEL_SEED) } : {}) };

const number = fc.nat({ max: 9_999 });
const weights: readonly (readonly [Move['kind'], number])[] = [
  ['discharge', 30],
  ['vary', 12],
  ['alternative', 3],
  ['stranger', 6],
  ['stale', 3],
  ['any', 8],
  ['assign', 3],
  ['clock', 8],
  ['deeds', 5],
  ['leave', 3],
  ['appoint', 3],
];
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(...weights.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  a: number,
  b: number,
  c: number,
});

const template = modelTemplate();

/** Plays a story under watch. */
const played = (moves: readonly Move[]) => {
  const { see, end } = watchCampaign();
  let world: CampaignWorld = launched({ template });
  see(world);
  for (const one of moves) {
    world = play(world, one);
    see(world);
  }
  return { world, see, end };
};

describe('whatever people, the process, the clock and the directory do', () => {
  it('keeps every rule, and a way to the end', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 160, size: 'max' }), (moves) => {
        const { world, see, end } = played(moves);
        end(world);
        expect(separationBreaches(world)).toEqual([]);
        const over = finish(world, see);
        end(over);
        expect(separationBreaches(over)).toEqual([]);
      }),
      runs,
    );
  });
});
