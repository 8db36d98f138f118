import { randomUUID } from 'node:crypto';
import { LIMITS } from '@rectify/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { eventually } from '../harness/wait';
import { startApi, type Answer, type Api } from './harness/api';
import { OWN_PAGE } from './harness/browser';
import { codesOf } from './harness/documented';
import { cookieOf, setUpWorld, type World } from './harness/organisation';

interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly hasPath: boolean;
  readonly isUnsafe: boolean;
  /** Nobody need be signed in; what such a route says of a session is its own. */
  readonly isOpen: boolean;
  /** Every code that the document lets it answer. */
  readonly codes: ReadonlySet<string>;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
  readonly security?: readonly object[];
}

const routesIn = (document: OpenAPIObject): readonly Route[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as unknown as Record<string, Operation>).map(
      ([verb, { responses, security }]) => ({
        name: `${verb.toUpperCase()} ${path}`,
        method: verb.toUpperCase() as Route['method'],
        // What goes on for ever is asked so that it does not begin.
        path: path === '/api/events' ? `${path}?campaign=none` : path.replace(/\{\w+\}/g, randomUUID()),
        hasPath: path.includes('{'),
        isUnsafe: verb !== 'get',
        isOpen: security?.length === 0,
        codes: new Set(Object.values(responses).flatMap((each) => codesOf(document, each) ?? [])),
      }),
    ),
  );

/** A route's document names a refusal if and only if the route gives it: each is provoked on every route of the router. */
describe('what a route is documented to refuse', () => {
  let api: Api;
  let world: World;
  let cookie: string;
  let routes: readonly Route[];

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    cookie = await cookieOf(api, 'member');
    routes = routesIn((await api.ask('/api/openapi.json')).body);
  });
  afterAll(() => api?.stop());

  type Provoke = (route: Route) => Promise<Answer>;
  const asMember = () => ({ token: world.branch.member.token });
  const ownPage = () => ({ cookie, ...OWN_PAGE });

  const isGivenWhereNamed = async (code: string, provoke: Provoke, of: readonly Route[] = routes) => {
    const given: string[] = [];
    for (const route of of) if ((await provoke(route)).body?.code === code) given.push(route.name);
    const named = of.filter(({ codes }) => codes.has(code)).map(({ name }) => name);
    expect(given.sort()).toEqual(named.sort());
    return given.length;
  };

  it('is every route that there is', () => {
    expect(routes.length).toBeGreaterThan(80);
    for (const { name, codes } of routes) expect([name, codes.size > 0]).toEqual([name, true]);
  });

  it('an address that is too long', async () => {
    const long = `?x=${'x'.repeat(LIMITS.http.urlBytes)}`;
    await isGivenWhereNamed('URL_TOO_LONG', ({ path, method }) => api.ask(`${path}${long}`, { method }));
  });

  it('nobody who is signed in', async () => {
    const guarded = routes.filter(({ isOpen }) => !isOpen);
    const given = await isGivenWhereNamed(
      'NO_SESSION',
      ({ path, method }) => api.ask(path, { method }),
      guarded,
    );
    expect(given).toBe(guarded.length);
  });

  it('a body that is too large, is no JSON, or breaks off', async () => {
    const unsafe = ({ method, path, isUnsafe }: Route, body: string, headers = {}) =>
      api.ask(path, { method, ...(isUnsafe && { body, headers }), ...asMember() });
    const large = JSON.stringify('x'.repeat(LIMITS.http.bodyBytes));
    await isGivenWhereNamed('TOO_LARGE', (route) => unsafe(route, large));
    await isGivenWhereNamed('NOT_JSON', (route) => unsafe(route, 'a=b', { 'content-type': 'text/plain' }));
    await isGivenWhereNamed('VALIDATION', (route) =>
      route.isUnsafe ? unsafe(route, '{"a":') : api.ask(`${route.path}?no_such_filter=1`, asMember()),
    );
  });

  it('a foreign page', async () => {
    const headers = { cookie, 'sec-fetch-site': 'cross-site' };
    await isGivenWhereNamed('CROSS_SITE', ({ path, method }) => api.ask(path, { method, headers }));
  });

  it('a token where a person is meant, and one that only reads', async () => {
    const made = await api.ask('/api/tokens', {
      method: 'POST',
      body: { name: 'reads', scope: 'read' },
      headers: ownPage(),
    });
    await isGivenWhereNamed('SESSION_REQUIRED', ({ path, method }) =>
      api.ask(path, { method, ...asMember() }),
    );
    await isGivenWhereNamed('TOKEN_READS_ONLY', ({ path, method }) =>
      api.ask(path, { method, token: made.body.token }),
    );
  });

  it('a session that has not been proven for a while, where something is signed', async () => {
    await api.owner.query("UPDATE web_session SET confirmed_at = now() - interval '1 hour'");
    const given = await isGivenWhereNamed('REAUTH_REQUIRED', ({ path, method, isUnsafe }) =>
      isUnsafe && path !== '/api/session'
        ? api.ask(path, { method, headers: ownPage() })
        : Promise.resolve({ status: 0, headers: {}, body: null }),
    );
    expect(given).toBeGreaterThan(5);
  });

  it('what does not exist', async () => {
    const without = routes.filter(({ hasPath, isUnsafe }) => hasPath && !isUnsafe);
    await isGivenWhereNamed('NOT_FOUND', ({ path }) => api.ask(path, asMember()), without);
  });

  it('who asks too often', async () => {
    const few = await startApi({
      ...{ RATE_REQUESTS_PER_SECOND: '0.001', RATE_REQUESTS_BURST: '40' },
      ...{ RATE_ANONYMOUS_PER_SECOND: '0.001', RATE_ANONYMOUS_BURST: '40' },
    });
    const { token } = (await setUpWorld(few)).branch.member;
    for (let asked = 0; asked < 40; asked += 1) await few.ask('/api/me', { token });
    for (let asked = 0; asked < 40; asked += 1) await few.ask('/api/me');
    await isGivenWhereNamed('RATE_LIMITED', ({ path, method }) => few.ask(path, { method, token }));
    expect((await few.ask('/api/me')).body.code).toBe('RATE_LIMITED');
    await few.stop();
  });
});

