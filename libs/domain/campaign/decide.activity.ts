import { isCivilDate } from '../calendar/civil-date';
import { accept, refuse, type Decision } from '../kernel/kernel';
import { ACTIVITY_LIMITS, activityKinds } from '../template/activity.kinds';
import { activityId, activityOf, askedOnce, countOfKind, windowOf } from './activities';
import type { CampaignEvent } from './campaign.events';
import type { CommandData } from './campaign.commands';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { activityOwner } from './duties';

/** Gives an activity its day, or another day while it was not held: the nth of its kind, in its stage's window. */
export const planActivity = (
  campaign: Campaign,
  { kind, nth, plannedOn }: CommandData<'PlanActivity'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const id = activityId(kind, nth);
  const allowed = permit(campaign, activityOwner(campaign, kind, id), context);
  if (!allowed.ok) return allowed;
  if (!activityKinds.some((known) => known === kind)) return refuse('INVALID', { field: 'kind' });
  const max = Math.min(countOfKind(campaign, kind) + 1, ACTIVITY_LIMITS.ofKind);
  if (!Number.isInteger(nth) || nth < 1 || nth > max)
    return refuse('OUT_OF_BOUNDS', { field: 'nth', params: { min: 1, max } });
  const known = activityOf(campaign, id);
  if (known?.held) return refuse('ALREADY_DECIDED', { params: { on: known.held.on } });
  if (!isCivilDate(plannedOn)) return refuse('INVALID', { field: 'plannedOn' });
  if (known?.plannedOn === plannedOn) return accept<CampaignEvent>([], allowed.as);
  const asked = askedOnce(campaign).find((each) => each.id === id);
  const { start, latest } = windowOf(campaign, asked?.stage, today(context));
  if (plannedOn < start) return refuse('DUE_BEFORE_START', { field: 'plannedOn', params: { start } });
  if (plannedOn > latest) return refuse('DUE_TOO_LATE', { field: 'plannedOn', params: { latest } });
  return accept<CampaignEvent>(
    [{ type: 'ActivityPlanned', data: { kind, nth, plannedOn, on: today(context) } }],
    allowed.as,
  );
};

/** Records that it was held: day, kind and number of people. Names are no part of it (domain.md §9). */
export const recordActivity = (
  campaign: Campaign,
  { kind, nth, heldOn, people }: CommandData<'RecordActivity'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const id = activityId(kind, nth);
  const allowed = permit(campaign, activityOwner(campaign, kind, id), context);
  if (!allowed.ok) return allowed;
  const known = activityOf(campaign, id);
  if (!known) return refuse('ACTIVITY_UNKNOWN', { field: 'nth' });
  if (known.held) return refuse('ALREADY_DECIDED', { params: { on: known.held.on } });
  const on = today(context);
  const day = heldOn ?? on;
  if (!isCivilDate(day)) return refuse('INVALID', { field: 'heldOn' });
  if (day > on) return refuse('DATE_IN_FUTURE', { field: 'heldOn', params: { date: day } });
  const start = campaign.launchedOn;
  if (day < start) return refuse('DUE_BEFORE_START', { field: 'heldOn', params: { start } });
  const max = ACTIVITY_LIMITS.people;
  if (!Number.isInteger(people) || people < 1 || people > max)
    return refuse('OUT_OF_BOUNDS', { field: 'people', params: { min: 1, max } });
  return accept<CampaignEvent>(
    [{ type: 'ActivityHeld', data: { kind, nth, heldOn: day, people, on } }],
    allowed.as,
  );
};
