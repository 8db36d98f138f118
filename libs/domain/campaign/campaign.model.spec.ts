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
const runs = { numRuns: Number(MODEL_RUNS ?? 120), ...(MODEL_SEED ? { seed: Number(MODEL_SEED) } : {}) };

const number = fc.nat({ max: 9_999 });
const weights: readonly (readonly [Move['kind'], number])[] = [
  ['discharge', 24],
  ['vary', 12],
  ['alternative', 5],
  ['stranger', 6],
  ['stale', 3],
  ['any', 12],
  ['assign', 6],
  ['clock', 6],
  ['deeds', 4],
  ['leave', 3],
  ['appoint', 4],
  ['away', 4],
];
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(...weights.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  a: number,
  b: number,
  c: number,
});
/** Some stories begin at the launch, most of them further on: so every stage has its share of the disorder. */
const story = fc.record({
  ahead: fc.array(fc.record({ kind: fc.constant('discharge' as const), a: number, b: number, c: number }), {
    maxLength: 70,
    size: 'max',
  }),
  moves: fc.array(move, { maxLength: 120, size: 'max' }),
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
  it('R3.8 R5.4 RR2.17 keeps every rule, and a way to the end', () => {
    fc.assert(
      fc.property(story, ({ ahead, moves }) => {
        const { world, see, end } = played([...ahead, ...moves]);
        end(world);
        expect(separationBreaches(world)).toEqual([]);
        const over = finish(world, see);
        end(over);
        expect(separationBreaches(over)).toEqual([]);
      }),
      runs,
    );
  }, 3_600_000);
});
