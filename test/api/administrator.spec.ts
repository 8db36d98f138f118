import { randomUUID } from 'node:crypto';
import { startApi, type Api } from './harness/api';
import { launchOpen, PASSWORD, setUpWorld, tokenOf, type World } from './harness/organisation';

type Owed = { kind: string; subject: { title: string }; action: Offered; alternatives: Offered[] };
type Offered = { command: string; path: string; defaults: object };

describe('an administrator', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  let admin: { personId: string; token: string };
  const tell = (by: string, command: string, body: object) =>
    api.command(by, `/api/directories/main/commands/${command}`, body);
  const person = async (account: string) => {
    const body = { account, password: PASSWORD, name: `某${account}` };
    const token = world.district.secretary.token;
    const made = await api.ask('/api/accounts', { method: 'POST', body, token });
    return { personId: made.body.personId as string, token: await tokenOf(api, account) };
  };
  const todo = async (token: string): Promise<Owed[]> =>
    (await api.ask('/api/obligations', { token })).body.items.filter(
      ({ kind }: Owed) => kind === 'confirmAppointment',
    );
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    admin = await person('admin');
    const named = await tell(world.district.secretary.token, 'name-administrator', {
      personId: admin.personId,
    });
    if (named.status !== 200) throw new Error(JSON.stringify(named.body));
  });
  afterAll(() => api?.stop());

  it('reads nothing of a campaign, and can appoint, end and confirm nothing', async () => {
    expect((await api.ask(`/api/campaigns/${campaignId}`, { token: admin.token })).status).toBe(404);
    const { unitId, secretary } = world.branch;
    const before = await api.logSize();
    const tenure = { unitId, post: 'member', personId: world.other.secretary.personId };
    for (const command of ['appoint-to-post', 'end-tenure'])
      expect((await tell(admin.token, command, tenure)).body.code).toBe('NOT_YOURS');
    for (const command of ['record-leaving', 'freeze-person', 'name-administrator'])
      expect((await tell(admin.token, command, { personId: secretary.personId })).body.code).toBe(
        'NOT_YOURS',
      );
    expect(await api.logSize()).toBe(before);
  });

  it('proposes; it is a to-do of the secretary, and a tenure by the confirmation alone', async () => {
    const fresh = await person('fresh');
    const { unitId, secretary, deputySecretary } = world.branch;
    const proposal = { proposalId: randomUUID(), unitId, post: 'publicityMember', personId: fresh.personId };
    expect((await tell(admin.token, 'propose-appointment', proposal)).body).toMatchObject({ facts: 1 });
    expect((await api.ask('/api/me', { token: fresh.token })).body.posts).toEqual([]);
    expect(await todo(deputySecretary.token)).toEqual([]);
    const [owed] = await todo(secretary.token);
    expect(owed).toMatchObject({
      subject: { type: 'appointment', title: '某fresh' },
      campaign: null,
      action: { command: 'ConfirmAppointment', defaults: { proposalId: proposal.proposalId } },
      alternatives: [{ command: 'DeclineAppointment' }],
    });
    const { path, defaults } = owed?.action ?? { path: '', defaults: {} };
    expect((await api.command(admin.token, path, defaults)).body.code).toBe('NOT_YOURS');
    expect((await api.command(secretary.token, path, defaults)).body).toMatchObject({ facts: 2 });
    expect((await api.ask('/api/me', { token: fresh.token })).body.posts).toMatchObject([
      { post: 'publicityMember' },
    ]);
    expect(await todo(secretary.token)).toEqual([]);
    const { items } = (await api.ask('/api/tenures?limit=3', { token: admin.token })).body;
    const of = { post: 'publicityMember', unit: { code: 'B01' }, person: { name: '某fresh' } };
    expect(items).toMatchObject([
      { type: 'AppointedToPost', ...of, from: '2026-03-03', by: { personId: secretary.personId } },
      { type: 'AppointmentConfirmed', ...of, from: null, by: { post: 'secretary' } },
      { type: 'AppointmentProposed', ...of, by: { personId: admin.personId } },
    ]);
  });

  it.each<[string, object, number, string, string]>([
    ['without a post', { post: undefined }, 400, 'VALIDATION', 'post'],
    ['of nobody', { personId: randomUUID() }, 404, 'NOT_FOUND', 'personId'],
    ['of oneself', {}, 409, 'ADMINISTRATOR_HOLDS_NO_POST', 'personId'],
  ])('is told what is wrong with a proposal %s', async (_, wrong, status, code, field) => {
    const own = { proposalId: randomUUID(), unitId: world.branch.unitId, post: 'member' };
    const body = { ...own, personId: admin.personId, ...wrong };
    const refused = await tell(admin.token, 'propose-appointment', body);
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([status, code, field]);
  });
});
