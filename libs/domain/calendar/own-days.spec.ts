import { deepFreeze, given, stateAfter } from '@rectify/testing';
import {
  alice,
  branch,
  carol,
  committee,
  context,
  directoryOf,
  group,
  otherBranch,
  secretaryOf,
} from '../directory/directory.examples';
import type { CalendarCommand } from './calendar.commands';
import { calendarDecider } from './calendar.decider';
import type { CalendarEvent, OwnDay } from './calendar.events';
import { addDays, eachDay } from './civil-date';
import { OWN_DAY_LIMITS } from './own-days';
import { shippedCalendarYears } from './shipped-years';
import { calendarAt, calendarFor, changesSince } from './unit-calendar';
import { addDuration, holidayName, isProvisional, isWorkingDay } from './working-calendar';

const off = (date: string, name = '校庆'): OwnDay => ({ date, works: false, name });
const works = (date: string, name = '加班'): OwnDay => ({ date, works: true, name });
const override = (days: readonly OwnDay[], unitId = branch, reason = '单位统一安排'): CalendarCommand => ({
  type: 'OverrideCalendarDays',
  data: { unitId, days, reason },
});
const withdraw = (dates: readonly string[], unitId = branch): CalendarCommand => ({
  type: 'WithdrawCalendarOverride',
  data: { unitId, dates, reason: '安排取消' },
});
const on = '2026-03-02';
const overridden = (days: readonly OwnDay[], unitId = branch): CalendarEvent => ({
  type: 'CalendarDaysOverridden',
  data: { unitId, days, reason: '单位统一安排', on },
});
const withdrawn = (dates: readonly string[], unitId = branch): CalendarEvent => ({
  type: 'CalendarOverrideWithdrawn',
  data: { unitId, dates, reason: '安排取消', on },
});
const years = shippedCalendarYears().map((data): CalendarEvent => ({ type: 'CalendarYearImported', data }));
const directory = deepFreeze(directoryOf());
const calendarOf = (...events: readonly CalendarEvent[]) =>
  deepFreeze(stateAfter(calendarDecider, ...years, ...events));
const now = { ...context(secretaryOf.branch), now: `${on}T02:00:00.000Z` };

describe('a unit’s own days', () => {
  it('are set by its secretary, by the one above and by the system, and by nobody else', () => {
    given(calendarDecider)
      .when(override([off('2026-03-06')]), now)
      .then(overridden([off('2026-03-06')]))
      .thenAs({ unitId: branch, post: 'secretary' });
    given(calendarDecider)
      .when(override([off('2026-03-06')]), { ...context(secretaryOf.committee), now: now.now })
      .then(overridden([off('2026-03-06')]))
      .thenAs({ unitId: committee, post: 'secretary' });
    given(calendarDecider)
      .when(override([off('2026-03-06')], otherBranch), now)
      .thenRefused('NOT_YOURS');
    given(calendarDecider)
      .when(override([off('2026-03-06')]), { ...context(alice), now: now.now })
      .thenRefused('NOT_YOURS');
    expect(carol).toBe(secretaryOf.branch);
  });

  it('say nothing new where they say what holds, and the new word where not', () => {
    const known = overridden([off('2026-03-06'), works('2026-03-07')]);
    given(calendarDecider, known)
      .when(override([works('2026-03-07'), off('2026-03-06')]), now)
      .then();
    given(calendarDecider, known)
      .when(override([works('2026-03-06'), works('2026-03-07')]), now)
      .then(overridden([works('2026-03-06')]));
  });

  it.each<[string, CalendarCommand, string, string]>([
    ['a day behind us', override([off('2026-03-01')]), 'DATE_IN_PAST', 'days[0].date'],
    ['a day far ahead', override([off(addDays(on, 732))]), 'OUT_OF_BOUNDS', 'days[0].date'],
    ['a day that does not exist', override([off('2026-02-30')]), 'INVALID', 'days[0].date'],
    ['a day twice', override([off('2026-03-06'), works('2026-03-06')]), 'CALENDAR_OVERLAP', 'days[1].date'],
    ['a day without a name', override([off('2026-03-06', ' ')]), 'TEXT_NOT_ACCEPTED', 'days[0].name'],
    ['no days', override([]), 'INVALID', 'days'],
    ['no reason', override([off('2026-03-06')], branch, ' '), 'TEXT_NOT_ACCEPTED', 'reason'],
    ['too many at once', override(eachDay(on, addDays(on, 31)).map((date) => off(date))), 'INVALID', 'days'],
    ['the withdrawal of a day that is none', withdraw(['2026-03-06']), 'OWN_DAY_UNKNOWN', 'dates[0]'],
    ['the withdrawal of a day behind us', withdraw(['2026-03-01']), 'DATE_IN_PAST', 'dates[0]'],
    ['the withdrawal of nothing', withdraw([]), 'INVALID', 'dates'],
    ['the withdrawal of a day twice', withdraw(['2026-03-09', '2026-03-09']), 'CALENDAR_OVERLAP', 'dates[1]'],
  ])('refuse %s', (_what, command, code, field) => {
    given(calendarDecider, overridden([off('2026-03-09')]))
      .when(command, now)
      .thenRefused(code, field);
  });

  it('are at most so many from today on', () => {
    const days = eachDay('2026-03-10', addDays('2026-03-10', OWN_DAY_LIMITS.inForce - 1)).map((date) =>
      off(date),
    );
    given(calendarDecider, overridden(days))
      .when(override([off('2026-08-03')]), now)
      .thenRefused('LIMIT_REACHED', 'days');
    given(calendarDecider, overridden(days), withdrawn(['2026-03-10']))
      .when(override([off('2026-08-03')]), now)
      .then(overridden([off('2026-08-03')]));
  });

  it('are withdrawn by the same people, and the notice has the word again', () => {
    given(calendarDecider, overridden([off('2026-03-06')]))
      .when(withdraw(['2026-03-06']), now)
      .then(withdrawn(['2026-03-06']));
    given(calendarDecider, overridden([off('2026-03-06')]))
      .when(withdraw(['2026-03-06']), { ...context(alice), now: now.now })
      .thenRefused('NOT_YOURS');
    const back = calendarFor(
      calendarOf(overridden([off('2026-03-06')]), withdrawn(['2026-03-06'])),
      directory,
      branch,
    );
    expect(isWorkingDay(back, '2026-03-06')).toBe(true);
  });
});

