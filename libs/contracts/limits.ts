import {
  ACCOUNT_LIMITS,
  ACTIVITY_LIMITS,
  CALENDAR_LIMITS,
  CAMPAIGN_LIMITS,
  DIRECTORY_LIMITS,
  GRANT_LIMITS,
  IMPORT_LIMITS,
  MAX_DURATION,
  MOST_DAYS,
  MOST_OF_A_SOURCE,
  MOST_PAPERS,
  OWN_DAY_LIMITS,
  TEMPLATE_LIMITS,
} from '@rectify/domain';

/**
 * The bounds of everything that comes in from outside, in one place (security.md §6). Texts count code points, bodies
 * bytes, times seconds. They stand in the OpenAPI document too.
 */
export const LIMITS = {
  http: {
    urlBytes: 2_048,
    headerBytes: 16_384,
    /** A command becomes events of at most 64 KiB; other bodies, and a file that becomes many events, have no such measure. */
    bodyBytes: 262_144,
    commandBytes: 65_536,
    /** The whole body is level 1. */
    jsonDepth: 16,
    jsonKeys: 200,
    jsonItems: 1_000,
    /** One part of the path, such as an id. */
    pathPart: 200,
  },
  timeouts: {
    headersSeconds: 10,
    requestSeconds: 30,
    /** Longer than any proxy before it keeps a connection. */
    keepAliveSeconds: 72,
  },
  /** Over this mean delay of its loop within a second a process turns requests away, rather than letting everybody wait. */
  load: { lagMilliseconds: 200 },
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
    /** An address, such as where a calendar was published. */
    source: 500,
    email: 254,
  },
  code: { unit: 32, item: 32, slug: 64, ruleMade: 64, minutes: 64, source: 64, subject: 64 },
  count: { letter: 100_000, objections: 999, cycle: 999, round: 999, version: 1_000_000 },
  /** What is looked for. */
  search: { min: 2, max: 64, found: 20, campaigns: 50 },
  idempotencyKey: { min: 8, max: 128 },
  account: { min: 2, max: 64, perPerson: ACCOUNT_LIMITS.perPerson },
  password: { min: 8, max: 128 },
  /** As typed at the door, where too much is only wrong. */
  typed: { account: 200, password: 500, code: 40, link: 200, setUpCode: 20 },
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
    cursor: 500,
    /** Campaigns in which a look ahead at a calendar looks. */
    previewed: 50,
  },
  session: { idleSeconds: 30 * 60, maxSeconds: 12 * 60 * 60, perPerson: 3, graceSeconds: 5 * 60 },
  totp: { recoveryCodes: 10 },
  /** A link with which a password is set anew, and how many may be begun for one person in an hour. */
  reset: { seconds: 30 * 60, perHour: 3 },
  /** A browser that signed in before is known again for so long; its guesses are counted apart. */
  device: { seconds: 180 * 24 * 60 * 60, perPerson: 5 },
  /** From the way to the provider of identities to the way back, and how many identities one person links. */
  oidc: { seconds: 10 * 60, perPerson: 5, freshSeconds: 60 },
  /** Streams of events: what one person and one process hold open, and how often is looked and beaten. */
  events: {
    ...{ perPerson: 4, perInstance: 500, heartbeatSeconds: 20, comeAgainSeconds: 60 },
    ...{ lookMilliseconds: 1_000, followed: 500 },
  },
  /** A template's shape; its own rules bound it more closely (`template.validation`). */
  template: {
    ...{ key: 64, text: 500, posts: 20, steps: 10, rungs: 20, rungDays: 365, listed: 50, items: 1_000 },
    ...{ members: 50, extensions: 10, percent: 100, sample: 1_000, times: 1_000 },
  },
  /** How somebody likes the pages to look: 常用 of the ledger, how long each part of one may be, and what all of it takes at most. */
  preferences: { views: 10, viewName: 20, viewPart: 300, bytes: 131_072 },
  token: { defaultDays: 30, maxDays: 365, perPerson: 20 },
  /** The domain's own: what a rule refuses beyond the shape of a request. */
  domain: {
    campaign: CAMPAIGN_LIMITS,
    directory: DIRECTORY_LIMITS,
    import: IMPORT_LIMITS,
    grant: GRANT_LIMITS,
    template: TEMPLATE_LIMITS,
    activity: ACTIVITY_LIMITS,
    calendar: { ...CALENDAR_LIMITS, days: MOST_DAYS, papers: MOST_PAPERS },
    ownDays: OWN_DAY_LIMITS,
    source: MOST_OF_A_SOURCE,
    duration: MAX_DURATION,
  },
} as const;
