import type { Problem } from '../api/types';
import { aspectsOf, chipsOf, hiddenCount, rowsOf } from './filter';
import { aProblem, holding } from './ledger.examples';
import { ledgerView } from './view';

const today = '2026-07-06';
const me = 'me';
const at = { today, me };

const rows: readonly Problem[] = [
  aProblem({ number: 1, status: 'closed', closed: { on: '2026-05-20', late: true } }),
  aProblem({ number: 2, status: 'rectifying', aspect: 'B2', owes: '2026-07-03', owner: holding('me', '赵') }),
  aProblem({ number: 3, status: 'planSubmitted', owes: '2026-07-06', waitsFor: holding('me', '赵') }),
  aProblem({ number: 12, status: 'claimed', aspect: 'B2', owes: '2026-07-13' }),
  aProblem({ number: 1000, status: 'rectifying', owes: '2026-07-14', dueOn: '2026-07-14' }),
  aProblem({ number: 5, status: 'excluded' }),
  aProblem({ number: null, status: 'reported', owes: '2026-07-10' }),
];

const numbers = (search: Record<string, unknown>): (number | null)[] =>
  rowsOf(rows, ledgerView(search), at).map(({ number }) => number);

describe('the rows of a ledger', () => {
  it('stand by number, without what is out of the way; what has no number is last', () =>
    expect(numbers({})).toEqual([1, 2, 3, 12, 1000, null]));

  it.each([
    [{ status: 'excluded' }, [5]],
    [{ status: 'rectifying_claimed' }, [2, 12, 1000]],
    [{ light: 'overdue' }, [2]],
    [{ light: 'soon' }, [3, 12, null]],
    [{ light: 'normal' }, [1000]],
    [{ light: 'done' }, [1]],
    [{ owner: 'me' }, [2]],
    [{ waits: 'me' }, [3]],
    [{ aspect: 'B2' }, [2, 12]],
    [{ aspect: 'B2', light: 'overdue' }, [2]],
  ])('by %j are %j', (search, found) => expect(numbers(search)).toEqual(found));

  it.each([
    ['-code', [null, 1000, 12, 3, 2, 1]],
    ['light', [2, 3, 12, null, 1000, 1]],
    ['dueOn', [1000, 1, 2, 3, 12, null]],
    ['aspect', [1, 3, 1000, null, 2, 12]],
  ])('in the order %s are %j', (sort, found) => expect(numbers({ sort })).toEqual(found));
});

describe('the chips', () => {
  it('tell how many rows each shows, and which is pressed', () => {
    const found = chipsOf(rows, ledgerView({ light: 'overdue' }), at);
    expect(found.map(({ key, count }) => [key, count])).toEqual([
      ['all', 6],
      ['overdue', 1],
      ['soon', 3],
      ['waits', 1],
      ['accepting', 1],
      ['sustained', 0],
      ['closed', 1],
    ]);
    expect(found.filter(({ isPressed }) => isPressed).map(({ key }) => key)).toEqual(['overdue']);
  });

  it('keep aspect and owner, and count within them', () => {
    const view = ledgerView({ aspect: 'B2' });
    const counts = Object.fromEntries(chipsOf(rows, view, at).map(({ key, count }) => [key, count]));
    expect(counts).toMatchObject({ all: 2, overdue: 1, soon: 1, closed: 0 });
    for (const { then, count } of chipsOf(rows, view, at))
      expect(rowsOf(rows, { ...view, ...then }, at)).toHaveLength(count);
  });
});

it('tells the aspects that occur, and how many rows are out of the way', () => {
  expect(aspectsOf(rows).map(({ code }) => code)).toEqual(['B1', 'B2']);
  expect(hiddenCount(rows)).toBe(1);
});
