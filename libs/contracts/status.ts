import { refusals, type RefusalCode, type RefusalKind } from '@rectify/domain';

/** How a refusal's kind is answered: a wrong value, not theirs, no such thing, not now or not so (rulings §3). */
export const statusOfKind = {
  input: 400,
  authority: 403,
  missing: 404,
  rule: 409,
} as const satisfies Record<RefusalKind, number>;

/** The write path's own refusals. */
export const applicationStatus = {
  STALE_VERSION: 412,
  KEY_REUSED: 422,
  KEY_IN_FLIGHT: 409,
  CODE_TAKEN: 409,
  CONTENDED: 503,
} as const;

/** What is refused before a command or a reading is looked at, or has no command. */
export const httpStatus = {
  VALIDATION: 400,
  NO_SESSION: 401,
  WRONG_CREDENTIALS: 401,
  TOTP_REQUIRED: 401,
  WRONG_CODE: 401,
  CROSS_SITE: 403,
  WRONG_SETUP_CODE: 403,
  WRONG_RESET_LINK: 403,
  PASSWORD_EXPIRED: 403,
  REAUTH_REQUIRED: 403,
  OIDC_BEGIN_AGAIN: 403,
  OIDC_DECLINED: 403,
  OIDC_NOT_TRUSTED: 403,
  OIDC_NOT_LINKED: 403,
  SESSION_REQUIRED: 403,
  TOKEN_READS_ONLY: 403,
  ACCOUNT_TAKEN: 409,
  ALREADY_SET_UP: 409,
  TOTP_ON: 409,
  TOTP_NOT_BEGUN: 409,
  TOTP_NOT_OFFERED: 409,
  OIDC_LINKED: 409,
  OIDC_NOT_OFFERED: 409,
  CLOCK_FIXED: 409,
  REQUEST_TIMEOUT: 408,
  TOO_LARGE: 413,
  URL_TOO_LONG: 414,
  NOT_JSON: 415,
  RATE_LIMITED: 429,
  SIGN_IN_DELAYED: 429,
  TOO_MANY_STREAMS: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  OIDC_AWAY: 503,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
  UPGRADE_NEEDED: 503,
} as const;

export type ProblemCode = RefusalCode | keyof typeof applicationStatus | keyof typeof httpStatus;

const statuses: Readonly<Record<ProblemCode, number>> = {
  ...(Object.fromEntries(
    Object.entries(refusals).map(([code, kind]) => [code, statusOfKind[kind]]),
  ) as Record<RefusalCode, number>),
  ...applicationStatus,
  ...httpStatus,
};

/** Every code that an answer can carry. */
export const problemCodes = Object.keys(statuses) as readonly ProblemCode[];
export const statusOf = (code: ProblemCode): number => statuses[code];
