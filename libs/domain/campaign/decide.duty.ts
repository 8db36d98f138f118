import { isActive } from '../directory/directory-view';
import { accept, refuse, type Decision } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import type { Holder } from '../obligation/obligation';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { assignmentKey, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { holderOfDuty, secretary } from './duties';

const judging = ['triager', 'reviewer', 'acceptor', 'signer'];

/**
 * Puts a person in a duty of one problem or aspect: by the secretary, or by the upper unit's secretary. Nobody makes
 * themselves a judge, and nobody is assigned whom separation of duties would refuse at once.
 */
export const assignDuty = (
  campaign: Campaign,
  { duty, subject, person, reason }: CommandData<'AssignDuty'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const own = permit(campaign, secretary(), context);
  const allowed = own.ok ? own : permit(campaign, { ...secretary(), posts: ['secretary@parent'] }, context);
  if (!allowed.ok) return allowed;
  const holder = holderOfDuty(campaign, duty, subject);
  if (!holder) return refuse('SUBJECT_UNKNOWN', { field: 'subject' });
  if (!isActive(context.directory, person)) return refuse('PERSON_UNKNOWN', { field: 'person' });
  if (judging.includes(duty) && person === allowed.by) return refuse('SELF_ASSIGNMENT', { field: 'person' });
  const asked: Holder = { ...holder, person };
  if (resolveHolder(asked, context.directory, campaign.unitId).how !== 'holder') {
    return refuse('SEPARATION_OF_DUTIES', { field: 'person' });
  }
  if (campaign.assigned[assignmentKey(duty, subject)] === person) return accept([], allowed.as);
  const problem = campaign.problems[subject];
  if (problem?.status === 'closed' || problem?.status === 'excluded')
    return refuse('ALREADY_DECIDED', { params: { on: problem.closed?.on ?? '' } });
  return accept<CampaignEvent>(
    [{ type: 'DutyAssigned', data: { duty, subject, person, reason, on: today(context) } }],
    allowed.as,
  );
};
