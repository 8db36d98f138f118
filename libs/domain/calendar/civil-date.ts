/**
 * The only date arithmetic of the project: civil dates of Asia/Shanghai as `YYYY-MM-DD`, ordered as text.
 * Whole numbers only: no `Date`, no zone of the process. A day is one step of an integer, because obligations and
 * ladders reckon thousands of days for one command; the spec holds every function equal to Temporal.
 */
import type { CivilDate, Instant } from '../kernel/kernel';

const CIVIL_DATE = /^(19|2\d)\d{2}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const TIME_OF_DAY = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
/** Asia/Shanghai is UTC+08:00 without daylight saving since 1991. */
const SHANGHAI_HOURS = 8;

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));
const dayOf = (date: CivilDate): number => Number(date.slice(8, 10));
const join = (year: number, month: number, day: number): CivilDate =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** Days since 1970-01-01; years begin in March, so the leap day is the last (H. Hinnant's days_from_civil). */
const dayNumber = (date: CivilDate): number => {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOf(date) - 1;
  return year * 365 + leapDays + dayOfYear - 719_468;
};

/** The inverse of dayNumber (civil_from_days). */
const dateOfDay = (days: number): CivilDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return join(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
};

/** Whether `text` is a day that exists, of the years 1900–2999: `2026-02-30` is none. */
export const isCivilDate = (text: unknown): text is CivilDate =>
  typeof text === 'string' &&
  CIVIL_DATE.test(text) &&
  monthOf(text) >= 1 &&
  monthOf(text) <= 12 &&
  dateOfDay(dayNumber(text)) === text;

/** The year of a date. */
export const yearOfDate = (date: CivilDate): number => yearOf(date);

/** `days` days later, or earlier where negative. */
export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDay(dayNumber(date) + days);

/** Days from `from` to `to`: 0 the same day, negative where `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

export const dayOfWeek = (date: CivilDate): DayOfWeek => {
  const days = dayNumber(date) + 3;
  return (days - Math.floor(days / 7) * 7 + 1) as DayOfWeek;
};

/** `months` months later: the corresponding day, or the month's last day where it has none (domain.md §6). */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const next = month === 12 ? join(year + 1, 1, 1) : join(year, month + 1, 1);
  const lastDay = daysBetween(join(year, month, 1), next);
  return join(year, month, Math.min(dayOf(date), lastDay));
};

/** The days from `from` to `to`, both included; none where `to` is earlier. */
export const eachDay = (from: CivilDate, to: CivilDate): CivilDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));

/** Negative, 0 or positive, for sorting. Civil dates may also be compared with `<`. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const earliestDate = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
export const latestDate = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** The civil day on which an instant lies in Asia/Shanghai. Throws RangeError on anything but UTC text. */
export const civilDateOf = (instant: Instant): CivilDate => {
  if (!INSTANT.test(instant)) throw new RangeError(`not an instant in UTC: ${instant}`);
  const date = instant.slice(0, 10);
  return Number(instant.slice(11, 13)) + SHANGHAI_HOURS >= 24 ? addDays(date, 1) : date;
};

/** Whether `text` is a time of day `HH:MM`, up to 24:00. */
export const isTimeOfDay = (text: unknown): text is string =>
  typeof text === 'string' && TIME_OF_DAY.test(text);

/** The instant of a local time of day (`HH:MM`, Asia/Shanghai); 24:00 ends the day. Throws RangeError on other text. */
export const instantAt = (date: CivilDate, time: string): Instant => {
  if (!isTimeOfDay(time)) throw new RangeError(`not a time of day: ${time}`);
  const hour = Number(time.slice(0, 2)) - SHANGHAI_HOURS;
  const day = hour < 0 ? addDays(date, -1) : date;
  return `${day}T${pad(hour < 0 ? hour + 24 : hour)}:${time.slice(3, 5)}:00.000Z`;
};
