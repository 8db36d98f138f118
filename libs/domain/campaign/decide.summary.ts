import { accept, refuse, type Decision } from '../kernel/kernel';
import { basisHash as hashOfBasis, summaryBasis } from './basis';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary } from './duties';
import { isSummaryApproved } from './exit-conditions';
import { hasStage, isStageOpen, opensOn, stageOf } from './stages';

/** The secretary approves the four numbers with the ids that prove them; the chain of the stage then closes it. */
export const approveSummary = (
  campaign: Campaign,
  data: CommandData<'ApproveSummary'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (!hasStage(campaign, 'summary')) return refuse('STAGE_NOT_PLANNED');
  const standing = isSummaryApproved(campaign) ? campaign.summarised : null;
  const done = stageOf(campaign, 'summary').closed ?? standing;
  if (done) return refuse('ALREADY_DECIDED', { params: { on: done.on } });
  if (!isStageOpen(campaign, 'summary', today(context))) {
    return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, 'summary') ?? '' } });
  }
  const basis = summaryBasis(campaign);
  const basisHash = hashOfBasis(basis);
  if (basisHash !== data.basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return accept<CampaignEvent>(
    [{ type: 'SummaryApproved', data: { on: today(context), basis, basisHash } }],
    allowed.as,
  );
};
