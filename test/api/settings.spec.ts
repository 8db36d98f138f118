import { startApi, type Api } from './harness/api';
import { PASSWORD, setUpWorld, tokenOf, type World } from './harness/organisation';

/** What the settings' pages read besides people: units, the official days, and what an administrator is. */
describe('what the settings are made of', () => {
  let api: Api;
  let world: World;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const units = async (token: string): Promise<readonly string[]> =>
    (await api.ask('/api/units', { token })).body.items.map(
      ({ unitId, parentId, filled }: { unitId: string; parentId: string | null; filled: boolean }) =>
        [unitId, parentId, filled].join(' '),
    );

  it('tells everybody their own units and those below, and whose posts they fill', async () => {
    const { district, branch, other } = world;
    const below = (unitId: string, filled: boolean) => [unitId, district.unitId, filled].join(' ');
    expect(await units(district.secretary.token)).toEqual(
      expect.arrayContaining([
        [district.unitId, null, true].join(' '),
        below(branch.unitId, true),
        below(other.unitId, true),
      ]),
    );
    expect(await units(branch.secretary.token)).toEqual([[branch.unitId, null, true].join(' ')]);
    expect(await units(branch.deputySecretary.token)).toEqual([[branch.unitId, null, false].join(' ')]);
  });

  it('tells an administrator, who holds no post, the tree in which they propose', async () => {
    const { secretary } = world.district;
    const body = { account: 'keeper', password: PASSWORD, name: '某管理员' };
    const { personId } = (await api.ask('/api/accounts', { method: 'POST', body, token: secretary.token }))
      .body;
    const token = await tokenOf(api, 'keeper');
    const administrator = async () => (await api.ask('/api/me', { token })).body.administrator;
    expect([await administrator(), await units(token)]).toEqual([false, []]);
    await api.command(secretary.token, '/api/directories/main/commands/name-administrator', { personId });
    expect(await administrator()).toBe(true);
    expect((await units(token)).every((unit) => unit.endsWith('false'))).toBe(true);
    expect((await units(token)).length).toBeGreaterThan(2);
  });

  it('tells the official years, the hours, and own days to the unit and those below, and to nobody beside', async () => {
    const { district, branch, other } = world;
    const day = { date: '2026-07-01', works: false, name: '建党纪念日' };
    const path = '/api/calendars/cn/commands/override-calendar-days';
    const set = (token: string, unitId: string) =>
      api.command(token, path, { unitId, days: [day], reason: '统一安排' });
    expect((await set(branch.secretary.token, branch.unitId)).status).toBe(200);
    const daysOf = async (token: string): Promise<readonly string[]> =>
      (await api.ask('/api/calendars/cn', { token })).body.ownDays.map(
        ({ unitId, date }: { unitId: string; date: string }) => `${unitId} ${date}`,
      );
    expect(await daysOf(branch.deputySecretary.token)).toEqual([`${branch.unitId} 2026-07-01`]);
    expect(await daysOf(district.secretary.token)).toEqual([`${branch.unitId} 2026-07-01`]);
    expect(await daysOf(other.secretary.token)).toEqual([]);
    const { body } = await api.ask('/api/calendars/cn', { token: other.secretary.token });
    expect(body.years.map(({ year }: { year: number }) => year)).toEqual([2025, 2026]);
    expect(body.sendWindow).toEqual({ from: '08:30', to: '18:00', set: false });
    expect((await api.ask('/api/calendars/us', { token: other.secretary.token })).status).toBe(404);
  });
});
