import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  civilDateOf,
  dayOfWeek,
  daysBetween,
  eachDay,
  instantAt,
  isCivilDate,
  isTimeOfDay,
} from './civil-date';

const anyDate = fc
  .integer({ min: 0, max: 401_766 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString());
const plain = (date: string) => Temporal.PlainDate.from(date);
const zone = '+08:00';

describe('a civil date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '3000-01-01',
    '0000-01-01',
    '',
    20260101,
    null,
    undefined,
  ])('%p is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it('R6.3 ends a month on the corresponding day, else on its last', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('counts days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(eachDay('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(eachDay('2026-03-02', '2026-03-01')).toEqual([]);
    expect(dayOfWeek('2026-07-20')).toBe(1);
  });

  it('agrees with Temporal on every day, month and weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, n) => {
        expect(isCivilDate(date)).toBe(true);
        expect(addDays(date, n)).toBe(plain(date).add({ days: n }).toString());
        expect(addMonths(date, n % 240)).toBe(
          plain(date)
            .add({ months: n % 240 })
            .toString(),
        );
        expect(dayOfWeek(date)).toBe(plain(date).dayOfWeek);
        expect(daysBetween(date, addDays(date, n))).toBe(n + 0);
      }),
    );
  });

  it('agrees with Temporal on what is a day', () => {
    const part = (max: number, width: number) =>
      fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2999 }), part(14, 2), part(33, 2), (year, month, day) => {
        let exists = true;
        try {
          Temporal.PlainDate.from(`${year}-${month}-${day}`);
        } catch {
          exists = false;
        }
        expect(isCivilDate(`${year}-${month}-${day}`)).toBe(exists);
      }),
    );
  });
});

describe('an instant', () => {
  it('R6.10 lies on a civil day of Asia/Shanghai', () => {
    expect(civilDateOf('2026-03-03T15:59:59.999Z')).toBe('2026-03-03');
    expect(civilDateOf('2026-03-03T16:00:00.000Z')).toBe('2026-03-04');
    expect(civilDateOf('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
  });

  it('is made from a local time of day', () => {
    expect(instantAt('2026-03-03', '08:30')).toBe('2026-03-03T00:30:00.000Z');
    expect(instantAt('2026-03-03', '00:00')).toBe('2026-03-02T16:00:00.000Z');
    expect(instantAt('2026-03-03', '24:00')).toBe(instantAt('2026-03-04', '00:00'));
  });

  it('is refused where it is not UTC or not a time of day', () => {
    expect(() => civilDateOf('2026-03-03T15:59:59+08:00')).toThrow(RangeError);
    expect(() => instantAt('2026-03-03', '8:30')).toThrow(RangeError);
    expect(['23:59', '24:00'].every(isTimeOfDay)).toBe(true);
    expect(['24:01', '25:00', '12:60', '12', ''].some(isTimeOfDay)).toBe(false);
  });

  it('agrees with Temporal in both directions', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const instant = plain(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
        expect(instantAt(date, time)).toBe(instant.toString({ smallestUnit: 'millisecond' }));
        expect(civilDateOf(instantAt(date, time))).toBe(date);
      }),
    );
  });
});
