import { addDays, eachDay, latestDate } from '../calendar/civil-date';
import { calendarAt, changesSince } from '../calendar/unit-calendar';
import { addDuration, holidayName, isWorkingDay, type Calendar } from '../calendar/working-calendar';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import { rememberingEach } from '../kernel/remembering-each';
import { termsOf, type Campaign } from './campaign.state';
import { datingOf, datingsOfEach, type Dated, type Datings } from './dating';
import type { Owed } from './owe';
import { owedParts } from './owed';
import { movedWindows, notIntoPast } from './recompute.windows';
import type {
  ChangedDay,
  RecomputedDates,
  RecomputedObligation,
  RecomputedStage,
  RestingDate,
} from './recomputed.events';

/**
 * What the present calendar moves of the dates that are stored, or null: nothing rests on what has changed. Moved are
 * durations that were counted by another calendar, and windows as `movedWindows` says; a date that somebody decided is
 * none of them. Pure: with the result folded in, it is null (decision record 9).
 */
export const recomputation = (
  campaign: Campaign,
  calendar: Calendar,
  today: CivilDate,
): RecomputedDates | null => {
  if (campaign.status !== 'open') return null;
  const { dated, stages, plan } = campaign;
  return known(owedParts(campaign), [dated, stages, plan, calendar, today], () =>
    reckon(campaign, calendar, today),
  );
};

const known = remembering<ReturnType<typeof owedParts>, RecomputedDates | null>();

const reckon = (campaign: Campaign, calendar: Calendar, today: CivilDate): RecomputedDates | null => {
  const stages = movedWindows(campaign, calendar, today);
  const placed = stages.length === 0 ? campaign : withWindows(campaign, stages, calendar);
  const obligations = movedOf(campaign, owedParts(placed), calendar, today);
  if (stages.length === 0 && obligations.length === 0) return null;
  const from = Math.min(
    ...stages.map(({ stage }) => versionOf(campaign, stage)),
    ...obligations.map(({ key }) => datingOf(campaign.dated, key)?.calendarVersion ?? calendar.version),
  );
  const { years, units } = changesSince(calendar, from);
  return {
    calendar: { from, to: calendar.version },
    because: { years: years.map(({ year, notice }) => ({ year, notice })), units },
    days: changedDays(calendar, from, stages, obligations),
    stages,
    obligations,
  };
};

const versionOf = ({ stages }: Campaign, kind: string): number =>
  stages.find((stage) => stage.kind === kind)?.calendarVersion ?? 0;

/** The campaign as it would be owed with these windows. */
const withWindows = (
  campaign: Campaign,
  moved: readonly RecomputedStage[],
  calendar: Calendar,
): Campaign => ({
  ...campaign,
  stages: campaign.stages.map((stage) => {
    const to = moved.find(({ stage: kind }) => kind === stage.kind)?.to;
    return to ? { ...stage, ...to, calendarVersion: calendar.version } : stage;
  }),
});

/** What of each part is moved: mostly nothing, as of the state before. */
const movedOf = (
  campaign: Campaign,
  parts: readonly (readonly Owed[])[],
  calendar: Calendar,
  today: CivilDate,
): readonly RecomputedObligation[] => {
  const { plan, replanned } = campaign;
  const given = { items: parts, own: datingsOfEach(campaign, parts), common: [replanned, calendar, today] };
  return ofEach(plan, given, (part, datings) => {
    const moved = part.flatMap(
      (owed, index) => movedObligation(campaign, owed, datings[index], calendar, today) ?? [],
    );
    return moved.length === 0 ? nothing : moved;
  }).flat();
};

const nothing: readonly RecomputedObligation[] = Object.freeze([]);
const ofEach = rememberingEach<Campaign['plan'], readonly Owed[], Datings, readonly RecomputedObligation[]>();

const movedObligation = (
  campaign: Campaign,
  owed: Owed,
  was: DeepReadonly<Dated> | undefined,
  calendar: Calendar,
  today: CivilDate,
): RecomputedObligation | null => {
  if (!was || was.terms !== termsOf(campaign, owed.key)) return null;
  const since = was.since <= today ? was.since : latestDate(today, owed.from);
  const { limit } = owed;
  const from = { since: was.since, dueOn: was.dueOn, provisional: was.provisional };
  const moved = (to: RestingDate, counted: RecomputedObligation['counted']): RecomputedObligation | null => {
    const isMoved = to.dueOn !== from.dueOn || to.since !== from.since;
    if (!isMoved && to.provisional === from.provisional) return null;
    const dueVersion = isMoved ? was.dueVersion + 1 : was.dueVersion;
    const armedOn = isMoved ? latestDate(today, since) : was.armedOn;
    return { key: owed.key, from, to, dueVersion, armedOn, counted };
  };
  if ('on' in limit) return moved({ since, dueOn: limit.on, provisional: limit.provisional }, null);
  if (was.calendarVersion >= calendar.version && since === was.since) return null;
  const roll = campaign.plan.handlingRoll;
  const before = addDuration(calendarAt(calendar, was.calendarVersion), was.since, limit, roll);
  // Not what was counted: it was granted, or held back from the past, and stands by itself.
  if (before.date !== was.dueOn) return null;
  const { date, provisional } = addDuration(calendar, since, limit, roll);
  const dueOn = notIntoPast(was.dueOn, date, today);
  return moved({ since, dueOn, provisional }, { n: limit.n, unit: limit.unit, roll });
};

/** The days that changed between the two calendars, as far as anything moved was reckoned over them. */
const changedDays = (
  calendar: Calendar,
  version: number,
  stages: readonly RecomputedStage[],
  obligations: readonly RecomputedObligation[],
): readonly ChangedDay[] => {
  const ends = [
    ...stages.flatMap(({ from, to }) => [from.startOn, from.endOn, to.startOn, to.endOn]),
    ...obligations.flatMap(({ from, to }) => [from.since, from.dueOn, to.since, to.dueOn]),
  ].sort();
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = calendarAt(calendar, version);
  return eachDay(addDays(first, -1), last)
    .filter((date) => isWorkingDay(before, date) !== isWorkingDay(calendar, date))
    .map((date) => ({ date, works: isWorkingDay(calendar, date), name: holidayName(calendar, date) }));
};
