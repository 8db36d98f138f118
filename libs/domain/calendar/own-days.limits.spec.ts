import { given } from '@rectify/testing';
import { branch, context, secretaryOf } from '../directory/directory.examples';
import { CALENDAR_LIMITS } from './calendar-year';
import type { CalendarCommand } from './calendar.commands';
import { calendarDecider } from './calendar.decider';
import type { CalendarEvent, OwnDay } from './calendar.events';
import { addDays, eachDay } from './civil-date';
import { OWN_DAY_LIMITS } from './own-days';

const on = '2026-03-02';
const now = { ...context(secretaryOf.branch), now: `${on}T02:00:00.000Z` };
const system = { ...context(), now: now.now };
const off = (date: string, name = '校庆'): OwnDay => ({ date, works: false, name });
/** So many days in a row. */
const daysFrom = (date: string, count: number) =>
  eachDay(date, addDays(date, count - 1)).map((day) => off(day));
const override = (days: readonly OwnDay[], unitId = branch, reason = '安排'): CalendarCommand => ({
  type: 'OverrideCalendarDays',
  data: { unitId, days, reason },
});
const withdraw = (dates: readonly string[], unitId = branch): CalendarCommand => ({
  type: 'WithdrawCalendarOverride',
  data: { unitId, dates, reason: '取消' },
});
const overridden = (days: readonly OwnDay[]): CalendarEvent => ({
  type: 'CalendarDaysOverridden',
  data: { unitId: branch, days, reason: '安排', on },
});
const withdrawn = (dates: readonly string[]): CalendarEvent => ({
  type: 'CalendarOverrideWithdrawn',
  data: { unitId: branch, dates, reason: '取消', on },
});
const refusalOf = (command: CalendarCommand, ...before: readonly CalendarEvent[]) => {
  const { decision } = given(calendarDecider, ...before).when(command, now);
  return decision.ok ? null : decision.refusal;
};

describe('a unit’s own days', () => {
  it('are of a unit that is registered', () => {
    for (const command of [override([off('2026-03-06')], 'none'), withdraw(['2026-03-06'], 'none')])
      given(calendarDecider).when(command, system).thenRefused('UNIT_UNKNOWN', 'unitId');
  });

  it('lie between today and two years ahead', () => {
    const last = addDays(on, OWN_DAY_LIMITS.ahead);
    for (const date of [on, last]) expect(refusalOf(override([off(date)]))).toBeNull();
    expect(refusalOf(override([off(addDays(on, -1))]))).toEqual({
      code: 'DATE_IN_PAST',
      field: 'days[0].date',
      params: { today: on },
    });
    expect(refusalOf(override([off(addDays(last, 1))]))).toEqual({
      code: 'OUT_OF_BOUNDS',
      field: 'days[0].date',
      params: { min: on, max: last },
    });
  });

  it('are a month of days at once, each with a name, for a reason', () => {
    expect(refusalOf(override(daysFrom(on, OWN_DAY_LIMITS.atOnce)))).toBeNull();
    expect(refusalOf(override(daysFrom(on, OWN_DAY_LIMITS.atOnce + 1)))).toMatchObject({ field: 'days' });
    expect(refusalOf(override([off(on, '')]))).toEqual({
      code: 'TEXT_NOT_ACCEPTED',
      field: 'days[0].name',
      params: { max: CALENDAR_LIMITS.name },
    });
    expect(refusalOf(override([off(on)], branch, ''))).toEqual({
      code: 'TEXT_NOT_ACCEPTED',
      field: 'reason',
      params: { max: OWN_DAY_LIMITS.reason },
    });
    expect(refusalOf(override([off(on), off(on, '停电')]))).toEqual({
      code: 'CALENDAR_OVERLAP',
      field: 'days[1].date',
      params: { date: on },
    });
  });

  it('say something new with another name alone, or with another word alone', () => {
    const known = overridden([off('2026-03-06')]);
    for (const day of [off('2026-03-06', '停电'), { ...off('2026-03-06'), works: true }])
      given(calendarDecider, known)
        .when(override([day]), now)
        .then(overridden([day]));
  });

  it('are so many from today on: what has passed, and what is said anew, counts no more', () => {
    const { inForce } = OWN_DAY_LIMITS;
    const [full, another] = [daysFrom(on, inForce), off('2026-08-03')];
    expect(refusalOf(override([another]), overridden(full))).toEqual({
      code: 'LIMIT_REACHED',
      field: 'days',
      params: { max: inForce },
    });
    expect(refusalOf(override([another]), overridden(full.slice(1)))).toBeNull();
    expect(refusalOf(override([off(on, '停电'), off('2026-03-03', '停电')]), overridden(full))).toBeNull();
    const passed = overridden(daysFrom('2026-02-20', 10));
    expect(refusalOf(override([another]), passed, overridden(full.slice(1)))).toBeNull();
  });

  it('are so many over all time, the withdrawn among them', () => {
    const { ever } = OWN_DAY_LIMITS;
    const days = daysFrom('2026-03-02', ever);
    const gone = withdrawn(days.map(({ date }) => date));
    expect(refusalOf(override([off(on)]), overridden(days), gone)).toEqual({
      code: 'LIMIT_REACHED',
      field: 'days',
      params: { max: ever },
    });
    expect(refusalOf(override([off(on)]), overridden(days.slice(1)), gone)).toBeNull();
  });
});

describe('the withdrawal of own days', () => {
  const known = overridden([off(on), off('2026-03-09')]);

  it('is of days from today on that the unit said', () => {
    expect(refusalOf(withdraw([on]), known)).toBeNull();
    expect(refusalOf(withdraw(['2026-03-09', on]), known)).toBeNull();
    expect(refusalOf(withdraw(['2026-03-01']), known)).toEqual({
      code: 'DATE_IN_PAST',
      field: 'dates[0]',
      params: { today: on },
    });
    expect(refusalOf(withdraw([on, '2026-03-10']), known)).toEqual({
      code: 'OWN_DAY_UNKNOWN',
      field: 'dates[1]',
      params: { date: '2026-03-10' },
    });
  });

  it('names each day once, and days that exist', () => {
    expect(refusalOf(withdraw([on, on]), known)).toEqual({
      code: 'CALENDAR_OVERLAP',
      field: 'dates[1]',
      params: { date: on },
    });
    expect(refusalOf(withdraw(['2026-02-30']), known)).toEqual({ code: 'INVALID', field: 'dates[0]' });
  });
});
