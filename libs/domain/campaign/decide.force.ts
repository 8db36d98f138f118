import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary } from './duties';
import { hasStage, isStageOpen, opensOn, stageOf } from './stages';

/**
 * The secretary closes an open stage against its exit rule, with a reason that shows wherever the stage does
 * (domain.md §4.7). What the stage itself still asked – answers, confirmations, its chain – is owed no more; a problem
 * goes on where it stands, and the next stage opens by its own rule. Silence is never zero, so nothing is closed as
 * 无问题 by it. The campaign's own sign-off is never forced: it is signed, or it is not.
 */
export const forceStage = (
  campaign: Campaign,
  { stage, reason }: CommandData<'ForceStage'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (!hasStage(campaign, stage)) return refuse('STAGE_NOT_PLANNED', { field: 'stage' });
  const { closed } = stageOf(campaign, stage);
  if (closed) return refuse('ALREADY_DECIDED', { params: { on: closed.on } });
  if (stage === 'signOff') return refuse('USE_SIGN_OFF', { field: 'stage' });
  const on = today(context);
  if (!isStageOpen(campaign, stage, on)) {
    return refuse('STAGE_NOT_OPEN', { field: 'stage', params: { opensOn: opensOn(campaign, stage) ?? '' } });
  }
  return accept<CampaignEvent>(
    [{ type: 'StageClosed', data: { stage, how: 'forced', reason, on } }],
    allowed.as,
  );
};
