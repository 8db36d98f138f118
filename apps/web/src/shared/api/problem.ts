import type { ProblemDetails } from '@rectify/contracts';

/** What an answer's problem tells, or, with `NETWORK`, that there was no answer. */
export type Problem = Omit<ProblemDetails, 'code'> & { readonly code: ProblemDetails['code'] | 'NETWORK' };

/** The one error that requests throw; pages show its texts, never its stack. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof ApiProblem ? error.problem : withoutTexts('INTERNAL', 500);

export const isProblem = (error: unknown, status: number): boolean =>
  error instanceof ApiProblem && error.problem.status === status;

/** A problem that this page found by itself; its texts stand in the catalogue under its code. */
export const withoutTexts = (code: Problem['code'], status: number): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  detail: '',
  texts: { zh: '', en: '' },
});
