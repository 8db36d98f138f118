/** Working days and deadlines (domain.md §6), pure functions of the calendar's state. Days are civil days of Asia/Shanghai. */
import type { CivilDate } from '../kernel/kernel';
import type { Calendar } from './calendar.state';
import { addDays, addMonths, dayOfWeek } from './civil-date';
import type { Duration, Roll } from './duration';
import { isDuration, isRoll } from './duration';

export type { Calendar };

/** A date and why it is that day: the rule, the day it led to, and where the roll moved that day. */
export interface ReckonedDate {
  date: CivilDate;
  /** Whether a year without an official notice was looked at (“暂按周一至周五推算”): importing it may move the date. */
  provisional: boolean;
  calendarVersion: number;
  /** The starting day, which is not counted. */
  from: CivilDate;
  duration: Duration;
  /** The last day before the roll. */
  base: CivilDate;
  roll: Roll;
  rolled: 'none' | 'later' | 'earlier';
}

/** No notice and no units one above the other can give more days off in a row; beyond it a state is broken. */
const LONGEST_WALK = 2_000;

/** Whether a date's year has no official notice yet and no unit has spoken, so that Monday to Friday are taken as worked. */
export const isProvisional = (calendar: Calendar, date: CivilDate): boolean =>
  !Object.hasOwn(calendar.years, date.slice(0, 4)) && calendar.own[date] === undefined;

/** A unit's own word goes first. A notice reaches into the December before its year, and there it is the later word. */
export const isWorkingDay = (calendar: Calendar, date: CivilDate): boolean => {
  const own = calendar.own[date];
  if (own) return own.works;
  const year = date.slice(0, 4);
  const december = date.slice(5, 7) === '12' ? calendar.years[String(Number(year) + 1)] : undefined;
  for (const file of [december, calendar.years[year]]) {
    if (file?.off[date] !== undefined) return false;
    if (file?.makeup[date]) return true;
  }
  return dayOfWeek(date) < 6;
};

/** The name of the holiday a date belongs to, or null: a plain weekend has none. */
export const holidayName = (calendar: Calendar, date: CivilDate): string | null => {
  const own = calendar.own[date];
  if (own) return own.works ? null : own.name;
  const next = calendar.years[String(Number(date.slice(0, 4)) + 1)];
  return next?.off[date] ?? calendar.years[date.slice(0, 4)]?.off[date] ?? null;
};

/** Walks `count` working days in one direction, the starting day not counted; tells whether a provisional year was met. */
const walk = (calendar: Calendar, from: CivilDate, count: number, step: 1 | -1) => {
  let date = from;
  let provisional = false;
  let left = count;
  let idle = 0;
  while (left > 0) {
    date = addDays(date, step);
    provisional ||= isProvisional(calendar, date);
    if (isWorkingDay(calendar, date)) {
      left -= 1;
      idle = 0;
    } else if (++idle > LONGEST_WALK) throw new RangeError(`no working day near ${date}`);
  }
  return { date, provisional };
};

/** The working day on or after a date. */
export const nextWorkingDay = (calendar: Calendar, date: CivilDate): CivilDate =>
  isWorkingDay(calendar, date) ? date : walk(calendar, date, 1, 1).date;

/** The working day on or before a date. */
export const previousWorkingDay = (calendar: Calendar, date: CivilDate): CivilDate =>
  isWorkingDay(calendar, date) ? date : walk(calendar, date, 1, -1).date;

const count = (calendar: Calendar, from: CivilDate, { n, unit }: Duration) => {
  switch (unit) {
    case 'calendarDay':
      return { date: addDays(from, n), provisional: false };
    case 'month':
      return { date: addMonths(from, n), provisional: false };
    case 'workingDay':
      return walk(calendar, from, n, 1);
  }
};

const rollDay = (calendar: Calendar, base: CivilDate, roll: Roll) => {
  if (roll === 'none') return { date: base, provisional: false };
  const provisional = isProvisional(calendar, base);
  if (isWorkingDay(calendar, base)) return { date: base, provisional };
  const steps = typeof roll === 'object' ? roll.nthAfterHoliday : 1;
  const walked = walk(calendar, base, steps, roll === 'earlier' ? -1 : 1);
  return { date: walked.date, provisional: provisional || walked.provisional };
};

/** Moves a day off by a roll rule; a working day stays. Rolling twice is rolling once. */
export const rollDate = (calendar: Calendar, date: CivilDate, roll: Roll): CivilDate =>
  rollDay(calendar, date, roll).date;

/**
 * The last day of a duration that starts on `from`: the starting day is not counted, a month ends on its corresponding
 * day or its last day, and a last day off is moved as `roll` says. Throws RangeError beyond the bounds of `isDuration`:
 * deciders refuse before.
 */
export const addDuration = (
  calendar: Calendar,
  from: CivilDate,
  duration: Duration,
  roll: Roll,
): ReckonedDate => {
  if (!isDuration(duration) || !isRoll(roll))
    throw new RangeError('a duration or a roll rule beyond its bounds');
  const counted = count(calendar, from, duration);
  const { date, provisional } = rollDay(calendar, counted.date, roll);
  return {
    date,
    provisional: provisional || counted.provisional,
    calendarVersion: calendar.version,
    from,
    duration: { n: duration.n, unit: duration.unit },
    base: counted.date,
    roll: typeof roll === 'object' ? { ...roll } : roll,
    rolled: date === counted.date ? 'none' : date > counted.date ? 'later' : 'earlier',
  };
};