describe('the calendar of a unit', () => {
  const calendar = calendarOf(
    overridden([off('2026-03-06', '全区停工'), works('2026-10-05', '值守')], committee),
    overridden([works('2026-03-06')], branch),
    overridden([off('2027-03-05')], group),
  );
  const of = (unitId: string) => calendarFor(calendar, directory, unitId);

  it('holds for the units below, and the nearest unit has the last word', () => {
    expect(
      [committee, branch, group, otherBranch].map((unit) => isWorkingDay(of(unit), '2026-03-06')),
    ).toEqual([false, true, true, false]);
    expect(holidayName(of(otherBranch), '2026-03-06')).toBe('全区停工');
    expect(isWorkingDay(of(group), '2026-10-05')).toBe(true);
    expect(holidayName(of(group), '2026-10-05')).toBeNull();
    expect(isWorkingDay(calendar, '2026-03-06')).toBe(true);
  });

  it('reckons by them', () => {
    const days = { n: 4, unit: 'workingDay' } as const;
    expect(addDuration(of(otherBranch), on, days, 'none').date).toBe('2026-03-09');
    expect(addDuration(of(branch), on, days, 'none').date).toBe('2026-03-06');
  });

  it('R6.7 knows its own day of a year that is not announced', () => {
    expect(isProvisional(of(group), '2027-03-05')).toBe(false);
    expect(isProvisional(of(group), '2027-03-08')).toBe(true);
    expect(isProvisional(of(branch), '2027-03-05')).toBe(true);
  });

  it('is the very same again, and the calendar itself where nobody above ever said anything', () => {
    expect(of(branch)).toBe(of(branch));
    expect(of(otherBranch)).toBe(of(committee));
    const plain = calendarOf();
    expect(calendarFor(plain, directory, branch)).toBe(plain);
    const elsewhere = calendarOf(overridden([off('2026-03-06')], otherBranch));
    expect(calendarFor(elsewhere, directory, branch)).toBe(elsewhere);
  });

  it('stands as it stood at any of its versions', () => {
    const [year2026] = shippedCalendarYears().slice(1);
    if (!year2026) throw new Error('2026 is shipped');
    const corrected: CalendarEvent = {
      type: 'CalendarYearImported',
      data: { ...year2026, off: [...year2026.off, { name: '临时', from: '2026-07-01', to: '2026-07-01' }] },
    };
    const late = calendarOf(overridden([off('2026-03-06')]), withdrawn(['2026-03-06']), corrected);
    const view = calendarFor(late, directory, group);
    expect([2, 3, 4, 5].map((version) => isWorkingDay(calendarAt(view, version), '2026-03-06'))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect([4, 5].map((version) => isWorkingDay(calendarAt(view, version), '2026-07-01'))).toEqual([
      true,
      false,
    ]);
    expect([0, 1, 2].map((version) => isProvisional(calendarAt(view, version), '2026-07-01'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(calendarAt(view, 4)).toBe(calendarAt(view, 4));
    expect(changesSince(view, 4)).toEqual({ years: [corrected.data], units: [] });
    expect(changesSince(view, 3)).toEqual({ years: [corrected.data], units: [branch] });
    expect(changesSince(view, 5)).toEqual({ years: [], units: [] });
  });
});
