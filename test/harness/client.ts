import { randomUUID } from 'node:crypto';

/** An answer of the API: its status and its JSON, whatever it is. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** An action as an obligation carries it: everything a program needs to do it. */
export interface OfferedAction {
  readonly command: string;
  readonly method: string;
  readonly path: string;
  readonly schema: Record<string, unknown>;
  readonly defaults: Record<string, unknown>;
}

export interface OfferedObligation {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string; readonly problemId?: string };
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly action: OfferedAction | null;
  readonly alternatives: readonly OfferedAction[];
}

/** A person's program: signed in by account and password, calling with a bearer token. */
export interface Client {
  readonly account: string;
  /** The bearer token, for a load that goes past this program. */
  readonly token: string;
  readonly personId: string;
  readonly get: <Body = Record<string, unknown>>(path: string) => Promise<Answer<Body>>;
  readonly send: (
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** POST with a key of its own; throws unless it is accepted. */
  readonly command: (path: string, body: unknown, key?: string) => Promise<Answer>;
  readonly todo: () => Promise<readonly OfferedObligation[]>;
}

export const request = async (
  url: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
};

/** Signs in and takes a token, as a program does. `url` may be asked again later: an api can move to another port. */
export const signIn = async (url: () => string, account: string, password: string): Promise<Client> => {
  const signedIn = await request(`${url()}/api/session`, {
    method: 'POST',
    body: { account, password },
    headers: { 'x-rectify': '1', origin: url() },
  });
  if (signedIn.status >= 300)
    throw new Error(`${account} cannot sign in: ${signedIn.status} ${JSON.stringify(signedIn.body)}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const made = await request(`${url()}/api/tokens`, {
    method: 'POST',
    body: { name: 'test', scope: 'commands' },
    headers: { cookie, 'x-rectify': '1', origin: url() },
  });
  const token = made.body['token'] as string;
  if (!token) throw new Error(`${account} gets no token: ${made.status} ${JSON.stringify(made.body)}`);
  return withToken(url, account, token);
};

export const withToken = async (url: () => string, account: string, token: string): Promise<Client> => {
  const authorised = { authorization: `Bearer ${token}` };
  const send: Client['send'] = (method, path, body, headers = {}) =>
    request(`${url()}${path}`, { method, body, headers: { ...authorised, ...headers } });
  const get = async <Body>(path: string) =>
    (await request(`${url()}${path}`, { headers: authorised })) as Answer<Body>;
  const me = await get<{ personId: string }>('/api/me');
  return {
    account,
    token,
    personId: me.body.personId,
    get,
    send,
    command: async (path, body, key = randomUUID()) => {
      const answer = await send('POST', path, body, { 'idempotency-key': key });
      if (answer.status >= 300)
        throw new Error(`${account}: POST ${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer;
    },
    todo: async () => {
      const items: OfferedObligation[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
        const page: Answer<{ items: OfferedObligation[]; next: string | null }> = await get(
          `/api/obligations?holder=me${cursor}`,
        );
        if (page.status !== 200)
          throw new Error(`${account}: to-do list → ${page.status} ${JSON.stringify(page.body)}`);
        items.push(...page.body.items);
        next = page.body.next;
      }
      return items;
    },
  };
};
