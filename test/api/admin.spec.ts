import { ADMIN_READER } from '@rectify/event-store';
import { surfaces } from '../../apps/api/access/surfaces';
import { startApi, type Api } from './harness/api';
import { launchOpen, PASSWORD, setUpWorld, tokenOf, type World } from './harness/organisation';

/** Who keeps the installation running knows that it runs, and nothing of what is in it. */
describe('the administrator', () => {
  let api: Api;
  let world: World;
  let token: string;
  let campaignId: string;

  const create = async (account: string, appoint?: object): Promise<string> => {
    const body = { account, password: PASSWORD, name: `某${account}`, ...(appoint ? { appoint } : {}) };
    const made = await api.ask('/api/accounts', {
      method: 'POST',
      body,
      token: world.district.secretary.token,
    });
    expect(made.status).toBe(201);
    return tokenOf(api, account);
  };

  const tell = (command: string, body: object) =>
    api.command(world.district.secretary.token, `/api/directories/main/commands/${command}`, body);

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    token = await create('keeper');
    const { personId } = (await api.ask('/api/me', { token })).body;
    await tell('name-administrator', { personId });
  });
  afterAll(() => api?.stop());

  it('reads how much there is, how old and in what state', async () => {
    const { status, body } = await api.ask('/api/admin/facts', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mode: 'test',
      streams: { campaign: 1, directory: 1, calendar: 1 },
      lastExportAt: null,
      accounts: { ready: 10, disabled: 0, withSecondFactor: 0 },
    });
    expect(body.events).toBeGreaterThan(10);
    expect(JSON.stringify(body)).not.toMatch(/[\u4e00-\u9fff]|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('RR5.6 is shown no record by any surface that there is', async () => {
    for (const path of [
      '/api/campaigns',
      '/api/obligations',
      '/api/obligations?box=waiting',
      '/api/notifications',
    ])
      expect([path, (await api.ask(path, { token })).body.items]).toEqual([path, []]);
    const ofCampaign = Object.keys(surfaces).filter((route) => route.startsWith('GET /api/campaigns/:id'));
    expect(ofCampaign.length).toBeGreaterThan(6);
    for (const route of ofCampaign) {
      const path = route.replace('GET ', '').replace(':id', campaignId);
      expect([path, (await api.ask(path, { token })).status]).toEqual([path, 404]);
    }
  });

  it('is whom the directory names and nobody else, and not longer than it does: for them there is no such thing', async () => {
    const unknown = await api.ask('/api/obligations/aaaa', { token });
    const former = await create('keeper.too');
    const { personId } = (await api.ask('/api/me', { token: former })).body;
    await tell('name-administrator', { personId });
    expect((await api.ask('/api/admin/facts', { token: former })).status).toBe(200);
    await tell('release-administrator', { personId });
    const liaison = await create('liaison', { unitId: world.branch.unitId, post: 'liaison' });
    for (const other of [former, liaison, world.district.secretary.token]) {
      const answer = await api.ask('/api/admin/facts', { token: other });
      expect([answer.status, answer.body]).toEqual([404, unknown.body]);
    }
  });

  it('asks by a role that can read no table', async () => {
    const client = await api.infrastructure.pool.connect();
    try {
      for (const table of [
        'events',
        'campaign_board',
        'problem_ledger',
        'timeline',
        'profile',
        'account',
        'heads',
      ]) {
        await client.query('BEGIN');
        await client.query(`SET LOCAL ROLE ${ADMIN_READER}`);
        await expect(client.query(`SELECT count(*) FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
        await client.query('ROLLBACK');
      }
    } finally {
      client.release();
    }
  });
});
