import { PROBLEM_TYPE, statusOf, type ProblemCode } from '@rectify/contracts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'A value is wrong; `errors` names each field.',
  401: 'Nobody is signed in, or what proves it is wrong.',
  403: 'Not theirs to do, or asked by a foreign page.',
  404: 'There is no such thing, or it is not readable for the caller.',
  408: 'The request came too slowly.',
  409: 'Not now or not so: a rule of the field, decided already, or changed since it was shown.',
  412: 'The version in If-Match is stale.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'The body is not JSON as it is, without an encoding.',
  422: 'The Idempotency-Key was used with another payload.',
  429: 'Too often; see Retry-After.',
  431: 'The headers are too large.',
  500: 'Something unexpected; nothing was recorded.',
  503: 'PostgreSQL is away or busy; the same request later gives one effect. See Retry-After.',
};

const text = (description: string) => ({ description, schema: { type: 'string' } });
const headersOf = (status: number) => {
  if (status === 401) return { headers: { 'WWW-Authenticate': text('How to sign in as a program.') } };
  if (status !== 429 && status !== 503) return {};
  return { headers: { 'Retry-After': text('Seconds after which the same request may be sent again.') } };
};

/** One status with the codes that it can carry here. */
const problemResponse = (status: number, codes: readonly ProblemCode[]) => ({
  description: TITLES[status] ?? 'Refused.',
  ...headersOf(status),
  content: {
    [PROBLEM_TYPE]: {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            type: 'object',
            properties: { status: { const: status }, code: { type: 'string', enum: codes } },
          },
        ],
      },
    },
  },
});

type Responses = Record<string, ReturnType<typeof problemResponse>>;

/** The responses of a document: what many operations answer alike stands once, under a name that says status and number. */
export const createProblemResponses = () => {
  const made = new Map<string, string>();
  const components: Responses = {};
  const nameOf = (status: number, codes: readonly ProblemCode[]): string => {
    const key = `${status} ${codes.join(' ')}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const count = Object.keys(components).filter((name) => name.startsWith(`Refused${status}`)).length;
    const name = `Refused${status}${count === 0 ? '' : `-${count + 1}`}`;
    made.set(key, name);
    components[name] = problemResponse(status, codes);
    return name;
  };
  return {
    components,
    /** `{ "404": { $ref }, … }` of everything that an operation refuses with. */
    of: (codes: readonly ProblemCode[]): Record<string, { readonly $ref: string }> => {
      const byStatus = new Map<number, ProblemCode[]>();
      for (const code of [...codes].sort()) {
        const status = statusOf(code);
        byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
      }
      return Object.fromEntries(
        [...byStatus].map(([status, of]) => [
          String(status),
          { $ref: `#/components/responses/${nameOf(status, of)}` },
        ]),
      );
    },
  };
};
