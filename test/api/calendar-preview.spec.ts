import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Api } from './harness/api';
import { fiveStages } from '../harness/launch';
import { setUpWorld, type World } from './harness/organisation';

/** A made-up 2027: New Year's days off until 5 January, and a Saturday worked instead. */
const year2027 = {
  year: 2027,
  status: 'official',
  notice: '为检验编的通知',
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-05' },
    { name: '春节', from: '2027-02-05', to: '2027-02-12' },
  ],
  makeupWorkdays: ['2027-01-09'],
};

describe('what a year of the calendar would move', () => {
  let api: Api;
  let world: World;
  let campaignId: string;

  beforeAll(async () => {
    api = await startApi({}, '2026-12-01T02:00:00.000Z');
    world = await setUpWorld(api);
    const { branch } = world;
    const launched = await api.command(branch.secretary.token, '/api/campaigns', {
      unitId: branch.unitId,
      ...fiveStages,
    });
    campaignId = launched.body.id;
    await api.infrastructure.clock.forwardTo('2026-12-02T02:00:00.000Z');
  });
  afterAll(() => api?.stop());

  const ask = (token: string, body: unknown, id = 'cn'): Promise<Answer> =>
    api.ask(`/api/calendars/${id}/previews/import-calendar-year`, { method: 'POST', body, token });
  const shown = ({ status, body }: Answer) => [status, body.code, body.field];

  it('R6.8 is just what the process then reckons, and asking writes nothing', async () => {
    const { token } = world.branch.secretary;
    const before = await api.logSize();
    const { status, body } = await ask(token, year2027);
    expect([status, body.looked, body.more, body.campaigns.length]).toEqual([200, 1, false, 1]);
    expect(await api.logSize()).toBe(before);
    const path = '/api/calendars/cn/commands/import-calendar-year';
    expect((await api.command(token, path, year2027)).status).toBe(200);
    await api.infrastructure.application.handle(
      { aggregate: 'campaign', id: campaignId, command: { type: 'RecomputeDates', data: {} } },
      {
        actor: { kind: 'system' },
        key: { space: 'system', principal: 'campaign', id: randomUUID() },
        payloadHash: 'a'.repeat(64),
      },
    );
    const moved = (await api.infrastructure.application.history(campaignId)).at(-1);
    expect(moved?.type).toBe('DatesRecomputed');
    const { stages, obligations } = moved?.event.data as {
      stages: readonly object[];
      obligations: readonly { key: string; from: object; to: object }[];
    };
    const [preview] = body.campaigns;
    expect(preview).toMatchObject({ id: campaignId, stages });
    expect(stages.length).toBeGreaterThan(2);
    expect(
      preview.obligations.map(({ key, from, to }: Record<string, unknown>) => ({ key, from, to })),
    ).toEqual(obligations.map(({ key, from, to }) => ({ key, from, to })));
    expect((await ask(token, year2027)).body).toEqual({ campaigns: [], looked: 1, more: false });
  });

  it('shows nobody a campaign of another unit, not even that there is one', async () => {
    const otherYear = { ...year2027, makeupWorkdays: [] };
    for (const { token } of [world.other.secretary, world.district.secretary])
      expect((await ask(token, otherYear)).body).toEqual({ campaigns: [], looked: 0, more: false });
  });

  it('is refused as the import would be, with its field', async () => {
    const { token } = world.branch.secretary;
    const outside = { ...year2027, makeupWorkdays: ['2028-01-08'] };
    expect(shown(await ask(token, {}))).toEqual([400, 'VALIDATION', 'year']);
    expect(shown(await ask(token, outside)).slice(0, 2)).toEqual([400, 'CALENDAR_OUTSIDE_YEAR']);
    expect(shown(await ask(world.branch.member.token, year2027)).slice(0, 2)).toEqual([403, 'NOT_YOURS']);
    expect(shown(await ask(token, year2027, 'us')).slice(0, 2)).toEqual([404, 'NOT_FOUND']);
  });
});
