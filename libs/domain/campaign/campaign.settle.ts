import { latestDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import { inPortions } from '../kernel/portions';
import { remembering } from '../kernel/remembering';
import type { CampaignEvent, Dating } from './campaign.events';
import { termsOf, type Campaign } from './campaign.state';
import { today, type CampaignContext } from './context';
import { datingOf, datingsOf, type Dated } from './dating';
import type { Owed } from './owe';
import { owedParts } from './owed';

/**
 * Dates what a decision made owed: each new obligation gets the day it arose and its due day, each moved date or newly
 * assigned holder a new due version. The dates rest on the calendar version they name; a later calendar does not move
 * them by itself (rulings §2, §3).
 */
export const settle = (after: Campaign, context: CampaignContext): readonly CampaignEvent[] => {
  const on = today(context);
  const parts = owedParts(after);
  const wrong = ofAll(parts, [after.dated, after.replanned, on], () =>
    parts.flatMap((part) => wrongOf(after, part, on)),
  );
  const dated = wrong.map((owed) => date(after, owed, datingOf(after.dated, owed.key), context));
  return inPortions(dated).map((some) => ({ type: 'ObligationsDated', data: { dated: some } }));
};

/** What of one part has no date or a wrong one: mostly nothing, as of the state before. */
const wrongOf = (after: Campaign, part: readonly Owed[], on: CivilDate): readonly Owed[] => {
  const datings = datingsOf(after.dated, part);
  return ofPart(part, [after.replanned, on, ...datings], () =>
    part.filter((owed, index) => !isStillRight(after, owed, datings[index], on)),
  );
};

const ofAll = remembering<readonly (readonly Owed[])[], readonly Owed[]>();
const ofPart = remembering<readonly Owed[], readonly Owed[]>();

type Known = DeepReadonly<Dated>;

/**
 * A duration was counted once, when the obligation arose; a date given in days is followed wherever it goes, and so is
 * an opening that still lies ahead. A limit or ladder that was re-planned since asks for another date.
 */
const isStillRight = (campaign: Campaign, owed: Owed, known: Known | undefined, on: CivilDate): boolean => {
  const { holder, limit, key } = owed;
  if (known === undefined) return false;
  if (known.assigned !== holder.person || known.terms !== termsOf(campaign, key)) return false;
  if (known.since > on && known.since !== latestDate(on, owed.from)) return false;
  return !('on' in limit) || known.dueOn === limit.on;
};

type Reckoned = Pick<Dating, 'dueOn' | 'provisional' | 'calendarVersion'>;

const date = (campaign: Campaign, owed: Owed, known: Known | undefined, context: CampaignContext): Dating => {
  const on = today(context);
  const since = known && known.since <= on ? known.since : latestDate(on, owed.from);
  return {
    key: owed.key,
    since,
    armedOn: latestDate(on, since),
    ...reckon(campaign, owed, known, since, context),
    dueVersion: (known?.dueVersion ?? 0) + 1,
    assigned: owed.holder.person,
  };
};

/** Neither another holder nor another calendar counts a duration anew; another limit or opening does, not into the past. */
const reckon = (
  campaign: Campaign,
  { limit, key }: Owed,
  known: Known | undefined,
  since: string,
  context: CampaignContext,
): Reckoned => {
  const { calendar } = context;
  if ('on' in limit) {
    return { dueOn: limit.on, provisional: limit.provisional, calendarVersion: calendar.version };
  }
  if (known && known.since === since && known.terms === termsOf(campaign, key)) {
    const { dueOn, provisional, calendarVersion } = known;
    return { dueOn, provisional, calendarVersion };
  }
  const { date: dueOn, provisional } = addDuration(calendar, since, limit, campaign.plan.handlingRoll);
  return {
    dueOn: known ? latestDate(dueOn, today(context)) : dueOn,
    provisional,
    calendarVersion: calendar.version,
  };
};
