import fc from 'fast-check';
import { stateAfter } from '@rectify/testing';
import { calendarDecider } from './calendar.decider';
import { addDays, civilDateOf, dayOfWeek, eachDay, instantAt } from './civil-date';
import type { Duration, DurationUnit, Roll } from './duration';
import { MAX_DURATION } from './duration';
import { shippedCalendarYears } from './shipped-years';
import {
  addDuration,
  holidayName,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  rollDate,
} from './working-calendar';

const official = stateAfter(
  calendarDecider,
  ...shippedCalendarYears().map((data) => ({ type: 'CalendarYearImported', data }) as const),
);
const working = (n: number): Duration => ({ n, unit: 'workingDay' });
const plus = (from: string, n: number): string => addDuration(official, from, working(n), 'none').date;

const anyDate = fc.integer({ min: 0, max: 4 * 365 }).map((days) => addDays('2024-06-01', days));
const anyRoll: fc.Arbitrary<Roll> = fc.oneof(
  fc.constantFrom<Roll>('none', 'next', 'earlier'),
  fc.integer({ min: 1, max: 5 }).map((nthAfterHoliday) => ({ nthAfterHoliday })),
);
/** The second working day after a holiday lies behind the first, so that rule alone does not keep days in order. */
const inOrder = fc.constantFrom<Roll>('none', 'next', 'earlier', { nthAfterHoliday: 1 });
const anyUnit = fc.constantFrom<DurationUnit>('calendarDay', 'workingDay', 'month');

describe('the working calendar of 2025 and 2026', () => {
  it.each([2025, 2026])('R6.6 %i has 248 working days', (year) => {
    expect(
      eachDay(`${year}-01-01`, `${year}-12-31`).filter((day) => isWorkingDay(official, day)),
    ).toHaveLength(248);
  });

  it.each([
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-29', 5, '2026-10-12'],
    ['2025-12-30', 3, '2026-01-05'],
  ])('R6.2 %s and %i working days is %s', (from, n, date) => {
    expect(plus(from, n)).toBe(date);
  });

  it.each([
    ['2026-10-03', '2026-10-08'],
    ['2026-05-02', '2026-05-06'],
  ])('R6.4 %s rolled to the next working day is %s', (day, date) => {
    expect(rollDate(official, day, 'next')).toBe(date);
  });

  it('R6.6 works on a made-up weekend day and rests on a holiday', () => {
    expect(isWorkingDay(official, '2026-02-28')).toBe(true);
    expect(isWorkingDay(official, '2026-10-01')).toBe(false);
    expect(holidayName(official, '2026-10-01')).toBe('国庆节');
    expect(holidayName(official, '2026-10-11')).toBeNull();
  });

  it('R6.1 rolls earlier, and to the nth working day after a holiday', () => {
    expect(previousWorkingDay(official, '2026-10-04')).toBe('2026-09-30');
    expect(rollDate(official, '2026-10-04', 'earlier')).toBe('2026-09-30');
    expect(rollDate(official, '2026-10-04', { nthAfterHoliday: 3 })).toBe('2026-10-10');
    expect(rollDate(official, '2026-10-08', { nthAfterHoliday: 3 })).toBe('2026-10-08');
  });
});

describe('a reckoned date', () => {
  it('says why it is that day', () => {
    expect(addDuration(official, '2026-08-03', { n: 2, unit: 'month' }, 'next')).toEqual({
      date: '2026-10-08',
      provisional: false,
      calendarVersion: 2,
      from: '2026-08-03',
      duration: { n: 2, unit: 'month' },
      base: '2026-10-03',
      roll: 'next',
      rolled: 'later',
    });
  });

  it('R6.7 is provisional where a year without a notice was looked at, and only there', () => {
    expect(isProvisional(official, '2027-01-04')).toBe(true);
    expect(addDuration(official, '2026-12-30', working(3), 'none')).toMatchObject({
      date: '2027-01-04',
      provisional: true,
    });
    expect(addDuration(official, '2026-12-28', working(3), 'none').provisional).toBe(false);
    const days = { n: 90, unit: 'calendarDay' } as const;
    expect(addDuration(official, '2026-12-01', days, 'none').provisional).toBe(false);
    expect(addDuration(official, '2026-12-01', days, 'next').provisional).toBe(true);
  });

  it.each([{ n: -1 }, { n: 1.5 }, { n: MAX_DURATION.workingDay + 1 }, { n: Number.NaN }])(
    'is not made for %p',
    ({ n }) => {
      expect(() => plus('2026-01-05', n)).toThrow(RangeError);
    },
  );

  it('can lie as far ahead as the bounds allow', () => {
    expect(plus('2026-01-05', MAX_DURATION.workingDay) > '2035').toBe(true);
  });
});

describe('for any calendar day', () => {
  it('never comes earlier for a longer duration or a later start', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), fc.nat(60), anyUnit, inOrder, (from, n, more, unit, roll) => {
        const reckon = (start: string, count: number) =>
          addDuration(official, start, { n: count, unit }, roll).date;
        expect(reckon(from, n + more) >= reckon(from, n)).toBe(true);
        expect(reckon(addDays(from, more), n) >= reckon(from, n)).toBe(true);
      }),
    );
  });

  it('R6.2 adds working days in any portions, and ends on a working day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 80 }), fc.nat(80), (from, n, m) => {
        expect(plus(plus(from, n), m)).toBe(plus(from, n + m));
        expect(isWorkingDay(official, plus(from, n))).toBe(true);
      }),
    );
  });

  it('rolls once: a rolled day stays', () => {
    fc.assert(
      fc.property(anyDate, anyRoll, (day, roll) => {
        const rolled = rollDate(official, day, roll);
        expect(rollDate(official, rolled, roll)).toBe(rolled);
        if (roll !== 'none') expect(isWorkingDay(official, rolled)).toBe(true);
        expect(previousWorkingDay(official, day) <= day && day <= nextWorkingDay(official, day)).toBe(true);
      }),
    );
  });

  it('R6.7 takes Monday to Friday where no notice is known', () => {
    const unknown = calendarDecider.initialState();
    fc.assert(
      fc.property(anyDate, (day) => {
        expect(isWorkingDay(unknown, day)).toBe(dayOfWeek(day) < 6);
        expect(isProvisional(unknown, day)).toBe(true);
      }),
    );
  });

  it('R6.10 reads neither clock nor zone: nothing calls Date or Intl', () => {
    const forbidden = () => {
      throw new Error('Date and Intl depend on the process');
    };
    const spies = [
      jest.spyOn(globalThis, 'Date').mockImplementation(forbidden),
      jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(forbidden),
    ];
    try {
      expect(plus('2026-02-12', 3)).toBe('2026-02-24');
      expect(addDuration(official, '2026-01-31', { n: 1, unit: 'month' }, 'next').date).toBe('2026-02-28');
      expect(civilDateOf('2026-03-03T16:00:00.000Z')).toBe('2026-03-04');
      expect(instantAt('2026-03-03', '08:30')).toBe('2026-03-03T00:30:00.000Z');
    } finally {
      spies.forEach((spy) => spy.mockRestore());
    }
  });
});
