import { addDays, isCivilDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { noticeUse } from './closing-steps';
import { permit, today, type CampaignContext } from './context';
import { signer } from './duties';
import type { RectificationData } from './rectification.commands';
import { rulesOf } from './rectification.state';

/** The longest that a notice may begin ahead or hang out. */
const MOST_DAYS = 60;
/** Objections recorded at once: their number, nobody's name. */
const MOST_OBJECTIONS = 999;

/**
 * 公示 of an accepted result, from a day to a day, at least as long as the plan says. It ends by its date: the sign-off
 * is owed from the day after.
 */
export const postPublicNotice = (
  campaign: Campaign,
  { problemId, basisHash, ...days }: RectificationData<'PostPublicNotice'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, signer(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (noticeUse(campaign) === 'off') return refuse('NOT_IN_PLAN');
  const { claim, notice, closed, status } = problem;
  const before = notice ?? closed;
  if (before) return refuse('ALREADY_DECIDED', { params: { on: before.on } });
  if (status !== 'accepted') return refuse(claim ? 'NOT_YET_REVIEWED' : 'CLAIM_MISSING');
  if (claim?.hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const on = today(context);
  const { from = on } = days;
  if (!isCivilDate(from)) return refuse('INVALID', { field: 'from' });
  if (from < on) return refuse('DUE_BEFORE_START', { field: 'from', params: { start: on } });
  const latestFrom = addDays(on, MOST_DAYS);
  if (from > latestFrom) return refuse('DUE_TOO_LATE', { field: 'from', params: { latest: latestFrom } });
  const start = addDuration(context.calendar, from, rulesOf(campaign).noticeLength, 'none').date;
  const { to = start } = days;
  if (!isCivilDate(to)) return refuse('INVALID', { field: 'to' });
  if (to < start) return refuse('DUE_BEFORE_START', { field: 'to', params: { start } });
  const latest = addDays(start, MOST_DAYS);
  if (to > latest) return refuse('DUE_TOO_LATE', { field: 'to', params: { latest } });
  return accept<CampaignEvent>(
    [{ type: 'PublicNoticePosted', data: { problemId, from, to, basisHash, on } }],
    allowed.as,
  );
};

/** Objections to a notice: how many and what came of looking into them. Who objected stands nowhere (domain.md §9). */
export const recordObjection = (
  campaign: Campaign,
  { problemId, count, outcome }: RectificationData<'RecordObjection'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, signer(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status !== 'noticed') return refuse('NO_NOTICE');
  if (!Number.isInteger(count) || count < 1 || count > MOST_OBJECTIONS)
    return refuse('OUT_OF_BOUNDS', { field: 'count', params: { min: 1, max: MOST_OBJECTIONS } });
  return accept<CampaignEvent>(
    [{ type: 'ObjectionRecorded', data: { problemId, count, outcome, on: today(context) } }],
    allowed.as,
  );
};
