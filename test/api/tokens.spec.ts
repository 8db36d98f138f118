import { startApi, type Api } from './harness/api';
import { browserOf, type Browser } from './harness/browser';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

describe('personal tokens', () => {
  let api: Api;
  let world: World;
  let secretary: Browser;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    secretary = await browserOf(api, 'secretary');
  });
  afterAll(() => api?.stop());

  const make = async (body: object) => (await secretary.post('/api/tokens', body)).body;
  const me = (token: string) => api.ask('/api/me', { token });

  it('RR7.10 are named, shown once, kept as a hash, expire and can be ended', async () => {
    const made = await make({ name: '台账导出', days: 7 });
    expect(made.token).toMatch(/^rct_[\w-]{43}$/);
    expect((await me(made.token)).body.account).toBe('secretary');
    const list = await secretary.ask('/api/tokens');
    const { id, expiresAt } = made;
    expect(list.body.items).toContainEqual({ id, name: '台账导出', scope: 'read', expiresAt });
    expect(JSON.stringify(list.body)).not.toContain(made.token);
    const { rows } = await api.owner.query('SELECT * FROM access_token');
    expect(JSON.stringify(rows)).not.toContain(made.token);
    const remove = { method: 'DELETE' } as const;
    expect((await (await browserOf(api, 'member')).ask(`/api/tokens/${id}`, remove)).status).toBe(404);
    expect((await secretary.ask(`/api/tokens/${id}`, remove)).status).toBe(204);
    expect((await me(made.token)).status).toBe(401);
    const over = await make({ name: '到期的' });
    await api.owner.query("UPDATE access_token SET expires_at = now() - interval '1 second' WHERE id = $1", [
      over.id,
    ]);
    expect((await me(over.token)).status).toBe(401);
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: '长'.repeat(51) }],
    ['days', { name: 'x', days: 366 }],
    ['days', { name: 'x', days: 0 }],
    ['scope', { name: 'x', scope: 'admin' }],
    ['personId', { name: 'x', personId: '0' }],
  ])('are refused by the name of %s', async (field, body) => {
    const refused = await secretary.post('/api/tokens', body);
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([400, 'VALIDATION', field]);
  });

  it('RR7.10 read, unless they were made to act; neither changes how its person signs in', async () => {
    const campaignId = await launchOpen(api, world);
    const reading = (await make({ name: '看' })).token as string;
    const acting = (await make({ name: '办', scope: 'commands' })).token as string;
    const withdraw = (token: string) =>
      api.command(token, `/api/campaigns/${campaignId}/commands/withdraw-launch`, { reason: '试' });
    expect((await api.ask(`/api/campaigns/${campaignId}`, { token: reading })).status).toBe(200);
    const before = await api.logSize();
    const refused = await withdraw(reading);
    expect([refused.status, refused.body.code]).toEqual([403, 'TOKEN_READS_ONLY']);
    expect(await api.logSize()).toBe(before);
    expect((await withdraw(acting)).body.code).toBe('ALREADY_STARTED');
    for (const token of [reading, acting]) {
      for (const [method, path, body] of [
        ['POST', '/api/tokens', { name: 'more', scope: 'commands', days: 365 }],
        ['POST', '/api/password', { current: 'x', next: 'another long password' }],
        ['POST', `/api/accounts/${world.branch.member.accountId}/reset`, undefined],
        ['DELETE', `/api/sessions/${campaignId}`, undefined],
      ] as const) {
        const answer = await api.ask(path, { method, body, token });
        expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'SESSION_REQUIRED']);
      }
    }
  });

  it('RR7.10 grant no more than the person may, now', async () => {
    const acting = (await make({ name: '办', scope: 'commands' })).token as string;
    const end = { unitId: world.branch.unitId, post: 'secretary', personId: world.branch.secretary.personId };
    const ended = await api.command(
      world.district.secretary.token,
      '/api/directories/main/commands/end-tenure',
      end,
    );
    expect(ended.status).toBe(200);
    const body = { account: 'late', password: 'a long enough password', name: '后来的' };
    const refused = await api.ask('/api/accounts', { method: 'POST', body, token: acting });
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_YOURS']);
  });
});
