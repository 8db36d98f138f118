import { aProblem, holding } from '../ledger/ledger.examples';
import { asOfSearch, pastDay } from './as-of';
import { compared } from './compare';

describe('the day in the address', () => {
  it('is a day that exists, and comparing is of a day only', () => {
    expect(asOfSearch({ asOf: '2026-06-30' })).toEqual({ asOf: '2026-06-30' });
    expect(asOfSearch({ asOf: '2026-06-30', compare: '1' })).toEqual({ asOf: '2026-06-30', compare: 1 });
    expect(asOfSearch({ asOf: '2026-06-31' })).toEqual({});
    expect(asOfSearch({ asOf: 20260630, compare: 1 })).toEqual({});
  });

  it('is not ahead: a day without a year is the last such day', () => {
    expect(pastDay('2026-06-30', '2026-07-06')).toBe('2026-06-30');
    expect(pastDay('2026-07-06', '2026-07-06')).toBe('2026-07-06');
    expect(pastDay('2026-07-31', '2026-07-06')).toBe('2025-07-31');
    expect(pastDay('2028-07-31', '2026-07-06')).toBeNull();
  });
});

describe('two days compared', () => {
  const then = [
    aProblem({ number: 1, status: 'rectifying', dueOn: '2026-06-19' }),
    aProblem({ number: 2, status: 'closed' }),
  ];

  it('are alike where nothing happened', () => expect(compared(then, then)).toEqual([]));

  it('differ in what was reported since, in status, dates, people and rounds', () => {
    const [first, second] = then;
    if (!first || !second) throw new Error('two problems');
    const now = [
      {
        ...first,
        status: 'claimed' as const,
        dueOn: '2026-07-03',
        owner: holding('other', '吴'),
        claimRound: 1,
      },
      second,
      aProblem({ number: 3 }),
    ];
    expect(
      compared(then, now).map(({ problem, differences }) => [
        problem.number,
        differences.map(({ what }) => what),
      ]),
    ).toEqual([
      [1, ['status', 'dueOn', 'owner', 'claim']],
      [3, ['appeared']],
    ]);
    expect(compared(then, now)[0]?.differences[1]).toEqual({
      what: 'dueOn',
      from: '2026-06-19',
      to: '2026-07-03',
    });
  });

  it('differ where a state beside the status came or went', () => {
    const [first] = then;
    if (!first) throw new Error('a problem');
    const now = [{ ...first, sideStates: ['extending' as const] }];
    expect(compared([first], now)[0]?.differences.map(({ what }) => what)).toEqual(['status']);
  });
});
