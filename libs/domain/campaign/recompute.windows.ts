import { earliestDate, latestDate } from '../calendar/civil-date';
import { calendarAt } from '../calendar/unit-calendar';
import { isProvisional, nextWorkingDay, type Calendar } from '../calendar/working-calendar';
import type { CivilDate } from '../kernel/kernel';
import type { Campaign } from './campaign.state';
import { windowFrom, windowOf, type Reckoning, type Window } from './plan-from-template';
import type { RecomputedStage } from './recomputed.events';
import type { StageInUse } from './stage.events';
import { isStageOpen, plannedStage } from './stages';

/** A day moves to where it is reckoned now, but an earlier one never into the past: what is late already stays as it is. */
export const notIntoPast = (from: CivilDate, to: CivilDate, today: CivilDate): CivilDate =>
  to < from ? latestDate(to, earliestDate(from, today)) : to;

interface Placed extends Window {
  readonly kind: StageInUse;
}

/**
 * The windows that a later calendar moves: those of stages that are not closed, rest on a provisional year, were never
 * re-dated by hand and are what the calendar before gave. The others stand; a mark that nothing rests on any more goes.
 */
export const movedWindows = (
  campaign: Campaign,
  calendar: Calendar,
  today: CivilDate,
): readonly RecomputedStage[] => {
  if (!campaign.stages.some(({ provisional, closed }) => provisional && !closed)) return none;
  const stored: Placed[] = [];
  const placed: Placed[] = [];
  let isGuessed = false;
  for (const stage of campaign.stages) {
    const { kind, startOn, endOn, provisional } = stage;
    const from = { kind, startOn, endOn, provisional };
    const to = windowNow(campaign, from, { stored, placed }, calendar, today);
    isGuessed ||= to.isCounted && to.provisional;
    stored.push(from);
    placed.push({ kind, ...within(to), provisional: to.provisional || (to.isCounted && isGuessed) });
  }
  return placed.flatMap((to, index) => {
    const from = stored[index];
    return !from || isSameWindow(from, to)
      ? []
      : [{ stage: from.kind, from: windowPart(from), to: windowPart(to) }];
  });
};

const none: readonly RecomputedStage[] = Object.freeze([]);
const within = ({ startOn, endOn }: Window) => ({ startOn, endOn });
const windowPart = ({ startOn, endOn, provisional }: Window): Window => ({ startOn, endOn, provisional });
const isSameWindow = (a: Window, b: Window): boolean =>
  a.startOn === b.startOn && a.endOn === b.endOn && a.provisional === b.provisional;

interface Before {
  readonly stored: readonly Placed[];
  readonly placed: readonly Placed[];
}

const windowNow = (
  campaign: Campaign,
  from: Placed,
  { stored, placed }: Before,
  calendar: Calendar,
  today: CivilDate,
): Window & { readonly isCounted: boolean } => {
  const stage = campaign.stages.find(({ kind }) => kind === from.kind);
  const planned = plannedStage(campaign, from.kind);
  const stands = stage?.closed !== null || !from.provisional || stage.calendarVersion >= calendar.version;
  if (stands || !planned) return { ...from, isCounted: false };
  const reckoned: Reckoning | null =
    planned.reckoned && !stage.byHand ? { opens: planned.opens, ...planned.reckoned } : null;
  const then = calendarAt(calendar, stage.calendarVersion);
  const was = reckoned && counted(reckoned, from, stored, then);
  if (!reckoned || !was || was.startOn !== from.startOn || was.endOn !== from.endOn) {
    const provisional = isProvisional(calendar, from.startOn) || isProvisional(calendar, from.endOn);
    return { ...from, provisional, isCounted: false };
  }
  const again = counted(reckoned, from, placed, calendar);
  const hasBegun = isStageOpen(campaign, from.kind, today);
  const startOn = hasBegun ? from.startOn : notIntoPast(from.startOn, again.startOn, today);
  const { endOn, provisional } =
    hasBegun && again.startOn !== startOn && reckoned.opens.on !== 'opened'
      ? windowFrom(startOn, reckoned.length, calendar)
      : again;
  return {
    startOn,
    endOn: latestDate(startOn, notIntoPast(from.endOn, endOn, today)),
    provisional: provisional || isProvisional(calendar, startOn),
    isCounted: true,
  };
};

/** As the launch counted it, with the windows before it as they are given. The first day of all is rolled on from where it stands. */
const counted = (
  reckoned: Reckoning,
  from: Placed,
  stages: readonly Placed[],
  calendar: Calendar,
): Window => {
  const { opens, after } = reckoned;
  const named = opens.on === 'launch' ? undefined : stages.find(({ kind }) => kind === opens.of);
  const before = opens.on === 'launch' ? undefined : (named ?? stages.at(-1));
  const countedFrom = stages.find(({ kind }) => kind === after) ?? before;
  const startOn = nextWorkingDay(calendar, from.startOn);
  return windowOf(reckoned, { before, counted: countedFrom, startOn }, calendar);
};
