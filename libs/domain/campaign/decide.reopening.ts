import { isCivilDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { accept, refuse, type CivilDate, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary, secretaryApart } from './duties';
import { isOwnDate } from './own-date';
import type { RectificationData } from './rectification.commands';

/** 重开, which alone leaves 已销号: the secretary's, with the reason, linked to the first closing, with a new date. */
export const reopenProblem = (
  campaign: Campaign,
  { problemId, reason, dueOn }: RectificationData<'ReopenProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (!problem.closed || !problem.firstClosed) return refuse('NOT_CLOSED');
  const wrong = dueOn === undefined ? null : dateAtFault(campaign, problem, dueOn, context);
  if (wrong) return wrong;
  if (dueOn !== undefined && isOwnDate(campaign, problem, allowed.by, context))
    return refuse('SEPARATION_OF_DUTIES', { field: 'dueOn' });
  return accept<CampaignEvent>(
    [reopening(campaign, problem, { cause: 'secretary', reason, dueOn }, context)],
    allowed.as,
  );
};

/** A closed problem begins another round, by the date given or the usual length of its fix type from today. */
export const reopening = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  why: {
    readonly cause: 'secretary' | 'lookBack';
    readonly reason: string;
    readonly dueOn?: CivilDate | undefined;
  },
  context: CampaignContext,
): CampaignEvent => {
  const { id: problemId, firstClosed } = problem;
  const { cause, reason, dueOn = datesFor(campaign, problem, context).usual } = why;
  if (!firstClosed) throw new Error(`only what was closed is reopened: ${problemId}`);
  const { on: firstClosedOn, version: firstClosing } = firstClosed;
  const data = { problemId, cause, reason, firstClosedOn, firstClosing, dueOn, on: today(context) };
  return { type: 'ProblemReopened', data };
};

const datesFor = ({ plan }: Campaign, { fixType }: ReadonlyProblem, context: CampaignContext) => {
  const { immediate, timeLimited } = plan.fixTypes;
  const { default: usual, max } = fixType === 'immediate' ? immediate : timeLimited;
  const on = today(context);
  const roll = fixType === 'immediate' ? immediate.roll : 'none';
  return {
    usual: addDuration(context.calendar, on, usual, roll).date,
    latest: addDuration(context.calendar, on, max, 'none').date,
  };
};

const dateAtFault = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  dueOn: CivilDate,
  context: CampaignContext,
) => {
  if (!isCivilDate(dueOn)) return refuse('INVALID', { field: 'dueOn' });
  const start = today(context);
  if (dueOn < start) return refuse('DUE_BEFORE_START', { field: 'dueOn', params: { start } });
  const { latest } = datesFor(campaign, problem, context);
  return dueOn > latest ? refuse('DUE_TOO_LATE', { field: 'dueOn', params: { latest } }) : null;
};

/**
 * 中止: the secretary ends a problem that cannot be put right here, with the reason; a secretary who owns it or worked on
 * it does not. It keeps its number, is owed no more and counts in no number of the result sentence.
 */
export const terminateProblem = (
  campaign: Campaign,
  { problemId, reason }: RectificationData<'TerminateProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, secretaryApart(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.number === null) return refuse('NOT_INCLUDED', { field: 'problemId' });
  const over = problem.closed ?? problem.terminated ?? problem.goneInto;
  if (over) return refuse('ALREADY_DECIDED', { params: { on: over.on } });
  return accept<CampaignEvent>(
    [{ type: 'ProblemTerminated', data: { problemId, reason, on: today(context) } }],
    allowed.as,
  );
};
