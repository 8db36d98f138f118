import type { Problem } from './problem';
import { ApiProblem, withoutTexts } from './problem';

interface Sending {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Names the effect: the same key twice is one effect. */
  readonly key?: string;
  readonly signal?: AbortSignal | undefined;
}

let askedAt = 0;
/** When the server last answered something to whoever is signed in here: their session was in use then. */
export const lastAskedAt = (): number => askedAt;

/** One request to the api: JSON in and out, every refusal thrown as an ApiProblem. */
export const send = async <Answer>(path: string, sending: Sending = {}): Promise<Answer> => {
  const response = await asked(path, sending);
  if (response.status !== 401 && response.status < 500) askedAt = Date.now();
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  throw new ApiProblem(await told(response));
};

const asked = async (path: string, { method = 'GET', body, key, signal }: Sending): Promise<Response> => {
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        // Another site's page cannot set it: the api asks for it on everything that changes something.
        ...(method === 'GET' ? {} : { 'x-rectify': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      credentials: 'same-origin',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(withoutTexts('NETWORK', 0));
  }
};

/** Whatever stands between us and the api may answer something else than a problem. */
const told = async (response: Response): Promise<Problem> => {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  if (problem && typeof problem.code === 'string') return problem;
  return withoutTexts(response.status >= 502 ? 'UNAVAILABLE' : 'INTERNAL', response.status);
};
