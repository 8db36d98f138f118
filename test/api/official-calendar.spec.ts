import { startApi, type Api } from './harness/api';
import { setUpWorld, type World } from './harness/organisation';

/** By which days dates are reckoned, as the settings' pages read it. */
describe('the official calendar', () => {
  let api: Api;
  let world: World;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

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
