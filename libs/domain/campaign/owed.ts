import { remembering } from '../kernel/remembering';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import type { Owed } from './owe';
import { owedForActivities } from './owed.activities';
import { owedForLetters } from './owed.letters';
import { owedForProblem } from './owed.problems';
import { owedForChains, owedForProblemList, owedForScreening, owedForSummary } from './owed.stages';

/**
 * Everything that is owed in this state, in parts: the screening's, the list's, each problem's, the chains'. Structure
 * only; dates come from what was dated when it arose. States share what a command did not change, and with it whole
 * parts: settling, listing and projecting look at the others only.
 */
export const owedParts = (campaign: Campaign): readonly (readonly Owed[])[] =>
  parts(campaign, [], () => (campaign.status === 'open' ? gather(campaign) : []));

const parts = remembering<Campaign, readonly (readonly Owed[])[]>();

const gather = (campaign: Campaign): readonly (readonly Owed[])[] => {
  const { plan, stages, listed, assigned, activities, pledge } = campaign;
  const rest = [plan, stages, listed, assigned];
  const ofProblems = campaign.order.map((id) => {
    const problem = campaign.problems[id];
    return problem ? ofProblem(problem, rest, () => owedForProblem(campaign, problem)) : [];
  });
  const known = [
    owedForScreening(campaign),
    owedForProblemList(campaign),
    ...ofProblems,
    [...owedForSummary(campaign), ...owedForChains(campaign)],
    ofActivities(activities, [plan, stages, assigned, pledge], () => owedForActivities(campaign)),
  ];
  return [...known, owedForLetters(campaign, known)].map((part) => Object.freeze(part));
};

const ofActivities = remembering<Campaign['activities'], readonly Owed[]>();
const ofProblem = remembering<ReadonlyProblem, readonly Owed[]>();
