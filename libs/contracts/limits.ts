/**
 * The bounds of everything that comes in from outside, in one place (security.md §6). Texts count code points, bodies
 * bytes, times seconds. They stand in the OpenAPI document too.
 */
export const LIMITS = {
  http: { urlBytes: 2_048, headerBytes: 16_384, bodyBytes: 65_536 },
  text: {
    name: 50,
    unitName: 100,
    title: 200,
    detail: 2_000,
    /** Root cause, target, measure, result, progress. */
    work: 4_000,
    /** Opinion, reason, what is missing. */
    remark: 2_000,
    tokenName: 50,
    /** The number of an official notice, such as 区委〔2026〕12号. */
    noticeNumber: 60,
  },
  code: { unit: 32, item: 32, slug: 64, ruleMade: 64, minutes: 64, source: 64 },
  idempotencyKey: { min: 8, max: 128 },
  account: { min: 2, max: 64 },
  password: { min: 8, max: 128 },
  list: {
    page: 50,
    maxPage: 200,
    answers: 200,
    problemsPerAnswer: 20,
    merged: 50,
    parts: 20,
    measures: 50,
    pledgers: 200,
    voters: 50,
    sources: 50,
  },
  session: { idleSeconds: 30 * 60, maxSeconds: 12 * 60 * 60, perPerson: 3, graceSeconds: 5 * 60 },
  totp: { recoveryCodes: 10 },
  /** A link with which a password is set anew, and how many may be begun for one person in an hour. */
  reset: { seconds: 30 * 60, perHour: 3 },
  /** A browser that signed in before is known again for so long; its guesses are counted apart. */
  device: { seconds: 180 * 24 * 60 * 60, perPerson: 5 },
  /** From the way to the provider of identities to the way back, and how many identities one person links. */
  oidc: { seconds: 10 * 60, perPerson: 5, freshSeconds: 60 },
  token: { defaultDays: 30, maxDays: 365, perPerson: 20 },
} as const;
