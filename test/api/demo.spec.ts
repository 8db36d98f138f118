import { AccountsService } from '../../apps/api/accounts/accounts.service';
import { AccountsStore } from '../../apps/api/accounts/accounts.store';
import { found } from '../../apps/api/demo/found';
import { COMMON_PASSWORD } from '../../apps/api/demo/organisation';
import { firstMoment, play } from '../../apps/api/demo/play';
import { asSystem } from '../../apps/api/set-up/as-system';
import { startApi, type Api } from './harness/api';
import { tokenOf } from './harness/organisation';

describe('the demonstration', () => {
  let api: Api;
  const make = async (): Promise<void> => {
    const { application, clock, pool, environment } = api.infrastructure;
    const store = new AccountsStore(pool);
    const accounts = new AccountsService(store, application, pool, environment);
    await found({ application, send: asSystem(application, 'demo'), accounts, store });
    await play({ application, clock, patienceMs: 0 });
  };

  beforeAll(async () => {
    api = await startApi(
      { RECTIFY_MODE: 'demo', ...{ RATE_COMMANDS_PER_SECOND: '0', RATE_REQUESTS_PER_SECOND: '0' } },
      firstMoment,
    );
    await make();
  }, 120_000);
  afterAll(() => api?.stop());

  it('has twelve people with posts, in a committee above three branches', async () => {
    const { items } = (await api.ask('/api/demo/accounts')).body;
    expect(items).toHaveLength(12);
    expect(new Set(items.map(({ unit }: { unit: string }) => unit)).size).toBe(4);
    expect(items[0]).toEqual({
      account: 'shuji',
      name: '王立诚',
      unit: '区直机关第一党支部',
      post: '书记',
      password: COMMON_PASSWORD,
    });
  });

  it('has one campaign under way, and something overdue on the first screen', async () => {
    const token = await tokenOf(api, 'shuji', COMMON_PASSWORD);
    const { items } = (await api.ask('/api/campaigns', { token })).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      stage: 'deadlines',
      status: 'open',
      counts: { problems: 7, closed: 2 },
    });
    expect(items[0].overdue).toBeGreaterThan(0);
    const { body: campaign } = await api.ask(`/api/campaigns/${items[0].id}`, { token });
    expect(items[0].overdue).toBe(campaign.overdue);
    const mine = (await api.ask('/api/obligations?holder=me', { token })).body.items;
    expect(
      mine.map(({ kind, overdue }: { kind: string; overdue: boolean }) => [kind, overdue]),
    ).toContainEqual(['signOffProblem', true]);
    const owner = await tokenOf(api, 'zuzhi', COMMON_PASSWORD);
    const owed = (await api.ask('/api/obligations?holder=me', { token: owner })).body.items;
    expect(owed.filter(({ overdue }: { overdue: boolean }) => overdue).length).toBeGreaterThan(0);
  });

  it('is made by commands alone, and made again it changes nothing', async () => {
    const before = await api.logSize();
    await make();
    expect(await api.logSize()).toBe(before);
  });
});
