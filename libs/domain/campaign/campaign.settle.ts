import { latestDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import type { CampaignEvent, Dating } from './campaign.events';
import type { Campaign } from './campaign.state';
import { today, type CampaignContext } from './context';
import type { Owed } from './owe';
import { owedBy } from './owed';

/**
 * Dates what a decision made owed: each new obligation gets the day it arose and its due day, each moved date or newly
 * assigned holder a new due version. The dates rest on the calendar version they name; a later calendar does not move
 * them by itself (rulings §2, §3).
 */
export const settle = (after: Campaign, context: CampaignContext): readonly CampaignEvent[] => {
  const dated = owedBy(after).flatMap((owed) => date(after, owed, context) ?? []);
  return dated.length === 0 ? [] : [{ type: 'ObligationsDated', data: { dated } }];
};

type Reckoned = Pick<Dating, 'dueOn' | 'provisional' | 'calendarVersion'>;

const date = (campaign: Campaign, owed: Owed, context: CampaignContext): Dating | null => {
  const known = campaign.dated[owed.key];
  const assigned = owed.holder.person;
  const since = known?.since ?? latestDate(today(context), owed.from);
  const { dueOn, provisional, calendarVersion } = reckon(campaign, owed, since, context);
  if (known && known.assigned === assigned && known.dueOn === dueOn) return null;
  return {
    key: owed.key,
    since,
    armedOn: latestDate(today(context), since),
    dueOn,
    dueVersion: (known?.dueVersion ?? 0) + 1,
    assigned,
    provisional,
    calendarVersion,
  };
};

/** A duration is counted once, when the obligation arises: neither another holder nor another calendar counts it anew. */
const reckon = (
  campaign: Campaign,
  { key, limit }: Owed,
  since: string,
  context: CampaignContext,
): Reckoned => {
  const { calendar } = context;
  if ('on' in limit) {
    return { dueOn: limit.on, provisional: limit.provisional, calendarVersion: calendar.version };
  }
  const known = campaign.dated[key];
  if (known) return known;
  const { date: dueOn, provisional } = addDuration(calendar, since, limit, campaign.plan.handlingRoll);
  return { dueOn, provisional, calendarVersion: calendar.version };
};
