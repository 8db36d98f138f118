import { startApi, type Api } from './harness/api';
import { browserOf, browserWith, OWN_PAGE, type Browser } from './harness/browser';
import { cookieOf, PASSWORD, setUpWorld, type World } from './harness/organisation';

const NEXT = 'another long password';

describe('a forgotten password', () => {
  let api: Api;
  let world: World;
  let secretary: Browser;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    secretary = await browserOf(api, 'secretary');
  });
  afterAll(() => api?.stop());

  const start = (accountId: string, by = secretary) => by.post(`/api/accounts/${accountId}/reset`);
  const use = (token: string, next = NEXT) =>
    api.ask('/api/password/reset', { method: 'POST', body: { token, next } });
  const signIn = (account: string, password: string) =>
    api.ask('/api/session', { method: 'POST', body: { account, password } });

  it('RR7.4 is begun by whoever may end the account, nobody else and not for oneself', async () => {
    const { member, secretary: own } = world.branch;
    const myself = await start(member.accountId, await browserOf(api, 'member'));
    expect(myself.body.code).toBe('NOT_YOURS');
    expect((await start(own.accountId, await browserOf(api, 'member'))).status).toBe(404);
    expect((await start(world.other.secretary.accountId)).status).toBe(404);
    expect((await start('none')).status).toBe(404);
    expect((await start(own.accountId)).body.code).toBe('NOT_YOURS');
  });

  it('RR7.4 is set once, by a link of our own host that no server sees; everything that was open ends', async () => {
    const { publicityMember } = world.branch;
    const cookie = await cookieOf(api, 'publicity');
    const begun = await secretary.ask(`/api/accounts/${publicityMember.accountId}/reset`, {
      method: 'POST',
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
    const { token, link, expiresAt } = begun.body;
    expect([begun.status, link]).toEqual([201, `http://127.0.0.1:3000/reset#${token}`]);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(29 * 60_000);
    const { rows } = await api.owner.query('SELECT * FROM password_reset');
    expect(JSON.stringify(rows)).not.toContain(token);
    // Begun is not done: the old password still works.
    expect((await signIn('publicity', PASSWORD)).status).toBe(204);
    for (const [next, reason] of [
      ['qwertyuiop', 'tooCommon'],
      [PASSWORD, 'usedBefore'],
      ['short', 'tooShort'],
    ] as const) {
      const refused = await use(token, next);
      expect([refused.status, refused.body.field, refused.body.errors[0].reason]).toEqual([
        400,
        'next',
        reason,
      ]);
    }
    const raced = await Promise.all(Array.from({ length: 6 }, () => use(token)));
    // One of them sets it; to the others the link is worth nothing any more, or the door is slow with so many tries.
    const [set, ...others] = raced.map(({ status }) => status).sort();
    expect(set).toBe(204);
    expect(others.every((status) => status === 403 || status === 429)).toBe(true);
    expect(raced.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
    expect((await use(token)).body.code).toBe('WRONG_RESET_LINK');
    expect((await api.ask('/api/me', { headers: { cookie } })).status).toBe(401);
    expect((await api.ask('/api/me', { token: publicityMember.token })).status).toBe(401);
    expect((await signIn('publicity', PASSWORD)).status).toBe(401);
    expect((await signIn('publicity', NEXT)).status).toBe(204);
  });

  it('RR7.4 is over after half an hour, by a newer link, with the account, and after three in an hour', async () => {
    const { organisationMember, deputySecretary } = world.branch;
    const first = (await start(organisationMember.accountId)).body.token as string;
    const second = (await start(organisationMember.accountId)).body.token as string;
    expect((await use(first)).body.code).toBe('WRONG_RESET_LINK');
    await api.owner.query("UPDATE password_reset SET started_at = started_at - interval '31 minutes'");
    expect((await use(second)).body.code).toBe('WRONG_RESET_LINK');
    const third = await start(organisationMember.accountId);
    expect(third.status).toBe(201);
    const fourth = await start(organisationMember.accountId);
    expect([fourth.status, fourth.body.code, fourth.headers['retry-after']]).toEqual([
      429,
      'RATE_LIMITED',
      '3600',
    ]);

    const dead = (await start(deputySecretary.accountId)).body.token as string;
    await api.ask(`/api/accounts/${deputySecretary.accountId}/disable`, {
      method: 'POST',
      headers: { cookie: secretary.cookie, ...OWN_PAGE },
    });
    expect((await use(dead)).body.code).toBe('WRONG_RESET_LINK');
    expect((await use('x'.repeat(43))).body.code).toBe('WRONG_RESET_LINK');
  });

  it('RR7.3 is never a common one, at a change and at a creation either', async () => {
    const mine = await browserOf(api, 'member');
    const common = await mine.post('/api/password', { current: PASSWORD, next: 'Password123!' });
    expect([common.status, common.body.field, common.body.errors[0].reason]).toEqual([
      400,
      'next',
      'tooCommon',
    ]);
    const same = await mine.post('/api/password', { current: PASSWORD, next: PASSWORD });
    expect(same.body.errors[0].reason).toBe('usedBefore');
    const body = { account: 'newcomer', password: 'newcomer1', name: '新来的' };
    const made = await secretary.post('/api/accounts', body);
    expect([made.status, made.body.field]).toEqual([400, 'password']);
  });
});

describe('by the policy mlps3', () => {
  let api: Api;
  const strong = 'A long enough password 1';
  beforeAll(async () => {
    api = await startApi({ PASSWORD_POLICY: 'mlps3' });
    const unit = { code: 'D01', name: '区直机关工委' };
    const body = { code: await api.setUpCode(), unit, account: 'district', name: '工委书记' };
    const setUp = (password: string) =>
      api.ask('/api/setup', { method: 'POST', body: { ...body, password } });
    const weak = await setUp(PASSWORD);
    expect([weak.status, weak.body.field, weak.body.errors[0].reason]).toEqual([
      400,
      'password',
      'tooSimple',
    ]);
    expect((await setUp(strong)).status).toBe(201);
  });
  afterAll(() => api?.stop());

  it('RR7.3 a password of 91 days is changed before anything is done', async () => {
    const mine = await browserOf(api, 'district', strong);
    const token = (await mine.post('/api/tokens', { name: 'x', scope: 'commands' })).body.token as string;
    await api.owner.query("UPDATE account SET password_changed_at = now() - interval '91 days'");
    expect((await mine.ask('/api/me')).body).toMatchObject({ passwordExpired: true });
    const body = { account: 'new', password: strong, name: '新来的' };
    const refused = await mine.post('/api/accounts', body);
    expect([refused.status, refused.body.code]).toEqual([403, 'PASSWORD_EXPIRED']);
    expect((await api.ask('/api/accounts', { method: 'POST', body, token })).body.code).toBe(
      'PASSWORD_EXPIRED',
    );
    const changed = await mine.post('/api/password', { current: strong, next: 'Another long password 2' });
    expect(changed.status).toBe(204);
    expect((await browserWith(api, mine.cookie).ask('/api/me')).body).toMatchObject({
      passwordExpired: false,
    });
    expect((await mine.post('/api/accounts', body)).status).toBe(201);
  });

  it('RR7.3 none of the last five comes again', async () => {
    const words = [1, 2, 3, 4, 5, 6, 7].map((n) => `Yet another password ${n}`);
    const mine = await browserOf(api, 'district', 'Another long password 2');
    const change = (current: string, next: string) => mine.post('/api/password', { current, next });
    let current = 'Another long password 2';
    for (const next of words) {
      expect((await change(current, next)).status).toBe(204);
      current = next;
    }
    for (const used of words.slice(1)) {
      const refused = await change(current, used);
      expect([refused.status, refused.body.errors[0].reason]).toEqual([400, 'usedBefore']);
    }
    const { rows } = await api.owner.query(
      "SELECT cardinality(former_hashes) AS kept FROM account WHERE account = 'district'",
    );
    expect(rows).toEqual([{ kept: 5 }]);
    // The sixth before it is forgotten.
    expect((await change(current, words[0] ?? '')).status).toBe(204);
  });
});
