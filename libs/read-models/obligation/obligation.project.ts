import { isSame, obligations, type Campaign, type Obligation, type ReadonlyProblem } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Change } from '../kernel/projection';
import type { ObligationRow } from './obligation.table';
import { ownRow } from './own-row';

/** The difference between what was owed before and what is owed after, and rows whose problem goes by another name now. */
export const project = ({ stream, before, after }: Change): TableChange => {
  const renamed = renamedProblems(before, after);
  const lists = [obligations(before), obligations(after)] as const;
  const [was, is] = renamed.size > 0 ? lists : differing(...lists);
  const gone = new Map(was.map((obligation) => [obligation.key, obligation]));
  const changed = is.filter((obligation) => {
    const known = gone.get(obligation.key);
    gone.delete(obligation.key);
    return !known || renamed.has(obligation.subject.problemId ?? '') || !isSame(known, obligation);
  });
  return tableChange<ObligationRow>(
    changed.map((obligation) => rowOf(stream, after, obligation)),
    [...gone.keys()].map((key) => ({ stream, key })),
  );
};

/** A row shows its problem's code and title. */
const renamedProblems = (before: Campaign, after: Campaign): ReadonlySet<string> =>
  new Set(
    after.order.filter((id) => {
      const [was, is] = [before.problems[id], after.problems[id]];
      return was !== is && (was?.code !== is?.code || was?.title !== is?.title);
    }),
  );

/**
 * Two lists without what they share at their beginning and at their end: nearly everything, for an obligation is the very
 * same object as long as it says the same.
 */
const differing = <Item>(
  was: readonly Item[],
  is: readonly Item[],
): readonly [readonly Item[], readonly Item[]] => {
  const most = Math.min(was.length, is.length);
  let first = 0;
  while (first < most && was[first] === is[first]) first += 1;
  let behind = 0;
  while (behind < most - first && was[was.length - 1 - behind] === is[is.length - 1 - behind]) behind += 1;
  return [was.slice(first, was.length - behind), is.slice(first, is.length - behind)];
};

const problemOf = (campaign: Campaign, { subject }: Obligation): ReadonlyProblem | undefined =>
  subject.problemId === undefined ? undefined : campaign.problems[subject.problemId];

const rowOf = (stream: string, campaign: Campaign, obligation: Obligation): ObligationRow => {
  const problem = problemOf(campaign, obligation);
  return {
    ...ownRow(stream, campaign.unitId, obligation),
    campaign_code: campaign.code,
    campaign_title: campaign.plan.title,
    problem_code: problem?.code ?? null,
    problem_title: problem?.title ?? null,
  };
};
