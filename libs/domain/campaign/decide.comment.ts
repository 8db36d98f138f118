import { parentOf, postsOf } from '../directory/directory-view';
import { accept, refuse, type Decision, type PersonId } from '../kernel/kernel';
import type { Holder } from '../obligation/obligation';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import * as duties from './duties';

/** A problem's talk is bounded as everything is; what matters more than so many words is a decision. */
export const COMMENT_LIMITS = { ofProblem: 200, mentions: 10 } as const;

/** Whoever decides in this campaign by their post, and whoever has to do with this problem by a duty. */
const speakers = (campaign: Campaign, problem: ReadonlyProblem): readonly Holder[] => {
  const { plan } = campaign;
  const group = [
    ...['secretary', 'deputySecretary'],
    ...(plan.leadingGroup?.posts ?? []),
    ...(plan.vote?.posts ?? []),
    ...plan.stages.flatMap(({ approvals }) => approvals.flat()),
  ];
  return [
    ...[...new Set(group)].map((post): Holder => ({
      ...duties.secretary(),
      posts: [post as Holder['posts'][number]],
    })),
    ...[duties.owner, duties.lead, duties.reviewer, duties.acceptor, duties.signer].map((holder) =>
      holder(campaign, problem),
    ),
  ];
};

/** A word about a problem, apart from every decision: it moves no date, changes no basis and is owed by nobody. */
export const commentOnProblem = (
  campaign: Campaign,
  { problemId, text, mentions = [] }: CommandData<'CommentOnProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const permits = speakers(campaign, problem).map((holder) => permit(campaign, holder, context));
  const allowed = permits.find(({ ok }) => ok);
  if (!allowed?.ok) return refuse('NOT_YOURS');
  // What was not included is not talked about: of a clue nothing is held beside its count (domain.md §9).
  if (problem.number === null) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const max = COMMENT_LIMITS.ofProblem;
  if (problem.comments >= max) return refuse('LIMIT_REACHED', { field: 'text', params: { max } });
  const unknown = mentions.findIndex((person) => !isHere(campaign, person, context));
  if (unknown >= 0) return refuse('PERSON_UNKNOWN', { field: `mentions[${unknown}]` });
  return accept<CampaignEvent>(
    [{ type: 'ProblemCommented', data: { problemId, text, mentions, on: today(context) } }],
    allowed.as,
  );
};

/** Somebody of the unit or of the one above, who may read what they are named in. */
const isHere = ({ unitId }: Campaign, person: PersonId, { directory }: CampaignContext): boolean => {
  const above = parentOf(directory, unitId);
  return postsOf(directory, person).some((held) => held.unitId === unitId || held.unitId === above);
};
