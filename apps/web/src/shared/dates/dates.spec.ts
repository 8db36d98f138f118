import { catalogue, fill } from '@rectify/i18n';
import type { Say } from '../i18n/use-text';
import { localTime, longDay } from './format';
import { lightOf } from './light';
import { parseDay } from './parse';

const today = '2026-07-06';
const zh: Say = (key, params) => fill(catalogue['zh-CN'], key, params);
const en: Say = (key, params) => fill(catalogue.en, key, params);

describe('a day as people write it', () => {
  it.each([
    ['2026-7-31', '2026-07-31'],
    ['20260731', '2026-07-31'],
    ['2026年7月31日', '2026-07-31'],
    ['２０２６-７-３１', '2026-07-31'],
    ['7.31', '2026-07-31'],
    ['7月31日', '2026-07-31'],
    ['1.5', '2027-01-05'],
    ['+10', '2026-07-16'],
    ['10天后', '2026-07-16'],
  ])('%s is %s', (typed, day) => expect(parseDay(typed, today)).toBe(day));

  it.each(['2026-02-30', '2026-6-31', '13.1', 'soon', ''])('%s is no day', (typed) =>
    expect(parseDay(typed, today)).toBeNull(),
  );
});

describe('the light of a date', () => {
  it.each([
    ['2026-07-05', 'overdue', 1],
    ['2026-07-06', 'today', 0],
    ['2026-07-07', 'soon', 1],
    ['2026-07-13', 'soon', 7],
    ['2026-07-14', 'normal', 8],
  ] as const)('due on %s is %s', (dueOn, kind, count) =>
    expect(lightOf({ dueOn }, today)).toEqual({ kind, count }),
  );

  it('of what has not begun is not a matter of days left', () =>
    expect(lightOf({ dueOn: '2026-07-08', since: '2026-07-07' }, today).kind).toBe('later'));
});

describe('a day as people read it', () => {
  it('has its weekday, and its year where that is another', () => {
    expect(longDay('2026-07-31', today, zh)).toBe('7月31日(周五)');
    expect(longDay('2027-01-05', today, zh)).toBe('2027年1月5日(周二)');
    expect(longDay('2026-07-31', today, en)).toBe('Fri 31 July');
  });

  it('has the time of Shanghai', () => expect(localTime('2026-07-06T16:05:00.000Z')).toBe('00:05'));
});
