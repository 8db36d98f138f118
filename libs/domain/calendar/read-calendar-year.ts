/** One reader for both formats in which a year's holidays come: our own, and the public holiday-cn data. */
import { isLine } from '../directory/plain-text';
import type { CivilDate, Refusal } from '../kernel/kernel';
import { CALENDAR_LIMITS, faultOfDate, faultOfYear, isKnownYear, yearOutOfBounds } from './calendar-year';
import type { CalendarYearFile, DaysOff } from './calendar.events';
import { addDays, compareDates, dayOfWeek, daysBetween } from './civil-date';

/** A year of the public holiday-cn data: each day off and each day worked instead by itself. */
export interface HolidayCnYear {
  readonly year: number;
  /** The notices it was made of; none as long as the year is not announced. */
  readonly papers: readonly string[];
  readonly days: readonly { readonly name: string; readonly date: CivilDate; readonly isOffDay: boolean }[];
}

export type CalendarYearSource = CalendarYearFile | HolidayCnYear;

export type ReadYear =
  { readonly ok: true; readonly file: CalendarYearFile } | { readonly ok: false; readonly refusal: Refusal };

/** No year has more entries; a file with more is another thing. */
export const MOST_DAYS = CALENDAR_LIMITS.daysOff + CALENDAR_LIMITS.makeupWorkdays;
export const MOST_PAPERS = 10;

/**
 * Whatever was parsed from a file, as the year that an import brings; a fault names its field as the file has it, such
 * as `days[12].date`. Nothing is kept but what the calendar needs.
 */
export const readCalendarYear = (source: unknown): ReadYear => {
  if (!isRecord(source)) return { ok: false, refusal: { code: 'INVALID', field: 'year' } };
  return 'days' in source ? readHolidayCn(source) : readOwn(source);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fail = (refusal: Refusal): ReadYear => ({ ok: false, refusal });
const invalid = (field: string): ReadYear => fail({ code: 'INVALID', field });
const listOf = (value: unknown, most: number): readonly unknown[] | null =>
  Array.isArray(value) && value.length <= most ? value : null;

const readOwn = ({
  year,
  status,
  notice,
  off,
  makeupWorkdays,
}: Readonly<Record<string, unknown>>): ReadYear => {
  const runs = listOf(off, CALENDAR_LIMITS.holidays);
  const made = listOf(makeupWorkdays, CALENDAR_LIMITS.makeupWorkdays);
  if (!isKnownYear(year)) return fail(yearOutOfBounds);
  if (!runs) return invalid('off');
  if (!made) return invalid('makeupWorkdays');
  const broken = runs.findIndex((each) => !isRecord(each));
  if (broken >= 0) return invalid(`off[${broken}]`);
  const file = {
    year,
    status: status as 'official',
    notice: notice as string,
    off: (runs as readonly DaysOff[]).map(({ name, from, to }) => ({ name, from, to })),
    makeupWorkdays: made as CivilDate[],
  };
  const fault = faultOfYear(file);
  return fault ? fail(fault) : { ok: true, file };
};

type Day = HolidayCnYear['days'][number];

const readHolidayCn = ({ year, papers, days }: Readonly<Record<string, unknown>>): ReadYear => {
  if (!isKnownYear(year)) return fail(yearOutOfBounds);
  const named = listOf(papers, MOST_PAPERS);
  // Without a paper the year is not announced, and importing it would make a guess official.
  if (!named || !isLine(named[0], CALENDAR_LIMITS.notice)) return invalid('papers');
  const known = listOf(days, MOST_DAYS);
  if (!known || known.length === 0) return invalid('days');
  for (const [index, day] of known.entries()) {
    const fault = faultOfDay(year, known, day, index);
    if (fault) return fail(fault);
  }
  const inOrder = [...(known as readonly Day[])].sort((a, b) => compareDates(a.date, b.date));
  const file: CalendarYearFile = {
    year,
    status: 'official',
    notice: named[0],
    off: runsOf(inOrder.filter(({ isOffDay }) => isOffDay)),
    makeupWorkdays: inOrder.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date),
  };
  // Each day was right by itself: what is left is too much or too little of them.
  return faultOfYear(file) ? invalid('days') : { ok: true, file };
};

const faultOfDay = (year: number, days: readonly unknown[], day: unknown, index: number): Refusal | null => {
  const at = `days[${index}]`;
  if (!isRecord(day)) return { code: 'INVALID', field: at };
  const { name, date, isOffDay } = day;
  if (!isLine(name, CALENDAR_LIMITS.name)) return { code: 'INVALID', field: `${at}.name` };
  const fault = faultOfDate(year, date, `${at}.date`);
  if (fault) return fault;
  const on = date as CivilDate;
  if (typeof isOffDay !== 'boolean') return { code: 'INVALID', field: `${at}.isOffDay` };
  if (days.slice(0, index).some((earlier) => (earlier as Day).date === on))
    return { code: 'CALENDAR_OVERLAP', field: `${at}.date`, params: { date: on } };
  if (!isOffDay && dayOfWeek(on) < 6)
    return { code: 'CALENDAR_NOT_A_WEEKEND', field: `${at}.date`, params: { date: on } };
  return null;
};

/** Days of one name that follow each other are one run, as long as a run may be. */
const runsOf = (days: readonly Day[]): readonly DaysOff[] => {
  const runs: { name: string; from: CivilDate; to: CivilDate }[] = [];
  for (const { name, date } of days) {
    const last = runs.at(-1);
    const goesOn = last && last.name === name && addDays(last.to, 1) === date;
    if (goesOn && daysBetween(last.from, date) < CALENDAR_LIMITS.daysOffInARow) last.to = date;
    else runs.push({ name, from: date, to: date });
  }
  return runs;
};
