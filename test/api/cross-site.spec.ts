import { randomUUID } from 'node:crypto';
import { PUBLIC_URL, startApi, type Api } from './harness/api';
import { OWN_PAGE } from './harness/browser';
import { cookieOf, PASSWORD, setUpWorld } from './harness/organisation';

/** What a foreign page, or none that is ours, can send along with somebody's cookie. */
const FOREIGN: readonly Record<string, string>[] = [
  {},
  { 'x-rectify': '1' },
  { 'x-rectify': '0', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'same-origin' },
  { origin: PUBLIC_URL },
  { 'x-rectify': '1', 'sec-fetch-site': 'cross-site' },
  { 'x-rectify': '1', 'sec-fetch-site': 'same-site', origin: PUBLIC_URL },
  { 'x-rectify': '1', origin: 'http://evil.example' },
  { 'x-rectify': '1', origin: `${PUBLIC_URL}.evil.example` },
  { 'x-rectify': '1', origin: 'null' },
];

describe('a request of a foreign page', () => {
  let api: Api;
  let cookie: string;
  let unsafe: readonly { method: 'POST' | 'PATCH' | 'DELETE'; path: string; isOpen: boolean }[];

  beforeAll(async () => {
    api = await startApi();
    await setUpWorld(api);
    cookie = await cookieOf(api, 'secretary');
    const { paths } = (await api.ask('/api/openapi.json')).body as {
      paths: Record<string, Record<string, { security?: unknown[] }>>;
    };
    unsafe = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'get')
        .map(([method, { security }]) => ({
          method: method.toUpperCase() as 'POST' | 'PATCH' | 'DELETE',
          path: path.replace(/\{\w+\}/g, randomUUID()),
          isOpen: security?.length === 0,
        })),
    );
  });
  afterAll(() => api?.stop());

  it('RR7.11 is refused on every route that changes something, whatever it says', async () => {
    expect(unsafe.length).toBeGreaterThan(60);
    const before = await api.logSize();
    for (const { method, path, isOpen } of unsafe) {
      // Without a session there is nothing to ride on: only a page that says it is foreign is refused.
      const attempts = isOpen ? FOREIGN.filter(isForeign) : FOREIGN;
      for (const headers of attempts) {
        const { status, body } = await api.ask(path, { method, body: {}, headers: { cookie, ...headers } });
        expect([method, path, headers, status, body.code]).toEqual([
          method,
          path,
          headers,
          403,
          'CROSS_SITE',
        ]);
      }
    }
    expect(await api.logSize()).toBe(before);
  });

  it('RR7.11 is refused as a form or as text, even of our own page', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      for (const { path } of unsafe.filter(({ method }) => method === 'POST')) {
        const headers = { cookie, ...OWN_PAGE, 'content-type': type };
        expect([path, (await api.ask(path, { method: 'POST', body: 'a=b', headers })).status]).toEqual([
          path,
          415,
        ]);
      }
    }
  });

  it('is taken of our own page, by either sign', async () => {
    for (const own of [
      OWN_PAGE,
      { 'x-rectify': '1', origin: PUBLIC_URL },
      { 'x-rectify': '1', 'sec-fetch-site': 'none' },
    ]) {
      const headers = { cookie, ...own };
      expect((await api.ask('/api/tokens', { method: 'POST', body: { name: 'x' }, headers })).status).toBe(
        201,
      );
    }
  });

  it('RR7.11 does not sign anybody in', async () => {
    const body = { account: 'member', password: PASSWORD };
    const headers = { 'sec-fetch-site': 'cross-site' };
    const login = await api.ask('/api/session', { method: 'POST', body, headers });
    expect([login.status, login.body.code, login.headers['set-cookie']]).toEqual([
      403,
      'CROSS_SITE',
      undefined,
    ]);
  });
});

const isForeign = (headers: Record<string, string>): boolean =>
  'sec-fetch-site' in headers
    ? headers['sec-fetch-site'] !== 'same-origin'
    : 'origin' in headers && headers['origin'] !== PUBLIC_URL;
