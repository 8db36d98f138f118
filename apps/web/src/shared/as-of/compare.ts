import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';

/** What can differ between two days; each with what stood then and what stands now. */
export type Difference =
  | { readonly what: 'appeared' }
  | { readonly what: 'status'; readonly from: Problem; readonly to: Problem }
  | { readonly what: 'dueOn'; readonly from: CivilDate | null; readonly to: CivilDate | null }
  | { readonly what: 'owner' | 'lead'; readonly from: string; readonly to: string }
  | { readonly what: 'plan' | 'claim'; readonly from: number; readonly to: number }
  | { readonly what: 'measures'; readonly from: number; readonly to: number };

export interface Changed {
  readonly problem: Problem;
  readonly differences: readonly Difference[];
}

const namesOf = ({ people }: Problem['owner']): string => people.map(({ name }) => name).join(' ');
const finished = ({ plan }: Problem): number =>
  (plan?.measures ?? []).filter((measure) => measure.finished !== null).length;
const statesOf = ({ status, sideStates }: Problem): string => [status, ...sideStates].join();

const differences = (then: Problem, now: Problem): Difference[] => {
  const found: (Difference | false)[] = [
    statesOf(then) !== statesOf(now) && { what: 'status', from: then, to: now },
    then.dueOn !== now.dueOn && { what: 'dueOn', from: then.dueOn, to: now.dueOn },
    namesOf(then.owner) !== namesOf(now.owner) && {
      what: 'owner',
      from: namesOf(then.owner),
      to: namesOf(now.owner),
    },
    namesOf(then.lead) !== namesOf(now.lead) && {
      what: 'lead',
      from: namesOf(then.lead),
      to: namesOf(now.lead),
    },
    then.planRound !== now.planRound && { what: 'plan', from: then.planRound, to: now.planRound },
    finished(then) !== finished(now) && { what: 'measures', from: finished(then), to: finished(now) },
    then.claimRound !== now.claimRound && { what: 'claim', from: then.claimRound, to: now.claimRound },
  ];
  return found.filter((each) => each !== false);
};

/** What has changed from one day to the other, by the order of the later; nothing is ever taken away. */
export const compared = (then: readonly Problem[], now: readonly Problem[]): Changed[] => {
  const before = new Map(then.map((problem) => [problem.id, problem]));
  return now.flatMap((problem) => {
    const known = before.get(problem.id);
    const found: Difference[] = known ? differences(known, problem) : [{ what: 'appeared' }];
    return found.length > 0 ? [{ problem, differences: found }] : [];
  });
};
