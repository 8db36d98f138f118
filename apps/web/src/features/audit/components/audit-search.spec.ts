import type { TimelineEntry } from '../../../shared/api/types';
import { auditSearch, choicesIn, decisionsIn } from './audit-search';

const entry = (version: number, type: string, person: string, basisHash?: string): TimelineEntry => ({
  // 17:00 UTC is the next day at one o’clock there.
  ...{
    version,
    line: 0,
    at: `2026-03-0${version}T17:00:00.000Z`,
    type,
    problemId: null,
    text: null,
    masked: [],
  },
  by: { personId: person, name: person, unitId: null, post: null },
  subject: basisHash === undefined ? {} : { basisHash },
});
const record = [
  entry(1, 'PlanApproved', 'one', 'aa'),
  entry(2, 'ProgressReported', 'two'),
  entry(3, 'ReviewPassed', 'two', 'bb'),
];

it('an address is read by its form; what is not of it is left out', () => {
  expect(auditSearch({ code: 'PDH-2026-B01', at: '17', who: '', more: 1 })).toEqual({
    code: 'PDH-2026-B01',
    at: 17,
  });
  expect(auditSearch({ at: '-1', code: 7, from: '2026-02-30', to: '2026-03-31' })).toEqual({
    to: '2026-03-31',
  });
});

it('decisions are what carries the hash of its content, by whom and of which kind one asks', () => {
  expect(decisionsIn(record, {}).map(({ version }) => version)).toEqual([1, 3]);
  expect(decisionsIn(record, { who: 'two' }).map(({ version }) => version)).toEqual([3]);
  expect(decisionsIn(record, { what: 'PlanApproved' }).map(({ version }) => version)).toEqual([1]);
  expect(decisionsIn(record, { from: '2026-03-03' }).map(({ version }) => version)).toEqual([3]);
  expect(decisionsIn(record, { to: '2026-03-02' }).map(({ version }) => version)).toEqual([1]);
  expect(decisionsIn(record, { from: '2026-03-02', to: '2026-03-04' }).map(({ version }) => version)).toEqual(
    [1, 3],
  );
  expect(choicesIn(record)).toEqual({
    what: ['PlanApproved', 'ReviewPassed'],
    who: [
      ['one', 'one'],
      ['two', 'two'],
    ],
  });
});
