import { randomUUID } from 'node:crypto';
import { drive } from '../harness/drive';
import { startApi, type Api } from './harness/api';
import { everybody } from './harness/client';
import { employ, launchOpen, setUpWorld, type Member, type World } from './harness/organisation';

type Entry = { type: string; by: object | null; masked: string[] };

describe('an inspector', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  let inspector: Member;
  const tell = (by: Member, command: string, body: object) =>
    api.command(by.token, `/api/directories/main/commands/${command}`, body);
  const terms = (more: object = {}) => ({
    ...{ grantId: randomUUID(), to: inspector.personId, unitId: world.branch.unitId, reach: 'F1' },
    ...{ endOn: '2026-03-20', reason: '巡察组查阅' },
    ...more,
  });
  const read = (path = '') => api.ask(`/api/campaigns/${campaignId}${path}`, { token: inspector.token });
  const entries = async (type: string): Promise<Entry[]> =>
    (await read('/timeline?limit=200')).body.items.filter((each: Entry) => each.type === type);
  const readings = async (): Promise<number> =>
    Number(
      (
        await api.owner.query(
          "SELECT count(*) FROM access_log WHERE bytes::jsonb -> 'read' ->> 'reader' = $1",
          [inspector.personId],
        )
      ).rows[0].count,
    );

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    await drive(everybody(api, world), { findings: { 'B3-1': ['没有独立评议环节'] } });
    inspector = await employ(api, world.district.secretary.token, 'inspector', world.district.unitId, null);
  });
  afterAll(() => api?.stop());

  it('reads nothing without a grant', async () => {
    expect([(await read()).status, (await read('/problems')).status]).toEqual([404, 404]);
    const { body } = await api.ask('/api/campaigns', { token: inspector.token });
    expect([body.items, body.below]).toEqual([[], []]);
  });

  it('reads the records of the unit by it, causes and measures with them, and may do nothing', async () => {
    const given = terms();
    expect((await tell(world.branch.secretary, 'grant-reading', given)).body).toMatchObject({ facts: 1 });
    const { body } = await read();
    expect(body).toMatchObject({ access: 'records', obligations: [], actions: [] });
    const list = (await api.ask('/api/campaigns', { token: inspector.token })).body.items;
    expect(list.map(({ id }: { id: string }) => id)).toEqual([campaignId]);
    const [problem] = (await read('/problems')).body.items;
    expect(problem).toMatchObject({ title: '没有独立评议环节', masked: false });
    for (const { by, masked } of await entries('CheckItemAnswered'))
      expect([by, masked]).toEqual([null, expect.arrayContaining(['by'])]);
    expect(await readings()).toBe(0);
    const me = await api.ask('/api/me', { token: inspector.token });
    expect(me.body).toMatchObject({ posts: [], scope: { records: [world.branch.unitId], counts: [] } });
    const answer = { answers: [{ item: 'B1-1', answer: 'noProblem' }] };
    const path = `/api/campaigns/${campaignId}/commands/answer-check-items`;
    expect((await api.command(inspector.token, path, answer)).body.code).toBe('NOT_YOURS');
    const { grantId, unitId } = given;
    for (const by of [inspector, world.branch.secretary, world.district.secretary])
      expect((await api.ask('/api/grants', { token: by.token })).body.items).toMatchObject([
        {
          ...{ id: grantId, reach: 'F1', endOn: '2026-03-20', to: { personId: inspector.personId } },
          ...{ unit: { unitId, code: 'B01' }, may: ['RevokeReading'] },
        },
      ]);
    for (const by of [world.branch.member, world.other.secretary])
      expect((await api.ask('/api/grants', { token: by.token })).body.items).toEqual([]);
    expect((await tell(inspector, 'revoke-reading', { grantId, unitId })).body).toMatchObject({ facts: 1 });
    expect((await read()).status).toBe(404);
  });

  it('reads who answered and voted where the grant says so; every such reading is recorded, and it ends with its day', async () => {
    await tell(world.district.secretary, 'grant-reading', terms({ reach: 'F2' }));
    const answered = await entries('CheckItemAnswered');
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.filter(({ by }) => by !== null).length).toBeGreaterThan(0);
    for (const { by, masked } of await entries('ProblemReported'))
      expect([by, masked]).toEqual([null, expect.arrayContaining(['by'])]);
    expect(await readings()).toBeGreaterThan(0);
    await api.infrastructure.clock.forwardTo('2026-03-20T15:00:00.000Z');
    expect((await read()).status).toBe(200);
    await api.infrastructure.clock.forwardTo('2026-03-20T16:00:00.000Z');
    expect((await read()).status).toBe(404);
  });

  it.each<[string, object, number, string, string]>([
    ['a day too many', { endOn: '2026-05-01' }, 400, 'OUT_OF_BOUNDS', 'endOn'],
    ['yesterday', { endOn: '2026-03-01' }, 400, 'OUT_OF_BOUNDS', 'endOn'],
    ['no day', { endOn: '2026-02-30' }, 400, 'VALIDATION', 'endOn'],
    ['more than there is to read', { reach: 'F3' }, 400, 'VALIDATION', 'reach'],
    ['no reason', { reason: '' }, 400, 'VALIDATION', 'reason'],
    ['nobody', { to: randomUUID() }, 404, 'NOT_FOUND', 'to'],
    ['a field too many', { from: '2026-03-01' }, 400, 'VALIDATION', 'from'],
  ])('is not let in for %s, and nothing changes', async (_, wrong, status, code, field) => {
    const before = await api.logSize();
    const refused = await tell(world.branch.secretary, 'grant-reading', terms(wrong));
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([status, code, field]);
    for (const by of [world.branch.deputySecretary, world.other.secretary, inspector])
      expect((await tell(by, 'grant-reading', terms())).body.code).toBe('NOT_YOURS');
    expect(await api.logSize()).toBe(before);
  });

  it('is never an administrator', async () => {
    const { secretary, unitId } = world.district;
    const admin = await employ(api, secretary.token, 'admin', unitId, null);
    await tell(secretary, 'name-administrator', { personId: admin.personId });
    const refused = await tell(
      world.branch.secretary,
      'grant-reading',
      terms({ to: admin.personId, endOn: '2026-03-25' }),
    );
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      409,
      'ADMINISTRATOR_READS_NOTHING',
      'to',
    ]);
  });
});
