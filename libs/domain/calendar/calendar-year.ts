import { isLine } from '../directory/plain-text';
import type { CivilDate, Refusal } from '../kernel/kernel';
import type { CalendarYearFile, DaysOff } from './calendar.events';
import { dayOfWeek, daysBetween, isCivilDate, yearOfDate } from './civil-date';

export const CALENDAR_YEARS = { from: 2000, to: 2100 } as const;
export const CALENDAR_LIMITS = {
  notice: 200,
  name: 50,
  holidays: 40,
  daysOffInARow: 31,
  daysOff: 100,
  makeupWorkdays: 40,
} as const;

const invalid = (field: string): Refusal => ({ code: 'INVALID', field });

/** What is wrong with an official year, by the field that is. */
export const faultOfYear = (file: CalendarYearFile): Refusal | null => {
  const { year, status, notice, off, makeupWorkdays } = file;
  if (!isKnownYear(year)) return yearOutOfBounds;
  if (status !== 'official') return invalid('status');
  if (!isLine(notice, CALENDAR_LIMITS.notice)) return invalid('notice');
  if (off.length === 0 || off.length > CALENDAR_LIMITS.holidays) return invalid('off');
  if (makeupWorkdays.length > CALENDAR_LIMITS.makeupWorkdays) return invalid('makeupWorkdays');
  return faultOfDaysOff(year, off) ?? faultOfMakeup(year, off, makeupWorkdays);
};

export const isKnownYear = (year: unknown): year is number =>
  Number.isInteger(year) && (year as number) >= CALENDAR_YEARS.from && (year as number) <= CALENDAR_YEARS.to;

export const yearOutOfBounds: Refusal = {
  code: 'OUT_OF_BOUNDS',
  field: 'year',
  params: { min: CALENDAR_YEARS.from, max: CALENDAR_YEARS.to },
};

/** A notice of the year also orders the last days of December before it: 2019's gave 30 and 31 December 2018. */
const belongsTo = (year: number, date: CivilDate): boolean =>
  yearOfDate(date) === year || date.startsWith(`${year - 1}-12-`);

export const faultOfDate = (year: number, date: unknown, field: string): Refusal | null => {
  if (!isCivilDate(date)) return invalid(field);
  return belongsTo(year, date) ? null : { code: 'CALENDAR_OUTSIDE_YEAR', field, params: { date, year } };
};

const faultOfDaysOff = (year: number, off: readonly DaysOff[]): Refusal | null => {
  let total = 0;
  for (const [index, { name, from, to }] of off.entries()) {
    const at = `off[${index}]`;
    if (!isLine(name, CALENDAR_LIMITS.name)) return invalid(`${at}.name`);
    const fault = faultOfDate(year, from, `${at}.from`) ?? faultOfDate(year, to, `${at}.to`);
    if (fault) return fault;
    if (to < from || daysBetween(from, to) >= CALENDAR_LIMITS.daysOffInARow) return invalid(`${at}.to`);
    if (off.slice(0, index).some((earlier) => earlier.from <= to && from <= earlier.to)) {
      return { code: 'CALENDAR_OVERLAP', field: at, params: { date: from } };
    }
    total += daysBetween(from, to) + 1;
    if (total > CALENDAR_LIMITS.daysOff) return invalid('off');
  }
  return null;
};

/** A made-up working day is a weekend day outside the days off: a Monday to Friday is worked without being named. */
const faultOfMakeup = (year: number, off: readonly DaysOff[], days: readonly CivilDate[]): Refusal | null => {
  for (const [index, date] of days.entries()) {
    const field = `makeupWorkdays[${index}]`;
    const fault = faultOfDate(year, date, field);
    if (fault) return fault;
    const overlaps = days.indexOf(date) !== index || off.some(({ from, to }) => from <= date && date <= to);
    if (overlaps) return { code: 'CALENDAR_OVERLAP', field, params: { date } };
    if (dayOfWeek(date) < 6) return { code: 'CALENDAR_NOT_A_WEEKEND', field, params: { date } };
  }
  return null;
};
