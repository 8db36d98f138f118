import type { DueRow } from '../../../shared/calendar/due';
import { aProblem } from '../../../shared/ledger/ledger.examples';
import { byAspect, dueByWeek, planAndClosed } from './figures';

const today = '2026-07-06';
const problems = [
  aProblem({ number: 1, status: 'closed', dueOn: '2026-07-03', closed: { on: '2026-06-30', late: false } }),
  aProblem({ number: 2, status: 'rectifying', dueOn: '2026-07-10' }),
  aProblem({ number: 3, status: 'reviewed', aspect: 'B2', dueOn: '2026-07-17' }),
  aProblem({ number: 4, status: 'excluded', aspect: 'B3' }),
];
const row = (dueOn: string, doneOn: string | null): DueRow => ({
  ...{
    kind: 'problem',
    problem: { id: dueOn, code: null, title: '' },
    measure: null,
    dueOn,
    provisional: false,
  },
  ...{ owner: { how: 'nobody', people: [] }, overdue: false, doneOn, late: false, dates: [] },
});

it('bars count each problem to be put right once, by aspect', () => {
  expect(byAspect(problems)).toEqual([
    { code: 'B1', name: 'B1', all: 2, counts: { closed: 1, accepting: 0, underWay: 1, sustained: 0 } },
    { code: 'B2', name: 'B2', all: 1, counts: { closed: 0, accepting: 1, underWay: 0, sustained: 0 } },
  ]);
});

it('the load of a week is what is still owed from its Monday to its Sunday', () => {
  const rows = [
    row('2026-07-05', null),
    row('2026-07-06', null),
    row('2026-07-12', null),
    row('2026-07-13', null),
  ];
  expect(dueByWeek([...rows, row('2026-07-07', '2026-07-01')], today)).toEqual([
    { from: '2026-07-06', count: 2 },
    { from: '2026-07-13', count: 1 },
    { from: '2026-07-20', count: 0 },
    { from: '2026-07-27', count: 0 },
  ]);
});

it('plan and closing are sums week by week; what has not come is not closed', () => {
  expect(planAndClosed(problems, today)).toEqual([
    { on: '2026-07-05', planned: 1, closed: 1 },
    { on: '2026-07-12', planned: 2, closed: 1 },
    { on: '2026-07-19', planned: 3, closed: null },
  ]);
  expect(planAndClosed([], today)).toEqual([]);
});
