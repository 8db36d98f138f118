import { startApi, type Api } from './harness/api';
import { browserOf, type Browser } from './harness/browser';
import { cookieOf, launchOpen, PASSWORD, setUpWorld, tokenOf, type World } from './harness/organisation';

type Owed = { subject: { id: string }; holder: { how: string; people: { personId: string }[] } };

describe('somebody who leaves or is frozen', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const tell = (command: string, body: object, by = world.branch.secretary.token) =>
    api.command(by, `/api/directories/main/commands/${command}`, body);
  const signIn = (account: string) =>
    api.ask('/api/session', { method: 'POST', body: { account, password: PASSWORD } });
  const campaignStatus = async (page: Browser) => (await page.ask(`/api/campaigns/${campaignId}`)).status;
  const owed = async (): Promise<Owed[]> =>
    (await api.ask('/api/obligations?box=waiting&limit=200', { token: world.district.secretary.token })).body
      .items;
  /** The exact bytes of everything recorded so far. */
  const log = async (): Promise<string[]> =>
    (await api.owner.query('SELECT bytes FROM events ORDER BY position')).rows.map(({ bytes }) => bytes);

  it('is shut out by the next request: session, token, link for a password, and signing in again', async () => {
    const { publicityMember, secretary } = world.branch;
    const page = await browserOf(api, 'publicity');
    const chief = await browserOf(api, 'secretary');
    const reset = await chief.post(`/api/accounts/${publicityMember.accountId}/reset`);
    expect([reset.status, await campaignStatus(page)]).toEqual([201, 200]);
    const before = await log();

    const { personId } = publicityMember;
    expect((await tell('record-leaving', { personId }, world.branch.member.token)).body.code).toBe(
      'NOT_YOURS',
    );
    expect((await tell('record-leaving', { personId: secretary.personId })).body.code).toBe('NOT_YOURS');
    expect((await tell('record-leaving', { personId })).body).toMatchObject({ facts: 1 });

    expect(await campaignStatus(page)).toBe(401);
    expect((await api.ask('/api/me', { token: publicityMember.token })).status).toBe(401);
    expect([(await signIn('publicity')).status, (await signIn('publicity')).body.code]).toEqual([
      401,
      'WRONG_CREDENTIALS',
    ]);
    const use = { method: 'POST', body: { token: reset.body.token, next: `${PASSWORD} anew` } } as const;
    expect((await api.ask('/api/password/reset', use)).body.code).toBe('WRONG_RESET_LINK');
    const after = await log();
    expect([after.slice(0, -1), after.length]).toEqual([before, before.length + 1]);
  });

  it('leaves what they owed to whoever holds the post, or to the secretary who names somebody', async () => {
    const ofB5 = async () =>
      (await owedBy(world.branch.secretary.token)).find(({ subject }) => subject.id === 'B5');
    expect((await ofB5())?.holder.how).toBe('instead');
    const { unitId, member } = world.branch;
    const appoint = { unitId, post: 'publicityMember', personId: member.personId };
    expect((await tell('appoint-to-post', appoint)).status).toBe(200);
    const theirs = (await owedBy(member.token)).find(({ subject }) => subject.id === 'B5');
    expect(theirs?.holder).toMatchObject({ how: 'holder', people: [{ personId: member.personId }] });
  });
  const owedBy = async (token: string): Promise<Owed[]> =>
    (await api.ask('/api/obligations', { token })).body.items;

  it('comes back by a new tenure and a new session: the old ones stay dead', async () => {
    const { unitId, publicityMember } = world.branch;
    const { personId, token } = publicityMember;
    await tell('appoint-to-post', { unitId, post: 'member', personId });
    expect((await api.ask('/api/me', { token })).status).toBe(401);
    const page = await browserOf(api, 'publicity');
    expect(await campaignStatus(page)).toBe(200);
    expect((await page.ask('/api/sessions')).body.items).toHaveLength(1);
    expect((await page.ask('/api/tokens')).body.items).toEqual([]);
    expect((await api.ask('/api/me', { token: await tokenOf(api, 'publicity') })).status).toBe(200);
  });

  it('does and reads nothing while frozen, and has the posts again when it ends', async () => {
    const { personId, token } = world.branch.disciplineMember;
    const cookie = await cookieOf(api, 'discipline');
    expect((await tell('freeze-person', { personId })).body).toMatchObject({ facts: 1 });
    expect((await api.ask('/api/me', { headers: { cookie } })).status).toBe(401);
    expect((await api.ask('/api/me', { token })).status).toBe(401);
    expect((await signIn('discipline')).status).toBe(401);
    const people = (await owed()).flatMap(({ holder }) => holder.people.map((one) => one.personId));
    expect(people).not.toContain(personId);
    expect(
      (await tell('appoint-to-post', { unitId: world.branch.unitId, post: 'member', personId })).body,
    ).toMatchObject({ code: 'PERSON_FROZEN', field: 'personId' });

    expect((await tell('unfreeze-person', { personId })).body).toMatchObject({ facts: 1 });
    expect((await api.ask('/api/me', { headers: { cookie } })).status).toBe(401);
    const again = await browserOf(api, 'discipline');
    expect((await again.ask('/api/me')).body.posts).toMatchObject([{ post: 'disciplineMember' }]);
  });

  it.each(['record-leaving', 'freeze-person', 'unfreeze-person'])('%s names what is wrong', async (name) => {
    const before = await api.logSize();
    const unknown = await tell(name, { personId: 'x' });
    expect([unknown.status, unknown.body.field]).toEqual([400, 'personId']);
    const nobody = await tell(name, { personId: '01900000-0000-7000-8000-000000000000' });
    expect([nobody.status, nobody.body.field]).toEqual([404, 'personId']);
    expect(await api.logSize()).toBe(before);
  });
});
