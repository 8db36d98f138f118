import { startApi, type Api } from './harness/api';
import { browserOf, browserWith } from './harness/browser';
import { PASSWORD, setUpWorld } from './harness/organisation';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

describe('sessions', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const signIn = (account: string, password: string, headers: Record<string, string> = {}) =>
    api.ask('/api/session', { method: 'POST', body: { account, password }, headers });
  const cookiesOf = (answer: { headers: Record<string, unknown> }): string =>
    (answer.headers['set-cookie'] as string[]).map((each) => each.split(';')[0]).join('; ');

  it('are listed by their browser, and one ends another of the same person', async () => {
    const other = browserWith(api, cookiesOf(await signIn('member', PASSWORD, { 'user-agent': CHROME })));
    const mine = await browserOf(api, 'member');
    const { items } = (await mine.ask('/api/sessions')).body as {
      items: { id: string; device: string; current: boolean }[];
    };
    expect(items[0]).toMatchObject({ current: true });
    expect(items[1]).toMatchObject({ device: 'Chrome, Windows', current: false });
    const foreign = await browserOf(api, 'deputy');
    const end = (by: typeof mine) => by.ask(`/api/sessions/${items[1]?.id}`, { method: 'DELETE' });
    expect((await end(foreign)).status).toBe(404);
    expect((await other.ask('/api/me')).status).toBe(200);
    expect((await end(mine)).status).toBe(204);
    expect((await other.ask('/api/me')).status).toBe(401);
    expect((await end(mine)).status).toBe(404);
    expect((await mine.ask('/api/sessions/first', { method: 'DELETE' })).status).toBe(404);
  });

  it('RR7.12 begin anew at each sign-in: the one before ends, whoever knew its id', async () => {
    const before = await browserOf(api, 'discipline');
    const again = await signIn('discipline', PASSWORD, { cookie: before.cookie });
    const after = browserWith(api, cookiesOf(again));
    expect(after.cookie).not.toContain(before.cookie);
    expect((await before.ask('/api/me')).status).toBe(401);
    expect((await after.ask('/api/me')).status).toBe(200);
  });

  it('RR7.2 are opened from a known browser while somebody else guesses: slowed down is the guesser', async () => {
    const known = cookiesOf(await signIn('publicity', PASSWORD));
    const device = known.split('; ').find((each) => each.startsWith('rectify-device=')) ?? '';
    let guess = await signIn('publicity', 'a wrong password');
    for (let tried = 0; guess.status === 401 && tried < 10; tried += 1)
      guess = await signIn('publicity', 'a wrong password');
    expect([guess.status, guess.body.code]).toEqual([429, 'SIGN_IN_DELAYED']);
    // The right password waits too, where the browser is not known, or known for somebody else.
    expect((await signIn('publicity', PASSWORD)).status).toBe(429);
    const foreign =
      cookiesOf(await signIn('deputy', PASSWORD))
        .split('; ')
        .at(-1) ?? '';
    expect((await signIn('publicity', PASSWORD, { cookie: foreign })).status).toBe(429);
    expect((await signIn('publicity', PASSWORD, { cookie: device })).status).toBe(204);
    // A stolen mark of a browser is slowed down by itself.
    const statuses = [];
    for (let tried = 0; tried < 6; tried += 1)
      statuses.push((await signIn('publicity', 'a wrong password', { cookie: device })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it('RR7.2 let a thousand guesses at once be few that are tried', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const guesses = Array.from({ length: 100 }, (_, n) => signIn('organiser', `guess ${round}-${n}`));
      statuses.push(...(await Promise.all(guesses)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(12);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(988);
  });
});
