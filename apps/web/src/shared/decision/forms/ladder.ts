import type { Campaign } from '../../api/types';

type Ladders = NonNullable<Campaign['ladders']>;
export type LadderName = keyof Ladders;
export type Rung = Ladders[LadderName][number];

export const ladderNames = ['work', 'decision', 'answer'] as const satisfies readonly LadderName[];

/** The rungs that have a name in every mail: each stands at its own distance from the due day. */
const NAMED: readonly Rung[] = (
  [
    ['T-7', -7, 'remind'],
    ['T-3', -3, 'remind'],
    ['T-1', -1, 'remind'],
    ['T', 0, 'remind'],
    ['T+1', 1, 'remindOverdue'],
    ['T+3', 3, 'urge'],
    ['T+7', 7, 'urge'],
  ] as const
).map(([rung, at, deed]) => ({ rung, at, do: deed, to: ['holder'] }));

/** What can be on a ladder: what is on it now, as it is, and the usual rungs that are not. From early to late. */
export const offeredRungs = (present: readonly Rung[]): readonly Rung[] =>
  [...present, ...NAMED.filter(({ at }) => present.every((rung) => rung.at !== at))].sort(
    (a, b) => a.at - b.at,
  );

/** The ladder with just these rungs; null where it would be the same as before, or none. */
export const ladderOf = (present: readonly Rung[], chosen: readonly string[]): readonly Rung[] | null => {
  const rungs = offeredRungs(present).filter(({ rung }) => chosen.includes(rung));
  const isSame = rungs.length === present.length && rungs.every(({ rung }, at) => rung === present[at]?.rung);
  return rungs.length === 0 || isSame ? null : rungs;
};
