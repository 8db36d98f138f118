import type { PersonId } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import { areTheSame, rememberingEach } from '../kernel/remembering-each';
import { isSame } from '../kernel/same';
import { unchanged } from '../kernel/unchanged';
import { dutyKinds } from '../obligation/obligation';
import { assignmentKey, inOrder, type Campaign, type ReadonlyProblem } from './campaign.state';
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
  const part = (name: string, owed: Part): Part => samePart(plan, name, Object.freeze(owed));
  const problems = inOrder(campaign);
  const named = namedOfEach(plan, { items: problems, own: problems, common: [assigned] }, (problem) =>
    Object.freeze(assignedIn(campaign, problem)),
  );
  const common = [plan, windows, listed, mergedReview];
  const ofProblems = ofEach(plan, { items: problems, own: named, common }, (problem) =>
    part(problem.id, owedForProblem(campaign, problem)),
  );
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
type Named = readonly (PersonId | undefined)[];
/** Somebody is put in a duty of one problem: the others keep their list of names, and with it what they owe. */
const namedOfEach = rememberingEach<Campaign['plan'], ReadonlyProblem, ReadonlyProblem, Named>(areTheSame);
const ofEach = rememberingEach<Campaign['plan'], ReadonlyProblem, Named, Part>();

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
const assignedIn = ({ assigned }: Campaign, { id, aspect, plan }: ReadonlyProblem): Named => [
  ...dutyKinds.map((duty) => assigned[assignmentKey(duty, id)]),
  assigned[assignmentKey('aspectOwner', aspect)],
  ...(plan?.measures ?? []).map((measure) => assigned[assignmentKey('owner', measure.id)]),
];
