import { randomUUID } from 'node:crypto';
import { startApi, type Api } from './harness/api';
import { cookieOf, PASSWORD, setUpWorld, tokenOf, type World } from './harness/organisation';

const OWN_PAGE = { 'x-rectify': '1', 'sec-fetch-site': 'same-origin' };

describe('signing in', () => {
  let api: Api;
  let world: World;

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const signIn = (account: string, password: string) =>
    api.ask('/api/session', { method: 'POST', body: { account, password } });
  const me = (headers: Record<string, string>) => api.ask('/api/me', { headers });

  it('RR3.14 RR3.6 sets a cookie that scripts cannot read, and keeps the hash of its id alone', async () => {
    const answer = await signIn('member', PASSWORD);
    const [cookie = '', device] = answer.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^rectify=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(device).toMatch(/^rectify-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
    const mine = await me({ cookie: cookie.split(';')[0] as string });
    expect(mine.body).toMatchObject({ account: 'member', posts: [{ post: 'member', unitName: '第一支部' }] });
    const id = cookie.slice('rectify='.length, cookie.indexOf(';'));
    const { rows } = await api.owner.query('SELECT * FROM web_session');
    expect(JSON.stringify(rows)).not.toContain(id);
  });

  it('RR7.1 says the same of an unknown account as of a wrong password, and slows both down', async () => {
    const unknown = await signIn('nobody-here', 'a wrong password');
    const wrong = await signIn('publicity', 'a wrong password');
    expect([unknown.status, unknown.body.code]).toEqual([401, 'WRONG_CREDENTIALS']);
    expect(wrong.body).toEqual(unknown.body);
    const last = async (account: string) => {
      let answer = await signIn(account, 'a wrong password');
      for (let tried = 0; tried < 6 && answer.status === 401; tried += 1) {
        answer = await signIn(account, 'a wrong password');
      }
      return answer;
    };
    for (const account of ['nobody-here', 'publicity']) {
      const answer = await last(account);
      expect([answer.status, answer.body.code]).toEqual([429, 'SIGN_IN_DELAYED']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('RR3.6 ends with signing out, at once', async () => {
    const cookie = await cookieOf(api, 'member');
    expect((await me({ cookie })).status).toBe(200);
    const out = await api.ask('/api/session', { method: 'DELETE', headers: { cookie, ...OWN_PAGE } });
    expect(out.status).toBe(204);
    expect(String(out.headers['set-cookie'])).toContain('rectify=;');
    expect((await me({ cookie })).status).toBe(401);
  });

  it('RR7.12 ends when nobody has used it for half an hour, after twelve hours, and for the oldest of four', async () => {
    const cookie = await cookieOf(api, 'discipline');
    const age = (column: string, by: string) =>
      api.owner.query(`UPDATE web_session SET ${column} = now() - interval '${by}' WHERE person_id = $1`, [
        world.branch.disciplineMember.personId,
      ]);
    await age('last_seen_at', '31 minutes');
    expect((await me({ cookie })).status).toBe(401);
    await age('last_seen_at', '29 minutes');
    expect((await me({ cookie })).status).toBe(200);
    await age('created_at', '12 hours 1 minute');
    expect((await me({ cookie })).status).toBe(401);
    const four = [];
    for (let count = 0; count < 4; count += 1) four.push(await cookieOf(api, 'discipline'));
    const statuses = await Promise.all(four.map(async (each) => (await me({ cookie: each })).status));
    expect(statuses).toEqual([401, 200, 200, 200]);
  });

  it('changes a password, which ends the other sessions and every token', async () => {
    const [cookie, other] = [await cookieOf(api, 'deputy'), await cookieOf(api, 'deputy')];
    const token = await tokenOf(api, 'deputy');
    const change = (current: string, next: string) =>
      api.ask('/api/password', { method: 'POST', body: { current, next }, headers: { cookie, ...OWN_PAGE } });
    const wrong = await change('a wrong password', 'another long password');
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([401, 'WRONG_CREDENTIALS', 'current']);
    const short = await change(PASSWORD, 'short');
    expect([short.status, short.body.field]).toEqual([400, 'next']);
    expect((await change(PASSWORD, 'another long password')).status).toBe(204);
    expect((await me({ cookie })).status).toBe(200);
    expect((await me({ cookie: other })).status).toBe(401);
    expect((await me({ authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await signIn('deputy', PASSWORD)).status).toBe(401);
    expect((await signIn('deputy', 'another long password')).status).toBe(204);
  });

  it('is disabled by whoever may end the tenure: sessions and tokens end at once', async () => {
    const { secretary, organisationMember } = world.branch;
    const cookie = await cookieOf(api, 'organiser');
    const disable = (accountId: string, token: string) =>
      api.ask(`/api/accounts/${accountId}/disable`, { method: 'POST', token });
    expect((await disable(organisationMember.accountId, world.branch.member.token)).status).toBe(404);
    expect((await disable(organisationMember.accountId, world.other.secretary.token)).status).toBe(404);
    expect((await disable(randomUUID(), secretary.token)).status).toBe(404);
    expect((await disable(secretary.accountId, secretary.token)).body.code).toBe('NOT_YOURS');
    expect((await disable(organisationMember.accountId, secretary.token)).status).toBe(204);
    expect((await me({ cookie })).status).toBe(401);
    expect((await me({ authorization: `Bearer ${organisationMember.token}` })).status).toBe(401);
    expect((await signIn('organiser', PASSWORD)).body.code).toBe('WRONG_CREDENTIALS');
  });

  it('creates accounts by secretaries only, each name once', async () => {
    const create = (account: string, token: string, more: object = {}) =>
      api.ask('/api/accounts', {
        method: 'POST',
        body: { account, password: PASSWORD, name: '新来的', ...more },
        token,
      });
    expect((await create('new1', world.branch.member.token)).body.code).toBe('NOT_YOURS');
    const appoint = { unitId: world.other.unitId, post: 'member' };
    expect((await create('new1', world.branch.secretary.token, { appoint })).body.code).toBe('NOT_YOURS');
    expect((await create('new1', world.other.secretary.token, { appoint })).status).toBe(201);
    const taken = await create('new1', world.other.secretary.token);
    expect([taken.status, taken.body.code, taken.body.field]).toEqual([409, 'ACCOUNT_TAKEN', 'account']);
    expect((await create('New 1', world.other.secretary.token)).body.field).toBe('account');
    expect(
      (await create('new2', world.other.secretary.token, { appoint: { ...appoint, post: 'secretary' } })).body
        .code,
    ).toBe('POST_TAKEN');
  });
});
