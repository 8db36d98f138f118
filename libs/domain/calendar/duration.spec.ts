import { isDuration, isRoll, MAX_DURATION, MAX_NTH_AFTER_HOLIDAY, type DurationUnit } from './duration';

/** What comes from outside and is none. */
const nothings = [undefined, null, 5, 'next week', true, []];

describe('a length of time', () => {
  it.each(Object.entries(MAX_DURATION))('in %s is a whole number from 0 to %p', (unit, max) => {
    for (const n of [0, 1, max]) expect([n, isDuration({ n, unit })]).toEqual([n, true]);
    for (const n of [-1, max + 1, 1.5, Number.NaN, '5', null, undefined])
      expect([n, isDuration({ n, unit })]).toEqual([n, false]);
  });

  it('is of a unit that is known', () => {
    for (const unit of ['year', 'constructor', '', 5, ['month'], undefined] as unknown as DurationUnit[])
      expect([unit, isDuration({ n: 1, unit })]).toEqual([unit, false]);
  });

  it('is nothing else', () => {
    for (const value of nothings) expect([value, isDuration(value)]).toEqual([value, false]);
  });
});

describe('a roll rule', () => {
  it('is one of the three words', () => {
    for (const word of ['none', 'next', 'earlier']) expect(isRoll(word)).toBe(true);
    expect(isRoll('later')).toBe(false);
  });

  it('or a working day after the holiday, counted from the first', () => {
    const nth = (nthAfterHoliday: unknown) => isRoll({ nthAfterHoliday });
    for (const n of [1, 2, MAX_NTH_AFTER_HOLIDAY]) expect([n, nth(n)]).toEqual([n, true]);
    for (const n of [0, -1, MAX_NTH_AFTER_HOLIDAY + 1, 1.5, Number.NaN, '2', ['2'], null, undefined])
      expect([n, nth(n)]).toEqual([n, false]);
  });

  it('and nothing else', () => {
    for (const value of nothings) expect([value, isRoll(value)]).toEqual([value, false]);
  });
});
