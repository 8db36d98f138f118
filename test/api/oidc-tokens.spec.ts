import { startApi, type Api } from './harness/api';
import { startCrookedProvider, type CrookedProvider } from './harness/crooked-provider';
import { NOT_TRUSTED, refusal, settingsOf, wayBy, type Way } from './harness/oidc-way';
import { setUpWorld } from './harness/organisation';

type Claims = Record<string, unknown>;

describe('what a crooked provider says', () => {
  let api: Api;
  let provider: CrookedProvider;
  let way: Way;

  beforeAll(async () => {
    provider = await startCrookedProvider();
    api = await startApi(settingsOf(provider));
    await setUpWorld(api);
    way = wayBy(api);
  });
  afterAll(async () => {
    await api?.stop();
    await provider?.stop();
  });
  beforeEach(async () => {
    provider.honest();
    await api.owner.query('DELETE FROM sign_in_attempt');
  });

  /** Back from the provider with a code, for which it gives what `token` makes of the right claims. */
  const told = async (token: (claims: Claims) => string) => {
    const { url, cookie } = await way.begin();
    const query = new URL(url).searchParams;
    provider.give(token(provider.claims(query.get('nonce'))));
    return way.finish(cookie, { state: query.get('state'), code: 'a code' });
  };
  /** It was believed, and nobody has linked what it says. */
  const BELIEVED = [403, 'OIDC_NOT_LINKED', false];
  const now = () => Math.floor(Date.now() / 1000);

  it('is believed where nothing is wrong: what is refused below is refused for what is changed there', async () => {
    expect(refusal(await told((claims) => provider.signed(claims)))).toEqual(BELIEVED);
  });

  it.each<[string, (claims: Claims) => Claims]>([
    ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['another audience', (claims) => ({ ...claims, aud: 'another client' })],
    ['several audiences without a party', (claims) => ({ ...claims, aud: ['rectify', 'another client'] })],
    ['another party', (claims) => ({ ...claims, azp: 'another client' })],
    ['a time that is over', (claims) => ({ ...claims, iat: now() - 600, exp: now() - 300 })],
    ['no end', ({ exp: _exp, ...claims }) => claims],
    ['a time that has not come', (claims) => ({ ...claims, nbf: now() + 600 })],
    ['no subject', ({ sub: _sub, ...claims }) => claims],
    ['an empty subject', (claims) => ({ ...claims, sub: '' })],
    ['another nonce', (claims) => ({ ...claims, nonce: 'n'.repeat(43) })],
    ['no nonce', ({ nonce: _nonce, ...claims }) => claims],
  ])('RR7.7 is refused with %s', async (_what, change) => {
    expect(refusal(await told((claims) => provider.signed(change(claims))))).toEqual(NOT_TRUSTED);
  });

  it('RR7.7 is refused unsigned, with a signature of another key or kind, and with one that was taken from elsewhere', async () => {
    const elsewhere = { jku: `${provider.issuer}/foreign-jwks` };
    for (const token of [
      (claims: Claims) => provider.unsigned(claims),
      (claims: Claims) => provider.signedWithTheSecret(claims),
      (claims: Claims) => provider.signedByAnother(claims),
      (claims: Claims) => provider.signedByAnother(claims, elsewhere),
      (claims: Claims) => {
        const [head, , signature] = provider.signed(claims).split('.');
        const body = Buffer.from(JSON.stringify({ ...claims, sub: 'the secretary' })).toString('base64url');
        return `${head}.${body}.${signature}`;
      },
      () => 'no token',
      () => '',
    ]) {
      expect(refusal(await told(token))).toEqual(NOT_TRUSTED);
    }
    expect(provider.asked).not.toContain('/foreign-jwks');
  });

  it('is followed nowhere else', async () => {
    const { url, cookie } = await way.begin();
    const state = new URL(url).searchParams.get('state');
    provider.answer('/token', { status: 307, headers: { location: `${provider.issuer}/elsewhere` } });
    expect(refusal(await way.finish(cookie, { state, code: 'a code' }))).toEqual(NOT_TRUSTED);
    expect(provider.asked).not.toContain('/elsewhere');
  });

  it('is waited for where it fails by itself', async () => {
    const { url, cookie } = await way.begin();
    const state = new URL(url).searchParams.get('state');
    provider.answer('/token', { status: 502, body: {} });
    const away = await way.finish(cookie, { state, code: 'a code' });
    expect(refusal(away)).toEqual([503, 'OIDC_AWAY', false]);
  });

  it('is not asked for more where its own document names another issuer', async () => {
    provider.answer('/.well-known/openid-configuration', {
      status: 200,
      body: { ...provider.published, issuer: 'https://evil.example' },
    });
    const fresh = await startApi(settingsOf(provider));
    try {
      const { answer } = await wayBy(fresh).begin();
      expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([
        503,
        'OIDC_AWAY',
        undefined,
      ]);
      provider.answer('/.well-known/openid-configuration', {
        status: 302,
        headers: { location: `${provider.issuer}/elsewhere` },
      });
      expect((await wayBy(fresh).begin()).answer.body.code).toBe('OIDC_AWAY');
      expect(provider.asked).not.toContain('/elsewhere');
      // Once it is right, nobody has to start anything again.
      provider.honest();
      expect((await wayBy(fresh).begin()).answer.status).toBe(200);
    } finally {
      await fresh.stop();
    }
  });
});
