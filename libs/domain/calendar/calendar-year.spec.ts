import { CALENDAR_LIMITS, CALENDAR_YEARS, faultOfYear, isKnownYear, yearOutOfBounds } from './calendar-year';
import type { CalendarYearFile, DaysOff } from './calendar.events';
import { addDays } from './civil-date';
import { shippedCalendarYears } from './shipped-years';

const [year2026] = shippedCalendarYears().slice(1) as [CalendarYearFile];
const but = (more: Partial<CalendarYearFile>) => faultOfYear({ ...year2026, ...more });
const off = (from: string, to = from): DaysOff => ({ name: '元旦', from, to });
/** So many single days off, from New Year on, every other day. */
const everyOther = (count: number) =>
  Array.from({ length: count }, (_, index) => off(addDays('2026-01-01', 2 * index)));
/** So many Saturdays from February on. */
const saturdays = (count: number) =>
  Array.from({ length: count }, (_, index) => addDays('2026-02-07', 7 * index));

describe('a calendar year', () => {
  it('is one of so many', () => {
    for (const year of [CALENDAR_YEARS.from, 2026, CALENDAR_YEARS.to]) expect(isKnownYear(year)).toBe(true);
    for (const year of [CALENDAR_YEARS.from - 1, CALENDAR_YEARS.to + 1, 2026.5, '2026', null, undefined])
      expect([year, isKnownYear(year)]).toEqual([year, false]);
    expect(but({ year: CALENDAR_YEARS.to + 1 })).toEqual(yearOutOfBounds);
  });

  it('has at most so many holidays, and so many days worked instead', () => {
    const { holidays, makeupWorkdays } = CALENDAR_LIMITS;
    expect(but({ off: everyOther(holidays), makeupWorkdays: [] })).toBeNull();
    expect(but({ off: everyOther(holidays + 1), makeupWorkdays: [] })).toEqual({
      code: 'INVALID',
      field: 'off',
    });
    const newYear = [off('2026-01-01')];
    expect(but({ off: newYear, makeupWorkdays: saturdays(makeupWorkdays) })).toBeNull();
    expect(but({ off: newYear, makeupWorkdays: saturdays(makeupWorkdays + 1) })).toEqual({
      code: 'INVALID',
      field: 'makeupWorkdays',
    });
  });

  it('has at most so many days off in a row, and in all', () => {
    const { daysOffInARow, daysOff } = CALENDAR_LIMITS;
    const row = (from: string, days: number) => off(from, addDays(from, days - 1));
    const plain = (...days: readonly DaysOff[]) => but({ off: days, makeupWorkdays: [] });
    expect(plain(row('2026-03-01', daysOffInARow))).toBeNull();
    expect(plain(row('2026-03-01', daysOffInARow + 1))).toEqual({ code: 'INVALID', field: 'off[0].to' });
    const most = [row('2026-03-01', 30), row('2026-05-01', 30), row('2026-07-01', 30)];
    expect(plain(...most, row('2026-09-01', daysOff - 90))).toBeNull();
    expect(plain(...most, row('2026-09-01', daysOff - 89))).toEqual({ code: 'INVALID', field: 'off' });
  });

  it('names the day that is off twice, be it the first or the last of the other', () => {
    const overlap = (second: DaysOff) =>
      but({ off: [off('2026-05-03', '2026-05-05'), second], makeupWorkdays: [] });
    for (const second of [
      off('2026-05-05', '2026-05-07'),
      off('2026-05-01', '2026-05-03'),
      off('2026-05-04'),
    ])
      expect(overlap(second)).toEqual({
        code: 'CALENDAR_OVERLAP',
        field: 'off[1]',
        params: { date: second.from },
      });
    for (const beside of [off('2026-05-06', '2026-05-07'), off('2026-05-01', '2026-05-02')])
      expect(overlap(beside)).toBeNull();
  });

  it('names a day that belongs to another year, and which of the two it is', () => {
    expect(but({ off: [off('2026-12-31', '2027-01-01')] })).toEqual({
      code: 'CALENDAR_OUTSIDE_YEAR',
      field: 'off[0].to',
      params: { date: '2027-01-01', year: 2026 },
    });
    expect(but({ off: [off('2025-11-30')] })).toMatchObject({ field: 'off[0].from' });
    expect(but({ off: [off('2025-12-01')], makeupWorkdays: [] })).toBeNull();
  });

  it('works instead on weekend days that are not off', () => {
    const worked = (...makeupWorkdays: readonly string[]) =>
      but({ off: [off('2026-05-02', '2026-05-03')], makeupWorkdays });
    for (const date of ['2026-05-02', '2026-05-03'])
      expect(worked(date)).toEqual({
        code: 'CALENDAR_OVERLAP',
        field: 'makeupWorkdays[0]',
        params: { date },
      });
    expect(worked('2026-05-09', '2026-05-09')).toMatchObject({ field: 'makeupWorkdays[1]' });
    expect(worked('2026-05-08')).toEqual({
      code: 'CALENDAR_NOT_A_WEEKEND',
      field: 'makeupWorkdays[0]',
      params: { date: '2026-05-08' },
    });
    expect(worked('2026-05-09', '2026-05-10')).toBeNull();
  });
});
