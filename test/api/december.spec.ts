import { startApi, type Api } from './harness/api';
import { employ, setUpWorld, type World } from './harness/organisation';

type Owed = {
  id: string;
  kind: string;
  dueOn: string;
  since: string;
  campaign: null;
  action: Offered | null;
};
type Offered = { path: string; defaults: object; schema: { anyOf: { properties: { year: object } }[] } };

const file = (year: number) => ({
  year,
  papers: ['通知'],
  days: [{ name: '元旦', date: `${year}-01-01`, isOffDay: true }],
});

describe('RR4.13 in December', () => {
  let api: Api;
  let world: World;
  const todo = async (token: string, box = 'mine'): Promise<Owed[]> =>
    (await api.ask(`/api/obligations?box=${box}`, { token })).body.items;
  const at = (token: string, id: string) => api.ask(`/api/obligations/${id}`, { token });

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  it('the next year’s file is a to-do of the top unit’s secretary, from the first on and of nobody else', async () => {
    const { token } = world.district.secretary;
    await api.infrastructure.clock.forwardTo('2026-11-30T15:00:00.000Z');
    expect(await todo(token)).toEqual([]);
    await api.infrastructure.clock.forwardTo('2026-11-30T16:00:00.000Z');
    const [owed, ...others] = await todo(token);
    expect(others).toEqual([]);
    expect(owed).toMatchObject({
      kind: 'importCalendarYear',
      campaign: null,
      subject: { type: 'year', id: '2027' },
      since: '2026-12-01',
      dueOn: '2026-12-31',
      overdue: false,
      holder: { how: 'holder', people: [{ personId: world.district.secretary.personId }] },
      action: { path: '/api/calendars/cn/commands/import-calendar-year', defaults: { year: 2027 } },
    });
    expect(owed?.action?.schema.anyOf.map(({ properties: { year } }) => year)).toEqual([
      expect.objectContaining({ default: 2027 }),
      expect.objectContaining({ default: 2027 }),
    ]);
    expect(await todo(token, 'waiting')).toEqual([]);
    expect(await todo(world.branch.secretary.token)).toEqual([]);
    expect((await at(token, owed?.id ?? '')).body).toEqual(owed);
    expect((await at(world.branch.secretary.token, owed?.id ?? '')).status).toBe(404);
  });

  it('is an administrator’s as soon as there is one, and the secretary’s again where there is none', async () => {
    const { secretary, unitId } = world.district;
    const admin = await employ(api, secretary.token, 'admin', unitId, null);
    const name = (command: string) =>
      api.command(secretary.token, `/api/directories/main/commands/${command}`, { personId: admin.personId });
    expect(await todo(admin.token)).toEqual([]);
    await name('name-administrator');
    const [owed] = await todo(admin.token);
    expect(owed).toMatchObject({
      kind: 'importCalendarYear',
      holder: { how: 'holder', people: [{ personId: admin.personId, post: 'administrator', unitId }] },
      action: { command: 'ImportCalendarYear' },
    });
    expect(await todo(secretary.token)).toEqual([]);
    expect(await todo(secretary.token, 'waiting')).toMatchObject([
      { kind: 'importCalendarYear', action: null },
    ]);
    const path = owed?.action?.path ?? '';
    expect((await api.command(admin.token, path, file(2025))).body).toMatchObject({ facts: 1 });
    await name('release-administrator');
    expect((await api.command(admin.token, path, file(2025))).body.code).toBe('NOT_YOURS');
    expect([(await todo(admin.token)).length, (await todo(secretary.token)).length]).toEqual([0, 1]);
  });

  it('the import discharges it, and the year behind waits for its own December', async () => {
    const { token } = world.district.secretary;
    const [owed] = await todo(token);
    const done = await api.command(token, owed?.action?.path ?? '', file(2027));
    expect([done.status, done.body.facts]).toEqual([200, 1]);
    expect(await todo(token)).toEqual([]);
    expect((await at(token, owed?.id ?? '')).status).toBe(404);
    await api.infrastructure.clock.forwardTo('2027-12-01T01:00:00.000Z');
    const [next] = await todo(token);
    expect(next).toMatchObject({ kind: 'importCalendarYear', dueOn: '2027-12-31' });
    await api.infrastructure.clock.forwardTo('2028-01-01T01:00:00.000Z');
    expect((await todo(token))[0]).toMatchObject({ id: next?.id, overdue: true });
  });
});
