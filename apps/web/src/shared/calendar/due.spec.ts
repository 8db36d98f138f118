import { byDay, calendarSearch, type DueRow } from './due';

const row = (dueOn: string, id: string): DueRow => ({
  ...{ kind: 'problem', problem: { id, code: null, title: id }, measure: null, dueOn, provisional: false },
  ...{ owner: { how: 'nobody', people: [] }, overdue: false, doneOn: null, late: false, dates: [] },
});

it('what is due stands under its day, in its order', () => {
  const days = byDay([row('2026-07-03', 'one'), row('2026-07-31', 'two'), row('2026-07-03', 'three')]);
  expect([...days].map(([day, rows]) => [day, rows.map(({ problem }) => problem.id)])).toEqual([
    ['2026-07-03', ['one', 'three']],
    ['2026-07-31', ['two']],
  ]);
});

it('what is open stands before what is done', () => {
  const done = { ...row('2026-07-03', 'done'), doneOn: '2026-07-01' };
  const days = byDay([done, row('2026-07-03', 'open')]);
  expect(days.get('2026-07-03')?.map(({ problem }) => problem.id)).toEqual(['open', 'done']);
});

it('the address of a calendar holds a month that exists, and the list where that is asked for', () => {
  expect(calendarSearch({ month: '2026-07', view: 'list' })).toEqual({ month: '2026-07', view: 'list' });
  expect(calendarSearch({ month: '2026-13', view: 'month' })).toEqual({});
  expect(calendarSearch({ month: 202607 })).toEqual({});
});
