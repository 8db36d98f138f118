import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary } from './duties';
import { reportHash } from './report-text';
import { opensOn, stageOf } from './stages';

/** Why the list is not changed now, or this problem not any more, or null. */
export const listFrozenFor = (campaign: Campaign, problem: ReadonlyProblem, field: string) => {
  if (problem.number === null) return refuse('NOT_INCLUDED', { field });
  if (!stageOf(campaign, 'screening').closed)
    return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, 'problemList') ?? '' } });
  if (campaign.listed && !problem.awaitsVote)
    return refuse('LIST_FROZEN', { params: { on: campaign.listed.on } });
  if (problem.status === 'included') return null;
  const on = problem.goneInto?.on ?? problem.issuedOn ?? '';
  return refuse('ALREADY_DECIDED', { field, params: { on } });
};

/**
 * Corrects what a listed problem says or where it belongs, with a reason, from the end of the screening until the list is
 * frozen and while the problem was not issued. Votes on the list as it was are void: they were on another basis.
 */
export const correctProblem = (
  campaign: Campaign,
  data: CommandData<'CorrectProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, data.problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const closed = listFrozenFor(campaign, problem, 'problemId');
  if (closed) return closed;
  const { title = problem.title, detail = problem.detail, item = problem.item, reason } = data;
  const aspect = campaign.plan.aspects.find(({ items }) => items.some(({ code }) => code === item));
  if (!aspect) return refuse('ITEM_UNKNOWN', { field: 'item' });
  if (aspect.items.some(({ code, clue }) => code === item && clue))
    return refuse('CLUE_ONLY', { field: 'item' });
  const textHash = reportHash(item, { title, detail });
  if (textHash === problem.textHash) return accept([], allowed.as);
  const corrected = { problemId: problem.id, item, aspect: aspect.code, title, detail, textHash };
  return accept<CampaignEvent>(
    [{ type: 'ProblemCorrected', data: { ...corrected, reason, on: today(context) } }],
    allowed.as,
  );
};
