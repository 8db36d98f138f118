import { CALENDAR_LIMITS } from './calendar-year';
import { eachDay } from './civil-date';
import { readCalendarYear, type HolidayCnYear } from './read-calendar-year';
import { shippedCalendarYears } from './shipped-years';

/** A shipped year as the public data would have it: days one by one, in any order. */
const asHolidayCn = (year: number): HolidayCnYear => {
  const file = shippedCalendarYears().find((each) => each.year === year);
  if (!file) throw new Error(`${year} is not shipped`);
  const off = file.off.flatMap(({ name, from, to }) =>
    eachDay(from, to).map((date) => ({ name, date, isOffDay: true })),
  );
  const made = file.makeupWorkdays.map((date) => ({ name: '调休', date, isOffDay: false }));
  return { year, papers: [file.notice], days: [...made, ...off].reverse() };
};
const public2026 = asHolidayCn(2026);
const day = (date: string, isOffDay = true, name = '元旦') => ({ name, date, isOffDay });
const with2027 = (...days: HolidayCnYear['days']) => ({ year: 2027, papers: ['通知'], days });
const refusalOf = (source: unknown) => {
  const read = readCalendarYear(source);
  return read.ok ? null : [read.refusal.code, read.refusal.field];
};

describe('a year’s file', () => {
  it.each([2025, 2026])('says the same of %i in our format and in the public one', (year) => {
    const ours = shippedCalendarYears().find((each) => each.year === year);
    expect(readCalendarYear(ours)).toEqual({ ok: true, file: ours });
    expect(readCalendarYear(asHolidayCn(year))).toEqual({ ok: true, file: ours });
  });

  it('keeps nothing but what the calendar needs', () => {
    const read = readCalendarYear({ ...public2026, $schema: 'x', $id: 'y' });
    expect(read.ok && Object.keys(read.file)).toEqual(['year', 'status', 'notice', 'off', 'makeupWorkdays']);
  });

  it('R6.9 takes days of the December before, in a run over the turn of the year', () => {
    const read = readCalendarYear(with2027(day('2027-01-01'), day('2026-12-31'), day('2026-12-27', false)));
    expect(read).toMatchObject({
      ok: true,
      file: {
        off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-01' }],
        makeupWorkdays: ['2026-12-27'],
      },
    });
  });

  it('makes another run for another name and behind a gap', () => {
    const read = readCalendarYear(
      with2027(day('2027-01-01'), day('2027-01-02', true, '中秋节'), day('2027-01-04', true, '中秋节')),
    );
    expect(read.ok && read.file.off.map(({ from, to }) => [from, to])).toEqual([
      ['2027-01-01', '2027-01-01'],
      ['2027-01-02', '2027-01-02'],
      ['2027-01-04', '2027-01-04'],
    ]);
  });

  it.each<[string, unknown, string, string]>([
    ['a text', '2027', 'INVALID', 'year'],
    ['a list', [public2026], 'INVALID', 'year'],
    ['a year in words', { ...public2026, year: '2027' }, 'OUT_OF_BOUNDS', 'year'],
    ['a year that is not announced', { ...public2026, papers: [] }, 'INVALID', 'papers'],
    ['no papers', { ...public2026, papers: undefined }, 'INVALID', 'papers'],
    ['no days', { ...public2026, days: [] }, 'INVALID', 'days'],
    ['days that are no list', { ...public2026, days: { length: 1 } }, 'INVALID', 'days'],
    ['working days alone', with2027(day('2027-01-02', false)), 'INVALID', 'days'],
    ['a day that is none', { ...with2027(), days: [null] }, 'INVALID', 'days[0]'],
    ['a day that does not exist', with2027(day('2027-01-01'), day('2027-02-30')), 'INVALID', 'days[1].date'],
    ['a day without a name', with2027(day('2027-01-01', true, ' ')), 'INVALID', 'days[0].name'],
    [
      'a day that says neither',
      { ...with2027(), days: [{ name: '元旦', date: '2027-01-01' }] },
      'INVALID',
      'days[0].isOffDay',
    ],
    [
      'a day of another year',
      with2027(day('2027-01-01'), day('2026-11-30')),
      'CALENDAR_OUTSIDE_YEAR',
      'days[1].date',
    ],
    [
      'a day of the year after',
      with2027(day('2028-01-01'), day('2027-01-01')),
      'CALENDAR_OUTSIDE_YEAR',
      'days[0].date',
    ],
    [
      'a day twice',
      with2027(day('2027-01-01'), day('2027-01-01', false)),
      'CALENDAR_OVERLAP',
      'days[1].date',
    ],
    [
      'a made-up working day on a Wednesday',
      with2027(day('2027-01-01'), day('2027-01-06', false)),
      'CALENDAR_NOT_A_WEEKEND',
      'days[1].date',
    ],
    [
      'more days off than a year may have',
      with2027(...eachDay('2027-01-01', '2027-04-20').map((date) => day(date))),
      'INVALID',
      'days',
    ],
    ['runs that are no list', { ...shippedCalendarYears()[0], off: 'x' }, 'INVALID', 'off'],
    ['a run that is none', { ...shippedCalendarYears()[0], off: ['x'] }, 'INVALID', 'off[0]'],
    [
      'no list of working days',
      { ...shippedCalendarYears()[0], makeupWorkdays: null },
      'INVALID',
      'makeupWorkdays',
    ],
  ])('refuses %s by its field', (_what, source, code, field) => {
    expect(refusalOf(source)).toEqual([code, field]);
  });

  it('cuts a run where no run may be longer', () => {
    const read = readCalendarYear(with2027(...eachDay('2027-01-01', '2027-02-10').map((date) => day(date))));
    expect(read.ok && read.file.off.length).toBe(2);
    expect(CALENDAR_LIMITS.daysOffInARow).toBe(31);
  });
});