/** Work that holds the process up, as a fold of far too much would. */
describe('a process that cannot keep up', () => {
  let api: Api;
  let routes: readonly Route[];
  beforeAll(async () => {
    api = await startApi({ SHED_LAG_MS: '200' });
    routes = routesIn((await api.ask('/api/openapi.json')).body);
  });
  afterAll(() => api?.stop());

  const holdUp = async (milliseconds: number): Promise<void> => {
    for (let held = 0; held < milliseconds; held += 600) {
      const until = performance.now() + 600;
      while (performance.now() < until);
      await new Promise(setImmediate);
    }
  };

  it('turns away whatever costs something, says when to come again, and serves again once it does', async () => {
    expect((await api.ask('/api/me')).body.code).toBe('NO_SESSION');
    await holdUp(3_000);
    const said = await Promise.all(routes.map(({ path, method }) => api.ask(path, { method })));
    const away = routes.filter((_route, index) => said[index]?.body.code === 'OVERLOADED');
    const named = routes.filter(({ codes }) => codes.has('OVERLOADED'));
    expect(away.map(({ name }) => name)).toEqual(named.map(({ name }) => name));
    expect(named.length).toBeGreaterThan(80);
    expect(said.find(({ status }) => status === 503)?.headers['retry-after']).toBe('2');
    expect((await api.ask('/api/health')).status).toBe(200);
    await eventually(async () => (await api.ask('/api/me')).body.code === 'NO_SESSION', {
      timeoutMs: 20_000,
      what: 'a process that keeps up again',
    });
  });
});

/** PostgreSQL away. */
describe('without a database', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ DATABASE_URL: 'postgresql://app:a-long-secret@127.0.0.1:1/none' });
  });
  afterAll(() => api?.stop());

  it('every route that asks it says so, and that one may come again', async () => {
    const routes = routesIn((await api.ask('/api/openapi.json')).body);
    const guarded = routes.filter(({ isOpen }) => !isOpen);
    for (const { name, path, method, codes } of guarded) {
      const { status, body, headers } = await api.ask(path, { method, token: 'x'.repeat(43) });
      expect([name, status, body.code, codes.has('UNAVAILABLE')]).toEqual([name, 503, 'UNAVAILABLE', true]);
      expect(headers['retry-after']).toBe('2');
    }
  });
});
