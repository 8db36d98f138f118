import { text } from '@rectify/i18n';
import type { TimelineEntry } from '../api/types';
import type { Say } from '../i18n/use-text';
import { lineOf } from './line';

const t: Say = (key, params) => text('zh-CN', key, params);
const known = { problems: [], nameOf: () => '', today: '2026-12-20' };
const line = (type: TimelineEntry['type'], subject: TimelineEntry['subject']): string =>
  lineOf({ type, subject, problemId: null } as TimelineEntry, known, t);

describe('a line of the record', () => {
  it('tells its day as people write it', () => {
    expect(line('ActivityPlanned', { activity: 'partyLecture', plannedOn: '2026-12-25' })).toBe(
      '安排党课：12月25日(周五)',
    );
  });

  it('tells what moved from which day to which, with the year where it is not this one', () => {
    const because = { years: [{ year: 2027 }] };
    const [from, to] = [{ dueOn: '2027-02-11' }, { dueOn: '2027-02-18' }];
    expect(line('DatesRecomputed', { what: 'obligation', because, kind: 'decidePlan', from, to })).toBe(
      '因2027年放假安排公布，审核整改方案的期限由2027年2月11日(周四)改为2027年2月18日(周四)',
    );
    const window = { startOn: '2026-12-28', endOn: '2027-01-08' };
    expect(
      line('DatesRecomputed', { what: 'stage', because, stage: 'summary', from: window, to: window }),
    ).toContain('由12月28日—2027年1月8日改为');
  });
});
