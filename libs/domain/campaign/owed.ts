import type { Campaign, ReadonlyProblem } from './campaign.state';
import type { Owed } from './owe';
import { owedForProblem } from './owed.problems';
import { owedForChains, owedForProblemList, owedForScreening } from './owed.stages';

const rememberedWhole = new WeakMap<Campaign, readonly Owed[]>();

/**
 * Everything that is owed in this state. Structure only; dates come from what was dated when it arose. Remembered by the
 * state: settling, listing and projecting ask the same one.
 */
export const owedBy = (campaign: Campaign): readonly Owed[] => {
  const known = rememberedWhole.get(campaign);
  if (known) return known;
  const owed = campaign.status === 'open' ? gather(campaign) : [];
  if (Object.isFrozen(campaign)) rememberedWhole.set(campaign, owed);
  return owed;
};

const gather = (campaign: Campaign): readonly Owed[] => {
  const owed = [...owedForScreening(campaign), ...owedForProblemList(campaign)];
  for (const id of campaign.order) {
    const problem = campaign.problems[id];
    if (problem) owed.push(...rememberedFor(campaign, problem));
  }
  owed.push(...owedForChains(campaign));
  return owed;
};

/** All that a problem's obligations rest on beside the problem itself. */
type Rest = Pick<Campaign, 'plan' | 'stages' | 'listed' | 'assigned'>;

const remembered = new WeakMap<ReadonlyProblem, Rest & { readonly owed: readonly Owed[] }>();

/** A command changes one problem of hundreds: states share the others, and what they make owed with them. */
const rememberedFor = (campaign: Campaign, problem: ReadonlyProblem): readonly Owed[] => {
  const { plan, stages, listed, assigned } = campaign;
  const known = remembered.get(problem);
  const isStill =
    known?.plan === plan && known.stages === stages && known.listed === listed && known.assigned === assigned;
  if (known && isStill) return known.owed;
  const owed = owedForProblem(campaign, problem);
  if (Object.isFrozen(problem)) remembered.set(problem, { plan, stages, listed, assigned, owed });
  return owed;
};
