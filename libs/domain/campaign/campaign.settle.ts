import { latestDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import { inPortions } from '../kernel/portions';
import { rememberingEach } from '../kernel/remembering-each';
import type { CampaignEvent, Dating } from './campaign.events';
import { termsOf, type Campaign } from './campaign.state';
import { today, type CampaignContext } from './context';
import { datingOf, datingsOfEach, type Dated, type Datings } from './dating';
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
  const given = { items: parts, own: datingsOfEach(after, parts), common: [after.replanned, on] };
  const wrong = ofEach(after.plan, given, (part, datings) => wrongOf(after, part, datings, on)).flat();
  const dated = wrong.map((owed) => date(after, owed, datingOf(after.dated, owed.key), context));
  return inPortions(dated).map((some) => ({ type: 'ObligationsDated', data: { dated: some } }));
};

/** What of one part has no date or a wrong one: mostly nothing. */
const wrongOf = (
  after: Campaign,
  part: readonly Owed[],
  datings: Datings,
  on: CivilDate,
): readonly Owed[] => {
  const wrong = part.filter((owed, index) => !isStillRight(after, owed, datings[index], on));
  return wrong.length === 0 ? nothing : wrong;
};

const nothing: readonly Owed[] = Object.freeze([]);
const ofEach = rememberingEach<Campaign['plan'], readonly Owed[], Datings, readonly Owed[]>();

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
