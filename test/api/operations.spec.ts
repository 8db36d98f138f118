import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

describe('a running API', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  it('RR5.4 says that it is alive and ready, and that its role cannot write past the log', async () => {
    expect((await api.ask('/api/health')).body).toEqual({ status: 'ok' });
    const ready = await api.ask('/api/ready');
    expect([ready.status, ready.body]).toEqual([
      200,
      { status: 'ready', database: true, migrated: true, grantsMissing: false },
    ]);
  });

  it('counts commands by outcome, with no id in any label', async () => {
    const path = `/api/campaigns/${campaignId}/commands/answer-check-items`;
    await api.command(world.branch.member.token, path, { answers: [{ item: 'B1-1', answer: 'noProblem' }] });
    const { status, body } = await api.ask('/metrics');
    expect(status).toBe(200);
    expect(body).toContain('rectify_commands_total{command="AnswerCheckItems",outcome="NOT_YOURS"} 1');
    expect(body).toContain('route="/api/campaigns/:id/commands/answer-check-items"');
    expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('RR3.12 notes who was refused for want of authority, beside the log', async () => {
    const path = `/api/campaigns/${campaignId}/commands/withdraw-launch`;
    const before = await api.logSize();
    await api.command(world.branch.member.token, path, { reason: '试试' });
    expect(await api.logSize()).toBe(before);
    const { rows } = await api.owner.query(
      'SELECT person_id, stream, command, code FROM refused_authority ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([
      {
        person_id: world.branch.member.personId,
        stream: `campaign/${campaignId}`,
        command: 'WithdrawLaunch',
        code: 'NOT_YOURS',
      },
    ]);
  });

  it('is kept in no cache and framed by nobody', async () => {
    const { headers } = await api.ask('/api/me', { token: world.branch.member.token });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('an API on https', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ PUBLIC_URL: 'https://rectify.example.org' });
  });
  afterAll(() => api?.stop());

  it('is asked by https alone from then on, for a year, with what is under its name', async () => {
    for (const path of ['/api/health', '/api/me', '/api/none']) {
      const policy = String((await api.ask(path)).headers['strict-transport-security']);
      expect(Number(/max-age=(\d+)/.exec(policy)?.[1])).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
      expect(policy).toContain('includeSubDomains');
    }
  });
});

describe('an API without its database', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ DATABASE_URL: 'postgresql://app:a-long-secret@127.0.0.1:1/none' });
  });
  afterAll(() => api?.stop());

  it('is alive, not ready, and asks to come back', async () => {
    expect((await api.ask('/api/health')).status).toBe(200);
    const ready = await api.ask('/api/ready');
    expect([ready.status, ready.body.status, ready.body.database]).toEqual([503, 'notReady', false]);
    const me = await api.ask('/api/me', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } });
    expect([me.status, me.body.code, me.headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '2']);
    const login = await api.ask('/api/session', { method: 'POST', body: { account: 'a', password: 'b' } });
    expect([login.status, login.body.code]).toEqual([503, 'UNAVAILABLE']);
  });
});
