import type { Obligation } from '../../../shared/api/types';
import { choosable, chosenOf, MOST_AT_ONCE } from './batch';

const row = (id: string, kind: Obligation['kind'], command: string): Obligation => ({
  ...{
    id,
    key: id,
    kind,
    campaign: null,
    subject: { type: 'problem', id },
    holder: { how: 'holder', people: [] },
  },
  ...{ dueOn: '2026-07-31', dueVersion: 1, since: '2026-07-01', overdue: false, provisional: false },
  action: { command, method: 'POST', path: '/', schema: {}, defaults: {}, reauth: false },
  alternatives: [],
});
const reviews = ['one', 'two', 'three'].map((id) => row(id, 'reviewCompletion', 'PassReview'));
const rows = [
  ...reviews,
  row('four', 'acceptCompletion', 'AcceptCompletion'),
  row('five', 'signOffProblem', 'SignOffProblem'),
  row('six', 'submitPlan', 'SubmitPlan'),
];

it('only approvals without a word are chosen, and only where there are two of a kind', () => {
  expect([...choosable(rows, new Set())]).toEqual(['one', 'two', 'three']);
});

it('beside a chosen one only its own kind may be chosen, at most fifty', () => {
  const two = [...rows, row('seven', 'acceptCompletion', 'AcceptCompletion')];
  expect([...choosable(two, new Set(['seven']))]).toEqual(['four', 'seven']);
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, index) =>
    row(`r${index}`, 'reviewCompletion', 'PassReview'),
  );
  const chosen = new Set(many.slice(0, MOST_AT_ONCE).map(({ id }) => id));
  expect(choosable(many, chosen)).toEqual(chosen);
});

it('what was done by somebody else meanwhile is chosen no more', () => {
  expect(chosenOf(rows, new Set(['two', 'gone', 'six'])).map(({ id }) => id)).toEqual(['two']);
});
