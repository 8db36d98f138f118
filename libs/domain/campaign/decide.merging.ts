import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { tooManyProblems } from './campaign.limits';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { listFrozenFor } from './decide.correction';
import { secretary } from './duties';
import { isId, isIdTaken } from './ids';
import type { ListData } from './list.commands';
import { nextCode } from './numbers';
import { reportHash } from './report-text';

/**
 * 合并 what was reported twice: the secretary's, with a reason, while the list can still be corrected. Each merged problem
 * keeps its number and its text and links to the one that stays; that one may be under way already, for nothing of it changes.
 */
export const mergeProblems = (
  campaign: Campaign,
  { into, problemIds, reason }: ListData<'MergeProblems'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const kept = problemOf(campaign, into);
  if (!kept) return refuse('PROBLEM_UNKNOWN', { field: 'into' });
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (kept.number === null || kept.code === null) return refuse('NOT_INCLUDED', { field: 'into' });
  const over = kept.closed ?? kept.terminated ?? kept.goneInto;
  if (over) return refuse('ALREADY_DECIDED', { field: 'into', params: { on: over.on } });
  if (problemIds.length === 0) return refuse('INVALID', { field: 'problemIds' });
  const on = today(context);
  const events: CampaignEvent[] = [];
  for (const [index, problemId] of problemIds.entries()) {
    const field = `problemIds[${index}]`;
    const problem = problemOf(campaign, problemId);
    if (!problem) return refuse('PROBLEM_UNKNOWN', { field });
    if (problemId === into || problemIds.indexOf(problemId) !== index) return refuse('INVALID', { field });
    const closed = listFrozenFor(campaign, problem, field);
    if (closed) return closed;
    events.push({ type: 'ProblemMerged', data: { problemId, into, intoCode: kept.code, reason, on } });
  }
  return accept(events, allowed.as);
};

/**
 * 拆分 what is more than one problem: the secretary's, with a reason, while the list can still be corrected. Each part is
 * included under a new number; the problem that was split keeps its own and links to them.
 */
export const splitProblem = (
  campaign: Campaign,
  { problemId, parts, reason }: ListData<'SplitProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const closed = listFrozenFor(campaign, problem, 'problemId');
  if (closed) return closed;
  if (parts.length < 2) return refuse('INVALID', { field: 'parts' });
  const tooMany = tooManyProblems(campaign, parts.length, 'parts');
  if (tooMany) return tooMany;
  const on = today(context);
  const ids = parts.map(({ id }) => id);
  const events: CampaignEvent[] = [{ type: 'ProblemSplit', data: { problemId, parts: ids, reason, on } }];
  for (const [index, { id, item = problem.item, title, detail }] of parts.entries()) {
    const at = `parts[${index}]`;
    if (!isId(id)) return refuse('INVALID', { field: `${at}.id` });
    if (ids.indexOf(id) !== index || isIdTaken(campaign, id))
      return refuse('ALREADY_EXISTS', { field: `${at}.id` });
    const aspect = campaign.plan.aspects.find(({ items }) => items.some(({ code }) => code === item));
    if (!aspect) return refuse('ITEM_UNKNOWN', { field: `${at}.item` });
    if (aspect.items.some(({ code, clue }) => code === item && clue))
      return refuse('CLUE_ONLY', { field: `${at}.item` });
    const textHash = reportHash(item, { title, detail });
    const text = { item, aspect: aspect.code, title, detail, textHash };
    const numbered = nextCode(campaign, index);
    events.push({
      type: 'PartIncluded',
      data: { problemId: id, partOf: problemId, ...numbered, ...text, reason, on },
    });
  }
  return accept(events, allowed.as);
};
