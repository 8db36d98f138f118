import {
  addDays,
  dayOfWeek,
  eachDay,
  holidayName,
  isProvisional,
  isWorkingDay,
  type Calendar,
  type CivilDate,
} from '@rectify/domain';
import type { OfficialCalendar } from '../api/types';

/** A day as a month shows it: its mark only where it is not what its weekday says. */
export interface MonthDay {
  readonly date: CivilDate;
  readonly mark: 'off' | 'works' | null;
  readonly name: string | null;
  readonly isProvisional: boolean;
}

/** The domain's own calendar of what the API tells, so that days are judged here by the same functions as dates. */
export const calendarFrom = ({ version, years }: OfficialCalendar): Calendar => ({
  version,
  years: Object.fromEntries(
    years.map(({ year, notice, off, makeupWorkdays }) => [
      String(year),
      {
        version,
        file: { year, status: 'official', notice, off, makeupWorkdays },
        off: Object.fromEntries(
          off.flatMap(({ name, from, to }) => [...eachDay(from, to)].map((date) => [date, name] as const)),
        ),
        makeup: Object.fromEntries(makeupWorkdays.map((date) => [date, true] as const)),
      },
    ]),
  ),
  ...{ replaced: [], overrides: {}, units: [], own: {} },
});

const dayIn = (calendar: Calendar, date: CivilDate): MonthDay => {
  const works = isWorkingDay(calendar, date);
  const isWeekday = dayOfWeek(date) < 6;
  const name = holidayName(calendar, date);
  return {
    date,
    mark: works === isWeekday && name === null ? null : works ? 'works' : 'off',
    name,
    isProvisional: isProvisional(calendar, date),
  };
};

/** Weeks from Monday to Sunday; null: a day of another month. */
export const weeksOf = (calendar: Calendar, month: string): readonly (readonly (MonthDay | null)[])[] => {
  const first = `${month}-01`;
  const days: (MonthDay | null)[] = Array.from({ length: dayOfWeek(first) - 1 }, () => null);
  for (let date = first; date.startsWith(month); date = addDays(date, 1)) days.push(dayIn(calendar, date));
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
};

/** `2026-07` and a number of months on. */
export const monthsOn = (month: string, count: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};
