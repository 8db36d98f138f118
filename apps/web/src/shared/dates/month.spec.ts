import { shippedCalendarYears } from '@rectify/domain';
import type { OfficialCalendar } from '../api/types';
import { calendarFrom, monthsOn, weeksOf } from './month';

const view: OfficialCalendar = {
  version: 1,
  years: shippedCalendarYears().map(({ year, notice, off, makeupWorkdays }) => ({
    ...{ year, notice, off: [...off], makeupWorkdays: [...makeupWorkdays] },
  })),
  ownDays: [],
  sendWindow: { from: '08:30', to: '18:00', set: false },
};
const marked = (month: string) =>
  weeksOf(calendarFrom(view), month)
    .flat()
    .flatMap((day) => (day?.mark ? [`${day.date} ${day.mark} ${day.name ?? ''}`.trim()] : []));

describe('a month of the calendar', () => {
  it('has whole weeks from Monday on, with the days of other months left out', () => {
    const weeks = weeksOf(calendarFrom(view), '2026-07');
    expect(weeks.map((week) => week.map((day) => day?.date.slice(8) ?? ''))).toEqual([
      ['', '', '01', '02', '03', '04', '05'],
      ['06', '07', '08', '09', '10', '11', '12'],
      ['13', '14', '15', '16', '17', '18', '19'],
      ['20', '21', '22', '23', '24', '25', '26'],
      ['27', '28', '29', '30', '31', '', ''],
    ]);
  });

  it('marks holidays and the weekend days worked for them, and nothing else', () => {
    expect(marked('2026-07')).toEqual([]);
    expect(marked('2026-05')).toEqual([
      ...['2026-05-01 off 劳动节', '2026-05-02 off 劳动节', '2026-05-03 off 劳动节'],
      ...['2026-05-04 off 劳动节', '2026-05-05 off 劳动节', '2026-05-09 works'],
    ]);
  });

  it('tells the days of a year without a notice as provisional', () => {
    const provisional = (month: string) =>
      weeksOf(calendarFrom(view), month)
        .flat()
        .every((day) => day === null || day.isProvisional);
    expect([provisional('2026-12'), provisional('2027-01')]).toEqual([false, true]);
    expect([monthsOn('2026-12', 1), monthsOn('2026-01', -1), monthsOn('2026-07', 0)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-07',
    ]);
  });
});
