import { given, stateAfter } from '@rectify/testing';
import { alice, branch, context, secretaryOf } from '../directory/directory.examples';
import type { CalendarEvent, CalendarYearFile } from './calendar.events';
import type { ImportCalendarYear } from './calendar.commands';
import { calendarDecider } from './calendar.decider';
import { shippedCalendarYears } from './shipped-years';
import { isWorkingDay } from './working-calendar';

const [year2025, year2026] = shippedCalendarYears() as [CalendarYearFile, CalendarYearFile];
const importing = (file: CalendarYearFile): ImportCalendarYear => ({
  type: 'ImportCalendarYear',
  data: file,
});
const imported = (file: CalendarYearFile): CalendarEvent => ({ type: 'CalendarYearImported', data: file });
const but = (more: Partial<CalendarYearFile>): CalendarYearFile => ({ ...year2026, ...more });
const off = (from: string, to: string) => ({ name: '元旦', from, to });

describe('importing a calendar year', () => {
  it('is accepted from the system and from a secretary', () => {
    given(calendarDecider).when(importing(year2026), context()).then(imported(year2026)).thenAs(null);
    given(calendarDecider)
      .when(importing(year2026), context(secretaryOf.branch))
      .then(imported(year2026))
      .thenAs({ unitId: branch, post: 'secretary' });
  });

  it('is refused to anybody else', () => {
    given(calendarDecider).when(importing(year2026), context(alice)).thenRefused('NOT_YOURS');
  });

  it('changes nothing with the identical file, and is a new version with another', () => {
    const corrected = but({ makeupWorkdays: year2026.makeupWorkdays.slice(1) });
    given(calendarDecider, imported(year2026)).when(importing(year2026), context()).then();
    given(calendarDecider, imported(year2026))
      .when(importing(corrected), context())
      .then(imported(corrected));
    const state = stateAfter(calendarDecider, imported(year2026), imported(corrected));
    expect(state.version).toBe(2);
    expect(isWorkingDay(state, '2026-01-04')).toBe(false);
  });

  it('keeps nothing but the fields of the file', () => {
    const withSource = { ...year2025, source: 'somewhere' };
    given(calendarDecider).when(importing(withSource), context()).then(imported(year2025));
  });

  it('R6.9 takes the days of December that a notice orders for the year before', () => {
    const year2027 = but({
      year: 2027,
      off: [off('2026-12-31', '2027-01-02')],
      makeupWorkdays: ['2026-12-27'],
    });
    given(calendarDecider, imported(year2026)).when(importing(year2027), context()).then(imported(year2027));
    const state = stateAfter(calendarDecider, imported(year2026), imported(year2027));
    expect(isWorkingDay(state, '2026-12-31')).toBe(false);
    expect(isWorkingDay(state, '2026-12-27')).toBe(true);
  });

  it.each<[string, Partial<CalendarYearFile>, string, string]>([
    ['a year beyond the bounds', { year: 1999 }, 'OUT_OF_BOUNDS', 'year'],
    ['a year that is not official', { status: 'provisional' as 'official' }, 'INVALID', 'status'],
    ['no notice', { notice: ' ' }, 'INVALID', 'notice'],
    ['no days off', { off: [] }, 'INVALID', 'off'],
    ['a day that does not exist', { off: [off('2026-02-30', '2026-03-01')] }, 'INVALID', 'off[0].from'],
    [
      'a holiday that ends before it begins',
      { off: [off('2026-02-03', '2026-02-01')] },
      'INVALID',
      'off[0].to',
    ],
    ['a holiday of months', { off: [off('2026-02-01', '2026-06-01')] }, 'INVALID', 'off[0].to'],
    [
      'a day of another year',
      { off: [off('2025-11-30', '2025-11-30')] },
      'CALENDAR_OUTSIDE_YEAR',
      'off[0].from',
    ],
    [
      'a holiday without a name',
      { off: [{ ...off('2026-01-01', '2026-01-01'), name: '' }] },
      'INVALID',
      'off[0].name',
    ],
    [
      'holidays that overlap',
      { off: [off('2026-01-01', '2026-01-03'), off('2026-01-03', '2026-01-04')] },
      'CALENDAR_OVERLAP',
      'off[1]',
    ],
    [
      'a made-up day within a holiday',
      { makeupWorkdays: ['2026-10-03'] },
      'CALENDAR_OVERLAP',
      'makeupWorkdays[0]',
    ],
    [
      'a made-up day twice',
      { makeupWorkdays: ['2026-01-04', '2026-01-04'] },
      'CALENDAR_OVERLAP',
      'makeupWorkdays[1]',
    ],
    [
      'a made-up day on a Wednesday',
      { makeupWorkdays: ['2026-03-04'] },
      'CALENDAR_NOT_A_WEEKEND',
      'makeupWorkdays[0]',
    ],
    [
      'a made-up day of another year',
      { makeupWorkdays: ['2027-01-02'] },
      'CALENDAR_OUTSIDE_YEAR',
      'makeupWorkdays[0]',
    ],
  ])('refuses %s', (_what, more, code, field) => {
    given(calendarDecider, imported(year2025))
      .when(importing(but(more)), context())
      .thenRefused(code, field);
  });

  it('refuses a year without enough days to work', () => {
    const months = ['01', '03', '05', '07'].map((month) => off(`2026-${month}-01`, `2026-${month}-31`));
    given(calendarDecider)
      .when(importing(but({ off: months })), context())
      .thenRefused('INVALID', 'off');
  });
});
