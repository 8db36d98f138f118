import type { ProblemCode } from '@rectify/contracts';

/** What the marks of a route say of it; see `route-marks.ts`. */
export interface RouteMarks {
  readonly isPublic: boolean;
  readonly isForSessions: boolean;
  readonly isForExpired: boolean;
  readonly isSigning: boolean;
  readonly answersAlone: boolean;
  readonly refuses: readonly ProblemCode[];
}

/** What its operation says of it. */
export interface RouteShape {
  readonly isUnsafe: boolean;
  readonly hasPath: boolean;
  readonly hasQuery: boolean;
}

/** What the server refuses before it knows of any route. */
const OF_THE_SERVER: readonly ProblemCode[] = [
  'REQUEST_TIMEOUT',
  'URL_TOO_LONG',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
];
const OF_A_BODY: readonly ProblemCode[] = ['VALIDATION', 'TOO_LARGE', 'NOT_JSON'];

const isThere = <T>(is: boolean, ...codes: readonly T[]): readonly T[] => (is ? codes : []);

/** What the guard refuses whoever changes something; see `identity.guard.ts`. */
const ofChange = ({
  isPublic,
  isForSessions,
  isForExpired,
  isSigning,
}: RouteMarks): readonly ProblemCode[] => [
  'CROSS_SITE',
  ...isThere<ProblemCode>(!isPublic, isForSessions ? 'SESSION_REQUIRED' : 'TOKEN_READS_ONLY'),
  ...isThere<ProblemCode>(!isPublic && !isForExpired, 'PASSWORD_EXPIRED'),
  ...isThere<ProblemCode>(isSigning, 'REAUTH_REQUIRED'),
];

/** Every code that a route can refuse with, by what it is: nobody writes down again what the server and the guard do. */
export const refusalsOfRoute = (
  marks: RouteMarks,
  { isUnsafe, hasPath, hasQuery }: RouteShape,
): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...OF_THE_SERVER,
    ...isThere<ProblemCode>(!marks.isPublic, 'NO_SESSION'),
    ...(isUnsafe ? [...ofChange(marks), ...OF_A_BODY] : []),
    ...isThere<ProblemCode>(hasQuery, 'VALIDATION'),
    ...isThere<ProblemCode>(hasPath, 'NOT_FOUND'),
    ...isThere<ProblemCode>(
      !marks.answersAlone,
      ...(['RATE_LIMITED', 'OVERLOADED', 'UNAVAILABLE', 'UPGRADE_NEEDED'] as const),
    ),
    ...marks.refuses,
  ]),
];
