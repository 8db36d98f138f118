import type { Problem } from '../../../shared/api/types';
import { aProblem, holding } from '../../../shared/ledger/ledger.examples';
import { extensionsAsked } from './extensions-asked';

const extension: Problem['extension'] = {
  ...{ reason: '等待批复', progress: '已起草', dueOn: '2026-07-31', late: false },
  ...{ on: '2026-07-06', granted: null },
};

/** Whoever asked goes on with the work meanwhile; somebody else decides. */
const asked = (number: number, decides: string): Problem => ({
  ...aProblem({ number, status: 'rectifying', extension }),
  waitsFor: [
    {
      ...{ obligation: `claim ${number}`, kind: 'claimCompletion', dueOn: '2026-07-31' },
      holder: holding('me', 'Li'),
    },
    {
      ...{ obligation: `decide ${number}`, kind: 'decideExtension', dueOn: '2026-07-09' },
      holder: holding(decides, 'Wang'),
    },
  ],
});

describe('extensions that are asked for', () => {
  const problems = [asked(1, 'other'), aProblem({ number: 2 }), asked(3, 'me')];
  const told = (me: string | null) =>
    extensionsAsked(problems, me).map(({ problem, mine }) => [problem.number, mine]);

  it('lead to their decision whom they wait for, and these come first', () =>
    expect(told('me')).toEqual([
      [3, 'decide 3'],
      [1, null],
    ]));

  it('are nobody’s to decide on a page of a day that is over', () =>
    expect(told(null)).toEqual([
      [1, null],
      [3, null],
    ]));
});
