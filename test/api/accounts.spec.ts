import { randomUUID } from 'node:crypto';
import { ACCOUNT_LIMITS } from '@rectify/domain';
import { codeAt, stepAt } from '../../apps/api/accounts/totp';
import { startApi, type Api } from './harness/api';
import { browserOf } from './harness/browser';
import {
  cookieOf,
  employ,
  PASSWORD,
  setUpWorld,
  tokenOf,
  type Member,
  type World,
} from './harness/organisation';
import { secondAccountOf } from './harness/second-account';

describe('accounts of one person', () => {
  let api: Api;
  let world: World;
  let admin: Member;
  beforeAll(async () => {
    api = await startApi({ SECRETS_KEY: 'c3'.repeat(32) });
    world = await setUpWorld(api);
    const { token } = world.district.secretary;
    admin = await employ(api, token, 'admin', world.branch.unitId, null);
    const path = '/api/directories/main/commands/name-administrator';
    await api.command(token, path, { personId: admin.personId });
  });
  afterAll(() => api?.stop());

  const add = (by: Member, personId: string, account: unknown) =>
    api.ask(`/api/people/${personId}/accounts`, { method: 'POST', body: { account }, token: by.token });
  const close = (by: Member, accountId: string) =>
    api.ask(`/api/accounts/${accountId}/disable`, { method: 'POST', token: by.token });
  const signIn = (account: string, password = PASSWORD, code?: string) =>
    api.ask('/api/session', {
      method: 'POST',
      body: { account, password, ...(code === undefined ? {} : { code }) },
    });
  const me = async (asking: { token?: string; headers?: Record<string, string> }) =>
    api.ask('/api/me', asking);

  it('RR7.13 are opened by an administrator or whoever may end the tenures, and nobody knows the password', async () => {
    const { member, secretary } = world.branch;
    const added = await add(admin, member.personId, 'member.b');
    expect([added.status, added.body]).toEqual([
      201,
      { personId: member.personId, accountId: added.body.accountId, account: 'member.b' },
    ]);
    expect((await signIn('member.b')).body.code).toBe('WRONG_CREDENTIALS');
    const page = await browserOf(api, admin.account);
    expect((await page.post(`/api/accounts/${added.body.accountId}/reset`)).status).toBe(404);
    expect((await add(secretary, member.personId, 'member.c')).status).toBe(201);
    for (const by of [member, world.other.secretary, world.branch.deputySecretary])
      expect((await add(by, world.branch.organisationMember.personId, 'taken.by')).status).toBe(404);
    expect((await add(admin, admin.personId, 'admin.b')).body.code).toBe('NOT_YOURS');
    expect((await add(admin, randomUUID(), 'no.one')).status).toBe(404);
    expect((await add(admin, 'none', 'no.one')).status).toBe(404);
  });

  it.each([
    ['of capitals', 'Member B', 400, 'VALIDATION', 'account'],
    ['left out', undefined, 400, 'VALIDATION', 'account'],
    ['that is taken', 'deputy', 409, 'ACCOUNT_TAKEN', 'account'],
  ])('RR7.13 is told what is wrong with a name %s', async (_, account, status, code, field) => {
    const refused = await add(admin, world.branch.disciplineMember.personId, account);
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([status, code, field]);
  });

  it('RR7.13 are at most five of one person', async () => {
    const { personId } = world.other.secretary;
    for (let count = 1; count < ACCOUNT_LIMITS.perPerson; count += 1)
      expect((await add(admin, personId, `other.${count}`)).status).toBe(201);
    expect((await add(admin, personId, 'other.5')).body).toMatchObject({
      code: 'LIMIT_REACHED',
    });
  });

  it('RR7.13 show whoever keeps them which they are, and nobody else', async () => {
    const accountsOf = async (by: Member, personId: string) =>
      (await api.ask('/api/people?limit=200', { token: by.token })).body.items
        .find((person: Member) => person.personId === personId)
        ?.accounts.map(({ account }: Member) => account);
    const { member, secretary, deputySecretary } = world.branch;
    expect(await accountsOf(secretary, member.personId)).toEqual(['member', 'member.b', 'member.c']);
    expect(await accountsOf(admin, member.personId)).toEqual(['member', 'member.b', 'member.c']);
    expect(await accountsOf(deputySecretary, member.personId)).toEqual([]);
    expect(await accountsOf(member, member.personId)).toEqual([]);
  });

  it('RR7.13 are each a door to the same person, their posts, sessions and tokens', async () => {
    const { publicityMember, secretary } = world.branch;
    const second = await secondAccountOf(api, secretary, publicityMember);
    const cookie = await cookieOf(api, 'publicity');
    const mine = await browserOf(api, second.account);
    const [one, other] = [await me({ headers: { cookie } }), await mine.ask('/api/me')];
    expect(one.body).toMatchObject({ personId: publicityMember.personId, account: 'publicity' });
    expect(other.body).toMatchObject({ account: 'publicity.2', posts: one.body.posts });
    expect((await mine.ask('/api/sessions')).body.items.length).toBeGreaterThanOrEqual(2);
    expect((await mine.ask('/api/tokens')).body.items).toHaveLength(1);
    const next = 'another long password';
    expect((await mine.post('/api/password', { current: PASSWORD, next })).status).toBe(204);
    // The password is the account's; what it ends is the person's.
    expect((await me({ headers: { cookie } })).status).toBe(401);
    expect((await me({ token: second.token })).status).toBe(401);
    expect([(await signIn('publicity')).status, (await signIn('publicity.2', next)).status]).toEqual([
      204, 204,
    ]);
  });

  it('RR7.13 are all behind the person’s one second factor, which stays until the last is closed', async () => {
    const { organisationMember, secretary } = world.branch;
    const second = await secondAccountOf(api, secretary, organisationMember);
    const mine = await browserOf(api, 'organiser');
    const { secret } = (await mine.post('/api/totp')).body as { secret: string };
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
    const now = stepAt(Date.now());
    expect((await mine.post('/api/totp/confirm', { code: codeAt(key, now - 1) })).status).toBe(200);
    expect((await signIn(second.account)).body.code).toBe('TOTP_REQUIRED');
    const factors = async () => (await api.owner.query('SELECT person_id FROM totp')).rowCount;
    expect((await close(admin, organisationMember.accountId)).status).toBe(204);
    expect([await factors(), (await signIn('organiser')).status]).toEqual([1, 401]);
    expect((await signIn(second.account, PASSWORD, codeAt(key, now))).status).toBe(204);
    expect((await close(admin, second.accountId)).status).toBe(204);
    expect(await factors()).toBe(0);
    expect((await close(admin, second.accountId)).status).toBe(404);
  });

  it('RR7.13 end one by one: what was entered by another goes on', async () => {
    const { disciplineMember, secretary } = world.branch;
    const second = await secondAccountOf(api, secretary, disciplineMember);
    const token = await tokenOf(api, 'discipline');
    const cookie = await cookieOf(api, second.account);
    expect((await close(secretary, second.accountId)).status).toBe(204);
    expect((await me({ headers: { cookie } })).status).toBe(401);
    expect((await me({ token: second.token })).status).toBe(401);
    expect((await me({ token })).status).toBe(200);
  });

  it('RR7.13 are all shut when the person leaves', async () => {
    const { deputySecretary, secretary } = world.branch;
    const second = await secondAccountOf(api, secretary, deputySecretary);
    const cookie = await cookieOf(api, 'deputy');
    const { personId } = deputySecretary;
    const path = '/api/directories/main/commands/record-leaving';
    expect((await api.command(secretary.token, path, { personId })).status).toBe(200);
    expect((await me({ headers: { cookie } })).status).toBe(401);
    expect((await me({ token: second.token })).status).toBe(401);
    expect((await signIn(second.account)).body.code).toBe('WRONG_CREDENTIALS');
  });
});
