import type { Campaign } from './campaign.state';
import type { Owed } from './owe';
import { owedForProblem } from './owed.problems';
import { owedForChains, owedForProblemList, owedForScreening } from './owed.stages';

/** Everything that is owed in this state. Structure only; dates come from what was dated when it arose. */
export const owedBy = (campaign: Campaign): readonly Owed[] => {
  if (campaign.status !== 'open') return [];
  return [
    ...owedForScreening(campaign),
    ...owedForProblemList(campaign),
    ...campaign.order.flatMap((id) => {
      const problem = campaign.problems[id];
      return problem ? owedForProblem(campaign, problem) : [];
    }),
    ...owedForChains(campaign),
  ];
};
