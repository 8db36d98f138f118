import { addDays, isCivilDate } from '../calendar/civil-date';
import { nextWorkingDay } from '../calendar/working-calendar';
import { unitOf } from '../directory/directory-view';
import { accept, refuse, type Decision } from '../kernel/kernel';
import { optionalStageKinds } from '../template/template.definition';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { planFrom } from './plan-from-template';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary } from './duties';

/** A launch lies at most a year ahead: beyond it no calendar is known. */
const furthestStart = 366;

/** The unit's secretary launches; the plan is the template's data, dated by the calendar (rulings §1, §2). */
export const launchCampaign = (
  campaign: Campaign,
  data: CommandData<'LaunchCampaign'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const unit = unitOf(context.directory, data.unitId);
  if (!unit) return refuse('UNIT_UNKNOWN', { field: 'unitId' });
  const allowed = permit({ ...campaign, unitId: data.unitId }, secretary(), context);
  if (!allowed.ok) return allowed;
  if (campaign.status !== 'none') return refuse('ALREADY_EXISTS');
  const template = context.template?.latest;
  if (!template || template.slug !== data.template) return refuse('TEMPLATE_UNKNOWN', { field: 'template' });

  const asked = data.startOn ?? nextWorkingDay(context.calendar, addDays(today(context), 1));
  if (!isCivilDate(asked)) return refuse('INVALID', { field: 'startOn' });
  if (asked < today(context))
    return refuse('START_IN_PAST', { field: 'startOn', params: { today: today(context) } });
  if (asked > addDays(today(context), furthestStart)) return refuse('START_TOO_FAR', { field: 'startOn' });

  const required = (data.leaveOut ?? []).findIndex((kind) => !optionalStageKinds.includes(kind));
  if (required >= 0) return refuse('INVALID', { field: `leaveOut[${required}]` });

  const plan = planFrom(
    template,
    context.template?.version ?? 1,
    nextWorkingDay(context.calendar, asked),
    context.calendar,
    data,
  );
  const suffix = data.serial > 1 ? `-${data.serial}` : '';
  const code = `${template.prefix}-${plan.startOn.slice(0, 4)}-${unit.code}${suffix}`;
  return accept<CampaignEvent>(
    [
      {
        type: 'CampaignLaunched',
        data: { campaignId: data.campaignId, unitId: data.unitId, code, plan, on: today(context) },
      },
    ],
    allowed.as,
  );
};

/** A launch can be taken back as a whole until its first day begins. */
export const withdrawLaunch = (
  campaign: Campaign,
  { reason }: CommandData<'WithdrawLaunch'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (today(context) >= campaign.plan.startOn) {
    return refuse('ALREADY_STARTED', { params: { startOn: campaign.plan.startOn } });
  }
  return accept<CampaignEvent>(
    [{ type: 'CampaignWithdrawn', data: { on: today(context), reason } }],
    allowed.as,
  );
};
