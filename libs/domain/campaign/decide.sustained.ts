import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { reviewer, signer } from './duties';
import type { RectificationData } from './rectification.commands';
import { nextReview } from './sustained';

/**
 * 长期坚持 is looked at once a cycle, from the day on which it ends: what was looked at and where the evidence lies. No
 * review makes it done; the next cycle follows.
 */
export const recordReview = (
  campaign: Campaign,
  { problemId, cycle, looked, evidence }: RectificationData<'RecordReview'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, reviewer(campaign, problem), context);
  if (!allowed.ok) return allowed;
  const next = nextReview(campaign, problem);
  if (problem.status !== 'sustained' || !next) return refuse('NOT_SUSTAINED');
  const known = problem.reviews.find((review) => review.cycle === cycle);
  if (known) return refuse('ALREADY_DECIDED', { params: { on: known.on } });
  const on = today(context);
  if (cycle !== next.cycle || on < next.on)
    return refuse('REVIEW_NOT_DUE', { field: 'cycle', params: { from: next.on } });
  return accept<CampaignEvent>(
    [{ type: 'ReviewRecorded', data: { problemId, cycle, looked, evidence, on } }],
    allowed.as,
  );
};

/** The secretary's decision that it need be kept up no longer: after one review at least, with every measure finished. */
export const endSustained = (
  campaign: Campaign,
  { problemId, reason }: RectificationData<'EndSustained'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, signer(campaign, problem), context);
  if (!allowed.ok) return allowed;
  const { status, sustained, plan } = problem;
  if (status !== 'sustained' || !sustained) return refuse('NOT_SUSTAINED');
  const open = plan?.measures.filter(({ finished }) => finished === null).length ?? 0;
  if (open > 0) return refuse('MEASURES_OPEN', { params: { open } });
  if (!problem.reviews.some(({ on }) => on >= sustained.since)) return refuse('REVIEW_MISSING');
  return accept<CampaignEvent>(
    [{ type: 'SustainedEnded', data: { problemId, reason, on: today(context) } }],
    allowed.as,
  );
};
