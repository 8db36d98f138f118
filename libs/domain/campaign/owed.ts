import type { PersonId } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import { isSame } from '../kernel/same';
import { unchanged } from '../kernel/unchanged';
import { dutyKinds } from '../obligation/obligation';
import { assignmentKey, type Campaign, type ReadonlyProblem } from './campaign.state';
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
  const { plan, listed, assigned, activities, pledge, mergedReview } = campaign;
  const windows = windowsOf(campaign);
  const rest = [plan, windows, listed, mergedReview, assigned];
  const part = (name: string, owed: Part): Part => samePart(plan, name, Object.freeze(owed));
  const ofProblems = campaign.order.map((id) => {
    const problem = campaign.problems[id];
    if (!problem) return nobody;
    return ofProblem(problem, rest, () => {
      // Somebody was put in a duty, mostly of another problem.
      const named = [plan, windows, listed, mergedReview, ...assignedIn(campaign, problem)];
      return ofProblemNamed(problem, named, () => part(id, owedForProblem(campaign, problem)));
    });
  });
  const known = [
    part('screening', owedForScreening(campaign)),
    part('problemList', owedForProblemList(campaign)),
    ...ofProblems,
    part('chains', [...owedForSummary(campaign), ...owedForSample(campaign), ...owedForChains(campaign)]),
    ofActivities(activities, [plan, windows, assigned, pledge], () =>
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
const ofProblemNamed = remembering<ReadonlyProblem, Part>();
const nobody: Part = Object.freeze([]);

/**
 * All that is read of the stages for what is owed about problems and activities: their days and how they ended, not who
 * signed what in which round. A claim given back begins a chain anew and moves no problem beside its own.
 */
const windowsOf = ({ plan, stages }: Campaign): readonly object[] =>
  windows(stages, [plan], () =>
    sameWindows(
      plan,
      'windows',
      Object.freeze(
        stages.map(({ kind, startOn, endOn, provisional, closed }) =>
          Object.freeze({ kind, startOn, endOn, provisional, closed }),
        ),
      ),
    ),
  );

const windows = remembering<Campaign['stages'], readonly object[]>();
const sameWindows = unchanged<Campaign['plan'], readonly object[]>(isSame);

/** Who was named for any duty of a problem, its aspect's and its measures' owners included. */
const assignedIn = (
  { assigned }: Campaign,
  { id, aspect, plan }: ReadonlyProblem,
): readonly (PersonId | undefined)[] => [
  ...dutyKinds.map((duty) => assigned[assignmentKey(duty, id)]),
  assigned[assignmentKey('aspectOwner', aspect)],
  ...(plan?.measures ?? []).map((measure) => assigned[assignmentKey('owner', measure.id)]),
];
