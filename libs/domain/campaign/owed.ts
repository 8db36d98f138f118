import { remembering } from '../kernel/remembering';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import type { Owed } from './owe';
import { owedForProblem } from './owed.problems';
import { owedForChains, owedForProblemList, owedForScreening } from './owed.stages';

const whole = remembering<Campaign, readonly Owed[]>();

/**
 * Everything that is owed in this state. Structure only; dates come from what was dated when it arose. Remembered by the
 * state: settling, listing and projecting ask the same one.
 */
export const owedBy = (campaign: Campaign): readonly Owed[] =>
  whole(campaign, [], () => (campaign.status === 'open' ? gather(campaign) : []));

const gather = (campaign: Campaign): readonly Owed[] => {
  const { plan, stages, listed, assigned } = campaign;
  const owed = [...owedForScreening(campaign), ...owedForProblemList(campaign)];
  // A command changes one problem of hundreds: states share the others, and what they make owed with them.
  for (const id of campaign.order) {
    const problem = campaign.problems[id];
    if (!problem) continue;
    const rest = [plan, stages, listed, assigned];
    owed.push(...ofProblem(problem, rest, () => owedForProblem(campaign, problem)));
  }
  owed.push(...owedForChains(campaign));
  return owed;
};

const ofProblem = remembering<ReadonlyProblem, readonly Owed[]>();
