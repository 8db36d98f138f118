import { optionalStageKinds } from '@rectify/domain';
import fc from 'fast-check';
import { watchCampaign } from '../../libs/testing/campaign-watch';
import { launched, type CampaignWorld } from '../../libs/testing/campaign-world';
import { finish } from '../../libs/testing/model-finish';
import { play, type Move } from '../../libs/testing/model-moves';
import { runOn, standStill } from '../../libs/testing/model-run-on';
import { modelTemplate } from '../../libs/testing/model-template';

/** How often each kind of move is made, of all together. */
const weights: readonly (readonly [Move['kind'], number])[] = [
  ['discharge', 24],
  ['vary', 12],
  ['alternative', 5],
  ['stranger', 6],
  ['stale', 3],
  ['any', 12],
  ['voluntary', 12],
  ['assign', 6],
  ['clock', 6],
  ['deeds', 4],
  ['leave', 3],
  ['appoint', 4],
  ['away', 4],
  ['calendar', 3],
  ['list', 4],
];

const number = fc.nat({ max: 9_999 });
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(...weights.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  a: number,
  b: number,
  c: number,
});
const plainMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.constant('discharge' as const),
  a: number,
  b: number,
  c: number,
});

/** A whole life: some begin their disorder at the launch, most further on; then a way to the end has to be there. */
export const aLife = fc.record({
  ahead: fc.array(plainMove, { maxLength: 70, size: 'max' }),
  moves: fc.array(move, { maxLength: 120, size: 'max' }),
});
export type Life = typeof aLife extends fc.Arbitrary<infer Value> ? Value : never;

const LONGEST = 40;
const PLAIN_LIVES = 6;
const PLAIN_MOVES = 78;
const WALKED_ON_OF = 25;

/** At most forty moves from anywhere on the way of some plain life, and how the clock then runs on. */
export const aSequence = fc.record({
  from: fc.nat({ max: PLAIN_LIVES * PLAIN_MOVES - 1 }),
  moves: fc.array(move, { maxLength: LONGEST, size: 'max' }),
  on: fc.nat({ max: WALKED_ON_OF - 1 }),
});
export type Sequence = typeof aSequence extends fc.Arbitrary<infer Value> ? Value : never;

/** Every second life goes on to a look-back. */
const launch = (life = 0): CampaignWorld =>
  launched(
    { template: modelTemplate() },
    optionalStageKinds.filter((kind) => kind !== 'lookBack' || life % 2 === 0),
  );

/** Plays a life under watch to its end; throws where a rule is broken. */
export const playLife = ({ ahead, moves }: Life): void => {
  const { see, end } = watchCampaign();
  let world = launch(ahead.length);
  see(world);
  for (const one of [...ahead, ...moves]) {
    world = play(world, one);
    see(world);
  }
  end(world);
  end(finish(world, see));
};

/** Plays a sequence under watch, then lets the clock run on; throws where a rule is broken. */
export const playSequence = ({ from, moves, on }: Sequence): void => {
  const { see, end, ranOn } = watchCampaign();
  const starts = beginnings();
  let world = starts[from % starts.length] ?? launch();
  see(world);
  for (const one of moves) {
    world = play(world, one);
    see(world);
  }
  end(world);
  const later = (on === 0 ? runOn : standStill)(world, see);
  ranOn(later);
};

let begun: readonly CampaignWorld[] | undefined;

/** Plain lives, each kept after every move: where sequences begin. The same in every process. */
const beginnings = (): readonly CampaignWorld[] =>
  (begun ??= Array.from({ length: PLAIN_LIVES }, plainLife).flat());

const plainLife = (_: unknown, life: number): readonly CampaignWorld[] => {
  const worlds = [launch(life)];
  for (let n = 1; n < PLAIN_MOVES; n += 1) {
    const world = worlds[n - 1] as CampaignWorld;
    worlds.push(play(world, { kind: 'discharge', a: n * (life + 1), b: n, c: life }));
  }
  return worlds.filter(({ log }, at) => at === 0 || log !== worlds[at - 1]?.log);
};
