import { latestDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import type { DeepReadonly } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import type { CampaignEvent, Dating } from './campaign.events';
import type { Campaign } from './campaign.state';
import { today, type CampaignContext } from './context';
import type { Owed } from './owe';
import { owedParts } from './owed';

/**
 * Dates what a decision made owed: each new obligation gets the day it arose and its due day, each moved date or newly
 * assigned holder a new due version. The dates rest on the calendar version they name; a later calendar does not move
 * them by itself (rulings §2, §3).
 */
export const settle = (after: Campaign, context: CampaignContext): readonly CampaignEvent[] => {
  const dated: Dating[] = [];
  for (const part of owedParts(after)) {
    if (areDated(part, [after.dated], () => part.every((owed) => isRight(owed, after.dated[owed.key]))))
      continue;
    for (const owed of part) {
      const known = after.dated[owed.key];
      if (!isRight(owed, known)) dated.push(date(after, owed, known, context));
    }
  }
  return dated.length === 0 ? [] : [{ type: 'ObligationsDated', data: { dated } }];
};

const areDated = remembering<readonly Owed[], boolean>();

type Dated = DeepReadonly<Dating>;

/** A duration was counted once, when the obligation arose; a date given in days is followed wherever it goes. */
const isRight = ({ holder, limit }: Owed, known: Dated | undefined): boolean =>
  known !== undefined && known.assigned === holder.person && (!('on' in limit) || known.dueOn === limit.on);

type Reckoned = Pick<Dating, 'dueOn' | 'provisional' | 'calendarVersion'>;

const date = (campaign: Campaign, owed: Owed, known: Dated | undefined, context: CampaignContext): Dating => {
  const since = known?.since ?? latestDate(today(context), owed.from);
  return {
    key: owed.key,
    since,
    armedOn: latestDate(today(context), since),
    ...reckon(campaign, owed, known, since, context),
    dueVersion: (known?.dueVersion ?? 0) + 1,
    assigned: owed.holder.person,
  };
};

/** Neither another holder nor another calendar counts a duration anew. */
const reckon = (
  campaign: Campaign,
  { limit }: Owed,
  known: Dated | undefined,
  since: string,
  { calendar }: CampaignContext,
): Reckoned => {
  if ('on' in limit) {
    return { dueOn: limit.on, provisional: limit.provisional, calendarVersion: calendar.version };
  }
  if (known) {
    const { dueOn, provisional, calendarVersion } = known;
    return { dueOn, provisional, calendarVersion };
  }
  const { date: dueOn, provisional } = addDuration(calendar, since, limit, campaign.plan.handlingRoll);
  return { dueOn, provisional, calendarVersion: calendar.version };
};
