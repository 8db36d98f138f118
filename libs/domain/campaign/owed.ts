import { remembering } from '../kernel/remembering';
import { isSame } from '../kernel/same';
import { unchanged } from '../kernel/unchanged';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import type { Owed } from './owe';
import { owedForActivities } from './owed.activities';
import { owedForLetters } from './owed.letters';
import { owedForSample } from './owed.look-back';
import { owedForProblem } from './owed.problems';
import { owedForChains, owedForProblemList, owedForScreening, owedForSummary } from './owed.stages';

/**
 * Everything that is owed in this state, in parts: the screening's, the list's, each problem's, the chains'. Structure
 * only; dates come from what was dated when it arose. A part is the very same list as long as it says the same, and so is
 * the whole: settling, listing, reminding and projecting look at what is another only.
 */
export const owedParts = (campaign: Campaign): readonly Part[] =>
  parts(campaign, [], () => (campaign.status === 'open' ? gather(campaign) : nothing));

type Part = readonly Owed[];
const parts = remembering<Campaign, readonly Part[]>();
const nothing: readonly Part[] = Object.freeze([]);

const gather = (campaign: Campaign): readonly Part[] => {
  const { plan, stages, listed, assigned, activities, pledge } = campaign;
  const rest = [plan, stages, listed, assigned];
  const part = (name: string, owed: Part): Part => samePart(plan, name, Object.freeze(owed));
  const ofProblems = campaign.order.map((id) => {
    const problem = campaign.problems[id];
    return problem ? ofProblem(problem, rest, () => part(id, owedForProblem(campaign, problem))) : [];
  });
  const known = [
    part('screening', owedForScreening(campaign)),
    part('problemList', owedForProblemList(campaign)),
    ...ofProblems,
    part('chains', [...owedForSummary(campaign), ...owedForSample(campaign), ...owedForChains(campaign)]),
    ofActivities(activities, [plan, stages, assigned, pledge], () =>
      part('activities', owedForActivities(campaign)),
    ),
  ];
  return sameParts(plan, 'all', Object.freeze([...known, part('letters', owedForLetters(campaign, known))]));
};

const samePart = unchanged<Campaign['plan'], Part>(isSame);
const sameParts = unchanged<Campaign['plan'], readonly Part[]>(
  (a, b) => a.length === b.length && a.every((each, index) => each === b[index]),
);
const ofActivities = remembering<Campaign['activities'], Part>();
const ofProblem = remembering<ReadonlyProblem, Part>();
