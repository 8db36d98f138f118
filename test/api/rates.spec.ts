import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

describe('rates', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  beforeAll(async () => {
    api = await startApi({ RATE_COMMANDS_PER_SECOND: '0.01', RATE_COMMANDS_BURST: '30' });
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  it('RR3.13 are per principal, say when to come back, and leave the log alone', async () => {
    const { publicityMember, organisationMember } = world.branch;
    const path = `/api/campaigns/${campaignId}/commands/answer-check-items`;
    const answer = (token: string, item: string) =>
      api.command(token, path, { answers: [{ item, answer: 'toCheck' }] });
    let last = await answer(publicityMember.token, 'B5-1');
    for (let count = 0; count < 40 && last.status === 200; count += 1)
      last = await answer(publicityMember.token, 'B5-1');
    expect([last.status, last.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(1);
    const before = await api.logSize();
    expect((await answer(publicityMember.token, 'B5-2')).status).toBe(429);
    expect(await api.logSize()).toBe(before);
    expect((await answer(organisationMember.token, 'B1-1')).status).toBe(200);
    expect((await api.ask('/api/me', { token: publicityMember.token })).status).toBe(200);
  });
});
