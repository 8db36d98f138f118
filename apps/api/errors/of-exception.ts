import { LIMITS, type ProblemCode } from '@rectify/contracts';
import type { Problem } from './problem';

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

const statusOf = (error: unknown): number | undefined => {
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
  return [status, statusCode].find((value): value is number => typeof value === 'number');
};

const body = (reason: 'notJson' | 'required'): Problem => ({
  code: 'VALIDATION',
  field: 'body',
  errors: [{ field: 'body', reason }],
});

/** By code and never by class: an error may come from another copy of a library. */
const byCode: Readonly<Record<string, Problem>> = {
  STORE_UNAVAILABLE: { code: 'UNAVAILABLE' },
  UPGRADE_NEEDED: { code: 'UPGRADE_NEEDED' },
  KEY_IN_FLIGHT: { code: 'KEY_IN_FLIGHT' },
  CLOCK_FIXED: { code: 'CLOCK_FIXED' },
  CURSOR_INVALID: {
    code: 'VALIDATION',
    field: 'cursor',
    errors: [{ field: 'cursor', reason: 'notACursor' }],
  },
  // An address that is no address names nothing.
  FST_ERR_BAD_URL: { code: 'NOT_FOUND' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'URL_TOO_LONG', params: { max: LIMITS.http.pathPart } },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'TOO_LARGE' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'NOT_JSON' },
  FST_ERR_CTP_EMPTY_JSON_BODY: body('required'),
  FST_ERR_CTP_INVALID_JSON_BODY: body('notJson'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: body('notJson'),
};

/** What the HTTP server itself refused. */
const byStatus: Readonly<Record<number, Problem>> = {
  400: body('notJson'),
  404: { code: 'NOT_FOUND' },
  413: { code: 'TOO_LARGE' },
  414: { code: 'URL_TOO_LONG' },
  415: { code: 'NOT_JSON' },
  503: { code: 'UNAVAILABLE' },
};

/** Seconds after which what passes by itself may be sent again, whoever refused it. */
const retryAfter: Readonly<Partial<Record<ProblemCode, number>>> = {
  UNAVAILABLE: 2,
  UPGRADE_NEEDED: 30,
  KEY_IN_FLIGHT: 1,
  CONTENDED: 1,
  OIDC_AWAY: 10,
  OVERLOADED: 2,
};

const INTERNAL: Problem = { code: 'INTERNAL' };

/** What anything thrown means to the caller; INTERNAL is a bug and is logged. */
export const problemOf = (error: unknown): Problem => {
  const own = (error as { problem?: Problem } | null)?.problem;
  const problem = own ?? byCode[codeOf(error) ?? ''] ?? byStatus[statusOf(error) ?? 0] ?? INTERNAL;
  const seconds = problem.retryAfter ?? retryAfter[problem.code];
  return seconds === undefined ? problem : { ...problem, retryAfter: seconds };
};

export const isBug = ({ code }: Problem): boolean => code === ('INTERNAL' satisfies ProblemCode);
