import type { ToldRung } from './telling';

/** A problem's completion that is due on Friday 3 July 2026, reminded of three days before. */
export const toldRung: ToldRung = {
  kind: 'claimCompletion',
  subject: { type: 'problem', id: 'p7', problemId: 'p7' },
  code: 'PDH-2026-B01',
  title: '平淡化随意化问题排查整治',
  problem_code: 'PDH-2026-B01-007',
  obligation_id: 'abc',
  due_on: '2026-07-03',
  on: '2026-06-30',
  rung: 'T-3',
  do: 'remind',
  outcome: null,
};
