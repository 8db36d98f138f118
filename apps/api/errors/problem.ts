import type { ProblemCode, ProblemDetails } from '@rectify/contracts';

export type FieldError = NonNullable<ProblemDetails['errors']>[number];

/** What is known of a refusal before it is put into words; see the filter. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field?: string | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly errors?: readonly Omit<FieldError, 'texts'>[];
  /** Seconds after which the same request may be sent again. */
  readonly retryAfter?: number;
  /** The log has been told already, once for many: under this number, where it keeps such lines. */
  readonly isTold?: true;
  readonly instance?: string;
}

/** Thrown by everything between the route and its answer; only the filter knows what becomes of it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

export const refused = (code: ProblemCode, more: Omit<Problem, 'code'> = {}): ProblemError =>
  new ProblemError({ code, ...more });

/** Unseen and unknown are told apart by nothing. */
export const notFound = (): ProblemError => refused('NOT_FOUND');

/** One value that is wrong, outside what a schema says. */
export const invalid = (field: string, reason: FieldError['reason']): ProblemError =>
  refused('VALIDATION', { field, errors: [{ field, reason }] });
