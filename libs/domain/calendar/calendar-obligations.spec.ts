import { stateAfter } from '@rectify/testing';
import type { CalendarEvent, CalendarYearFile } from './calendar.events';
import { calendarDecider } from './calendar.decider';
import { calendarObligations } from './calendar-obligations';
import { shippedCalendarYears } from './shipped-years';

const [year2025, year2026] = shippedCalendarYears() as [CalendarYearFile, CalendarYearFile];
const imported = (file: CalendarYearFile): CalendarEvent => ({ type: 'CalendarYearImported', data: file });
const owedAfter = (...files: readonly CalendarYearFile[]) =>
  calendarObligations(stateAfter(calendarDecider, ...files.map(imported)));

describe('RR4.13 the next year’s file', () => {
  it('is owed in the December before it, by the administrators or the root’s secretary, with the import as the act', () => {
    const [owed, ...others] = owedAfter(year2025, year2026);
    expect(others).toEqual([]);
    expect(owed).toMatchObject({
      key: 'importCalendarYear:2027:0',
      subject: { type: 'year', id: '2027' },
      since: '2026-12-01',
      dueOn: '2026-12-31',
      action: { command: 'ImportCalendarYear', defaults: { year: 2027 } },
    });
    expect(owed?.holder).toMatchObject({ office: 'administrator', posts: ['secretary'] });
  });

  it('waits for the year behind the latest one, whatever the order of the files and however often one comes', () => {
    const keys = (...files: CalendarYearFile[]) => owedAfter(...files).map(({ key }) => key);
    expect(keys(year2026, year2025)).toEqual(['importCalendarYear:2027:0']);
    expect(keys(year2026, { ...year2026, notice: '更正' })).toEqual(['importCalendarYear:2027:0']);
    expect(keys(year2026, { ...year2026, year: 2027 })).toEqual(['importCalendarYear:2028:0']);
  });

  it('is not owed before any year is known', () => {
    expect(owedAfter()).toEqual([]);
  });
});
