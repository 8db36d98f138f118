import { startApi, type Api } from './harness/api';
import { browserOf, OWN_PAGE, type Browser } from './harness/browser';
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
import { setUpWorld, type World } from './harness/organisation';

describe('an identity at the provider', () => {
  let api: Api;
  let provider: RunningProvider;
  let world: World;
  let way: Way;
  let link: ReturnType<typeof linkerOf>;

  beforeAll(async () => {
    provider = await startProvider();
    api = await startApi(settingsOf(provider));
    world = await setUpWorld(api);
    way = wayBy(api);
    link = linkerOf(api, provider, way);
  });
  afterAll(async () => {
    await api?.stop();
    await provider?.stop();
  });
  beforeEach(() => Object.assign(provider.desk, { subject: 'wang', since: 0, declines: false }));

  describe('a link', () => {
    it('RR7.6 is made by somebody who just gave the password, in the same session, and by each identity to one account', async () => {
      await link('member', 'wang');
      const mine = await browserOf(api, 'organiser');
      await api.owner.query("UPDATE web_session SET confirmed_at = now() - interval '6 minutes'");
      expect((await way.begin({}, 'link', mine)).answer.body.code).toBe('REAUTH_REQUIRED');
      const fresh = await browserOf(api, 'organiser');
      const taken = await way.begin({}, 'link', fresh);
      provider.desk.subject = 'wang';
      const refused = await way.finish(taken.cookie, await provider.visit(taken.url));
      expect([refused.status, refused.body.code]).toEqual([409, 'OIDC_LINKED']);
      // Begun in one session, brought back in another: it would link an identity to somebody else's account.
      const other = await browserOf(api, 'deputy');
      const begun = await way.begin({}, 'link', fresh);
      provider.desk.subject = 'li';
      const answer = await provider.visit(begun.url);
      const flow = begun.cookie.split('; ').find((each) => each.startsWith('rectify-oidc=')) ?? '';
      expect(refusal(await way.finish(`${other.cookie}; ${flow}`, answer))).toEqual(BEGIN_AGAIN);
      expect((await other.ask('/api/oidc/identities')).body.items).toEqual([]);
    });

    it('RR7.6 of several identities leads to the same account; each is ended by its owner alone', async () => {
      await link('deputy', 'sun');
      const mine = await link('deputy', 'sun at home');
      const { items } = (await mine.ask('/api/oidc/identities')).body;
      expect(items).toHaveLength(2);
      for (const subject of ['sun', 'sun at home']) {
        provider.desk.subject = subject;
        const { url, cookie } = await way.begin();
        expect((await way.finish(cookie, await provider.visit(url))).status).toBe(200);
      }
      const end = (by: Browser, id: string) => by.ask(`/api/oidc/identities/${id}`, { method: 'DELETE' });
      expect((await end(await browserOf(api, 'organiser'), items[0].id)).status).toBe(404);
      expect((await end(mine, items[0].id)).status).toBe(204);
      expect((await end(mine, 'none')).status).toBe(404);
      provider.desk.subject = 'sun';
      const { url, cookie } = await way.begin();
      expect(refusal(await way.finish(cookie, await provider.visit(url)))).toEqual([
        403,
        'OIDC_NOT_LINKED',
        false,
      ]);
    });

    it('RR7.4 ends when a password is set anew by a link: what somebody else had added is gone', async () => {
      const { organisationMember } = world.branch;
      await link('organiser', 'qian');
      const secretary = await browserOf(api, 'secretary');
      const { token } = (await secretary.post(`/api/accounts/${organisationMember.accountId}/reset`)).body;
      const next = 'another long password';
      await api.ask('/api/password/reset', { method: 'POST', body: { token, next } });
      const { url, cookie } = await way.begin();
      expect(refusal(await way.finish(cookie, await provider.visit(url)))).toEqual([
        403,
        'OIDC_NOT_LINKED',
        false,
      ]);
    });
  });

  describe('what stands for a signature', () => {
    const asked = async () => {
      const mine = await link('discipline', 'zhou');
      await api.owner.query("UPDATE web_session SET confirmed_at = now() - interval '6 minutes'");
      expect((await mine.post('/api/tokens', { name: 'x' })).body.code).toBe('REAUTH_REQUIRED');
      return { mine, ...(await way.begin({ returnTo: '/t/abc' }, 'confirm', mine)) };
    };

    it('RR7.9 is proven at the provider anew, and the session goes on under another id', async () => {
      const { mine, url, cookie } = await asked();
      expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ prompt: 'login', max_age: '60' });
      const done = await way.finish(cookie, await provider.visit(url));
      expect([done.status, done.body]).toEqual([200, { returnTo: '/t/abc' }]);
      expect((await mine.ask('/api/me')).status).toBe(401);
      const next = `rectify=${cookiesOf(done)['rectify']}`;
      const made = await api.ask('/api/tokens', {
        method: 'POST',
        body: { name: 'x' },
        headers: { cookie: next, ...OWN_PAGE },
      });
      expect(made.status).toBe(201);
    });

    it('RR7.9 is not proven by a password that was given there long ago, nor by another person', async () => {
      const { mine, url, cookie } = await asked();
      provider.desk.since = 300;
      const stale = await provider.visit(
        changed(url, (query) => {
          query.delete('prompt');
          query.delete('max_age');
        }),
      );
      expect(refusal(await way.finish(cookie, stale))).toEqual(NOT_TRUSTED);
      provider.desk.since = 0;
      provider.desk.subject = 'wang';
      const other = await way.begin({}, 'confirm', mine);
      expect(refusal(await way.finish(other.cookie, await provider.visit(other.url)))).toEqual([
        403,
        'OIDC_NOT_LINKED',
        false,
      ]);
      expect((await mine.post('/api/tokens', { name: 'x' })).body.code).toBe('REAUTH_REQUIRED');
      const program = await api.ask('/api/oidc/confirm', {
        method: 'POST',
        body: {},
        token: world.branch.secretary.token,
      });
      expect(program.body.code).toBe('SESSION_REQUIRED');
    });
  });
});
