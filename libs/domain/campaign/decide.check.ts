import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { checkUse } from './closing-steps';
import { permit, today, type CampaignContext } from './context';
import { checker } from './duties';
import type { RectificationData } from './rectification.commands';

/**
 * 现场核查: between review and acceptance, by somebody who had no part in the work, of the claim that was shown. Where
 * the plan only offers it, acceptance does not wait for it.
 */
export const recordCheck = (
  campaign: Campaign,
  { problemId, basisHash, found }: RectificationData<'RecordCheck'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, checker(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (checkUse(campaign) === 'off') return refuse('NOT_IN_PLAN');
  const { claim, checked, accepted, status } = problem;
  const before = checked ?? accepted;
  if (before) return refuse('ALREADY_DECIDED', { params: { on: before.on } });
  if (status !== 'reviewed') return refuse(claim ? 'NOT_YET_REVIEWED' : 'CLAIM_MISSING');
  if (claim?.hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return accept<CampaignEvent>(
    [{ type: 'CheckRecorded', data: { problemId, found, basisHash, on: today(context) } }],
    allowed.as,
  );
};
