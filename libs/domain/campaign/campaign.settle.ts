import { addDuration } from '../calendar/working-calendar';
import type { CampaignEvent, Dating } from './campaign.events';
import type { Campaign } from './campaign.state';
import { today, type CampaignContext } from './context';
import type { Owed } from './owe';
import { owedBy } from './owed';
import { latestDate } from '../calendar/civil-date';

/**
 * Dates what a decision made owed: each new obligation gets the day it arose and its due day, each moved date or newly
 * assigned holder a new due version. The dates rest on the calendar version they name; a later calendar does not move
 * them by itself (rulings §2, §3).
 */
export const settle = (after: Campaign, context: CampaignContext): readonly CampaignEvent[] => {
  const dated = owedBy(after).flatMap((owed) => date(after, owed, context) ?? []);
  return dated.length === 0 ? [] : [{ type: 'ObligationsDated', data: { dated } }];
};

const date = (campaign: Campaign, owed: Owed, context: CampaignContext): Dating | null => {
  const { calendar } = context;
  const known = campaign.dated[owed.key];
  const assigned = owed.holder.person;
  const since = known?.since ?? latestDate(today(context), owed.from);
  if (known && known.assigned === assigned && (typeof owed.limit !== 'string' || known.dueOn === owed.limit))
    return null;
  const reckoned =
    typeof owed.limit === 'string'
      ? { date: owed.limit, provisional: known?.provisional ?? false, calendarVersion: calendar.version }
      : addDuration(calendar, since, owed.limit, 'next');
  return {
    key: owed.key,
    since,
    armedOn: known ? latestDate(today(context), since) : since,
    dueOn: reckoned.date,
    dueVersion: (known?.dueVersion ?? 0) + 1,
    assigned,
    provisional: reckoned.provisional,
    calendarVersion: reckoned.calendarVersion,
  };
};
