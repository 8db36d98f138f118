import type { Campaign } from '../../../shared/api/types';
import type { Bar } from './figures';

export type CoveragePart = 'concluded' | 'toCheck' | 'unanswered';

type Aspect = Campaign['aspects'][number];
type Counts = Record<CoveragePart, number>;

/** 待核实 is an answer, but no conclusion yet: the screening cannot be confirmed with it. */
const partOf = ({ answer }: Aspect['items'][number]): CoveragePart => {
  if (answer === null) return 'unanswered';
  return answer === 'toCheck' ? 'toCheck' : 'concluded';
};

const countsOf = (items: Aspect['items']): Counts => {
  const counts: Counts = { concluded: 0, toCheck: 0, unanswered: 0 };
  for (const item of items) counts[partOf(item)] += 1;
  return counts;
};

/** How much of what was to be answered has been, in the whole and by aspect in the order of the plan. */
export const coverageOf = (aspects: readonly Aspect[]) => {
  const items = aspects.flatMap((aspect) => aspect.items);
  const bars: readonly Bar<CoveragePart>[] = aspects.map(({ code, name, items: of }) => ({
    ...{ code, name, counts: countsOf(of), all: of.length },
  }));
  return { bars, all: items.length, counts: countsOf(items) };
};
