import { startApi, type Api } from './harness/api';
import { browserOf, OWN_PAGE } from './harness/browser';
import { startProvider, type RunningProvider } from './harness/identity-provider';
import {
  linkerOf,
  BEGIN_AGAIN,
  changed,
  cookiesOf,
  NOT_TRUSTED,
  refusal,
  settingsOf,
  wayBy,
  type Way,
} from './harness/oidc-way';
import { PASSWORD, setUpWorld, type World } from './harness/organisation';

describe('signing in by a provider of identities', () => {
  let api: Api;
  let provider: RunningProvider;
  let world: World;
  let way: Way;
  let link: ReturnType<typeof linkerOf>;

  beforeAll(async () => {
    provider = await startProvider();
    api = await startApi({ ...settingsOf(provider), OIDC_NAME: '区直机关统一认证' });
    world = await setUpWorld(api);
    way = wayBy(api);
    link = linkerOf(api, provider, way);
  });
  afterAll(async () => {
    await api?.stop();
    await provider?.stop();
  });
  beforeEach(async () => {
    Object.assign(provider.desk, { subject: 'wang', since: 0, declines: false });
    await api.owner.query('DELETE FROM sign_in_attempt');
  });

  it('RR7.7 is offered by its name, with PKCE, state and nonce, each another one every time', async () => {
    expect((await api.ask('/api/oidc')).body).toEqual({ offered: true, name: '区直机关统一认证' });
    const [first, second] = [await way.begin(), await way.begin()];
    const query = new URL(first.url).searchParams;
    expect(query.get('redirect_uri')).toBe('http://127.0.0.1:3000/oidc');
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(query.get(name)).toMatch(/^[\w-]{43}$/);
      expect(new URL(second.url).searchParams.get(name)).not.toBe(query.get(name));
    }
    const [line = ''] = [first.answer.headers['set-cookie'] ?? []].flat().map(String);
    expect(line).toMatch(/^rectify-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const { rows } = await api.owner.query('SELECT oidc_flow::text FROM oidc_flow');
    expect(JSON.stringify(rows)).not.toContain(line.slice('rectify-oidc='.length, line.indexOf(';')));
  });

  it('takes its own host from the configuration, whatever the request says', async () => {
    const headers = { ...OWN_PAGE, host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const begun = await api.ask('/api/oidc/start', { method: 'POST', body: {}, headers });
    expect(new URL(begun.body.url).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:3000/oidc');
  });

  it('RR7.6 makes no account: an identity that nobody linked is refused, and so is that of a disabled account', async () => {
    provider.desk.subject = 'a stranger';
    const { url, cookie } = await way.begin();
    const stranger = await way.finish(cookie, await provider.visit(url));
    expect(refusal(stranger)).toEqual([403, 'OIDC_NOT_LINKED', false]);
    await link('publicity', 'zhao');
    const { publicityMember, secretary } = world.branch;
    await api.ask(`/api/accounts/${publicityMember.accountId}/disable`, {
      method: 'POST',
      token: secretary.token,
    });
    const again = await way.begin();
    const gone = await way.finish(again.cookie, await provider.visit(again.url));
    expect(gone.body).toEqual(stranger.body);
    const { rows } = await api.owner.query('SELECT count(*)::int AS n FROM oidc_subject');
    expect(rows[0]).toEqual({ n: 0 });
  });

  it('RR7.6 opens the account that the identity is linked to, for reading and working, and signs nothing yet', async () => {
    const mine = await link('member', 'wang');
    const linked = await mine.ask('/api/oidc/identities');
    expect(linked.body.items).toHaveLength(1);
    expect(
      JSON.stringify((await api.owner.query('SELECT oidc_subject::text FROM oidc_subject')).rows),
    ).not.toContain('wang');
    const { url, cookie } = await way.begin({ returnTo: '/todo?box=waiting' });
    const answer = await provider.visit(url);
    const done = await way.finish(cookie, answer);
    expect([done.status, done.body]).toEqual([200, { returnTo: '/todo?box=waiting' }]);
    const { rectify, 'rectify-oidc': flow } = cookiesOf(done);
    expect(flow).toBe('');
    const me = await api.ask('/api/me', { headers: { cookie: `rectify=${rectify}` } });
    expect(me.body).toMatchObject({ account: 'member', confirmedUntil: null });
    const token = await api.ask('/api/tokens', {
      method: 'POST',
      body: { name: 'x' },
      headers: { cookie: `rectify=${rectify}`, ...OWN_PAGE },
    });
    expect(token.body.code).toBe('REAUTH_REQUIRED');
    // The very same answer once more, with the very same cookie.
    expect(refusal(await way.finish(cookie, answer))).toEqual(BEGIN_AGAIN);
    const out = await api.ask('/api/session', {
      method: 'DELETE',
      headers: { cookie: `rectify=${rectify}`, ...OWN_PAGE },
    });
    expect(out.status).toBe(204);
    expect((await api.ask('/api/me', { headers: { cookie: `rectify=${rectify}` } })).status).toBe(401);
  });

  it('RR7.7 refuses a code that was used, or that another sign-in got', async () => {
    await link('member', 'wang');
    const first = await way.begin();
    const used = await provider.visit(first.url);
    expect((await way.finish(first.cookie, used)).status).toBe(200);
    const second = await way.begin();
    const own = await provider.visit(second.url);
    expect(refusal(await way.finish(second.cookie, { ...own, code: used['code'] }))).toEqual(NOT_TRUSTED);
    // Never used, and got by somebody else’s sign-in: the verifier is another.
    const [mine, theirs] = [await way.begin(), await way.begin()];
    const [ofMine, ofTheirs] = [await provider.visit(mine.url), await provider.visit(theirs.url)];
    expect(refusal(await way.finish(mine.cookie, { ...ofMine, code: ofTheirs['code'] }))).toEqual(
      NOT_TRUSTED,
    );
    expect((await way.finish(theirs.cookie, ofTheirs)).status).toBe(200);
  });

  it('RR7.7 refuses another state, another browser and a way that took too long; the right one works once all the same', async () => {
    await link('member', 'wang');
    const { url, cookie } = await way.begin();
    const answer = await provider.visit(url);
    for (const state of ['', 'x'.repeat(43), `${answer['state']}x`])
      expect(refusal(await way.finish(cookie, { ...answer, state }))).toEqual(BEGIN_AGAIN);
    expect((await way.finish(cookie, { ...answer, state: undefined })).body.field).toBe('state');
    const other = await way.begin();
    expect(refusal(await way.finish(other.cookie, answer))).toEqual(BEGIN_AGAIN);
    expect(refusal(await way.finish('', answer))).toEqual(BEGIN_AGAIN);
    expect(refusal(await way.finish('rectify-oidc=short', answer))).toEqual(BEGIN_AGAIN);
    // Whoever lacks the cookie cannot even end it.
    expect((await way.finish(cookie, answer)).status).toBe(200);
    const slow = await way.begin();
    const late = await provider.visit(slow.url);
    await api.owner.query("UPDATE oidc_flow SET started_at = started_at - interval '11 minutes'");
    expect(refusal(await way.finish(slow.cookie, late))).toEqual(BEGIN_AGAIN);
  });

  it('RR7.7 refuses another nonce than it asked for', async () => {
    await link('member', 'wang');
    const { url, cookie } = await way.begin();
    const answer = await provider.visit(changed(url, (query) => query.set('nonce', 'n'.repeat(43))));
    expect(refusal(await way.finish(cookie, answer))).toEqual(NOT_TRUSTED);
    const without = await way.begin();
    const bare = await provider.visit(changed(without.url, (query) => query.delete('nonce')));
    expect(refusal(await way.finish(without.cookie, bare))).toEqual(NOT_TRUSTED);
  });

  it('RR7.7 refuses another issuer, none, and the answer of another provider', async () => {
    await link('member', 'wang');
    for (const iss of ['https://evil.example', `${provider.issuer}/`, undefined]) {
      const { url, cookie } = await way.begin();
      const answer = await provider.visit(url);
      expect(refusal(await way.finish(cookie, { ...answer, iss }))).toEqual(NOT_TRUSTED);
    }
    const foreign = await startProvider();
    try {
      foreign.desk.subject = 'wang';
      const { url, cookie } = await way.begin();
      const answer = await foreign.visit(url.replace(provider.issuer, foreign.issuer));
      expect(answer['iss']).toBe(foreign.issuer);
      expect(refusal(await way.finish(cookie, answer))).toEqual(NOT_TRUSTED);
      const again = await way.begin();
      const code = (await foreign.visit(again.url.replace(provider.issuer, foreign.issuer)))['code'];
      const mixed = { ...(await provider.visit(again.url)), code };
      expect(refusal(await way.finish(again.cookie, mixed))).toEqual(NOT_TRUSTED);
    } finally {
      await foreign.stop();
    }
  });

  it('says so where the provider signed nobody in', async () => {
    provider.desk.declines = true;
    const { url, cookie } = await way.begin();
    expect(refusal(await way.finish(cookie, await provider.visit(url)))).toEqual([
      403,
      'OIDC_DECLINED',
      false,
    ]);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\evil.example',
    '/%2f/evil.example',
    '/%2fevil.example',
    '/%5cevil.example',
    '/todo/../../evil',
    '/todo//evil.example',
    '/todo@evil.example',
    '/@evil.example',
    'https://evil.example/todo',
    'https://127.0.0.1:3000@evil.example/todo',
    'javascript:alert(1)',
    '/todo#//evil.example',
    '/todo?next=//evil.example',
    '/todo\n//evil.example',
    '/ todo',
    '/api/session',
    '/sign-in',
    '/oidc',
    `/t/${'a'.repeat(400)}`,
    '',
  ])('RR7.8 goes back to a page of ours alone: not to %j', async (returnTo) => {
    const { answer } = await way.begin({ returnTo });
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, 'VALIDATION', 'returnTo']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each(['/todo', '/c/PDH-2026-B01/calendar', '/p/PDH-2026-B01-007', '/t/abc123', '/account'])(
    'RR7.8 goes back to %s',
    async (returnTo) => expect((await way.begin({ returnTo })).answer.status).toBe(200),
  );

  it('RR7.2 is begun thirty times from one address, then more slowly; who came in takes theirs back', async () => {
    await link('member', 'wang');
    for (let round = 0; round < 5; round += 1) {
      const { url, cookie } = await way.begin();
      expect((await way.finish(cookie, await provider.visit(url))).status).toBe(200);
    }
    const statuses = [];
    for (let round = 0; round < 33; round += 1) statuses.push((await way.begin()).answer.status);
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(30)).toContain(429);
  });
});

describe('an installation whose provider is not there', () => {
  it('says that it cannot be reached, and lets people in by their passwords', async () => {
    const provider = await startProvider();
    await provider.stop();
    const api = await startApi({ ...settingsOf(provider) });
    try {
      await setUpWorld(api);
      const away = await api.ask('/api/oidc/start', { method: 'POST', body: {} });
      expect([away.status, away.body.code, away.headers['retry-after']]).toEqual([503, 'OIDC_AWAY', '10']);
      await browserOf(api, 'member', PASSWORD);
    } finally {
      await api.stop();
    }
  });

  it('and one without a provider offers none', async () => {
    const api = await startApi();
    try {
      expect((await api.ask('/api/oidc')).body).toEqual({ offered: false, name: null });
      const none = await api.ask('/api/oidc/start', { method: 'POST', body: {} });
      expect([none.status, none.body.code]).toEqual([409, 'OIDC_NOT_OFFERED']);
    } finally {
      await api.stop();
    }
  });
});
