import { randomUUID } from 'node:crypto';
import { startApi, type Api } from './harness/api';
import { employ, setUpWorld, type Member, type World } from './harness/organisation';

type Person = {
  personId: string;
  standing: string;
  heldBefore: { post: string }[];
  away: object[];
  may: string[];
};

describe('the people of an organisation', () => {
  let api: Api;
  let world: World;
  let admin: Member;
  let fresh: Member;
  const tell = (by: Member, command: string, body: object) =>
    api.command(by.token, `/api/directories/main/commands/${command}`, body);
  const items = async <Item>(by: Member, path: string): Promise<Item[]> =>
    (await api.ask(path, { token: by.token })).body.items;
  const people = (by: Member, box = 'holders') => items<Person>(by, `/api/people?box=${box}`);
  const one = async (by: Member, whom: Member, box?: string) =>
    (await people(by, box)).find(({ personId }) => personId === whom.personId);

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    const { secretary, unitId } = world.district;
    admin = await employ(api, secretary.token, 'admin', unitId, null);
    fresh = await employ(api, secretary.token, 'fresh', unitId, null);
    await tell(secretary, 'name-administrator', { personId: admin.personId });
  });
  afterAll(() => api?.stop());

  it('who holds no post is shown to those who could appoint them, with what they may do', async () => {
    const { district, branch, other } = world;
    expect(await one(district.secretary, fresh, 'others')).toMatchObject({
      ...{ standing: 'noPost', heldBefore: [] },
      may: ['RecordLeaving', 'FreezePerson', 'NameAdministrator'],
    });
    expect(await one(district.secretary, admin, 'others')).toMatchObject({ standing: 'administrator' });
    expect(await one(admin, fresh, 'others')).toMatchObject({ standing: 'noPost', may: [] });
    for (const by of [branch.secretary, branch.member, other.secretary])
      expect(await people(by, 'others')).toEqual([]);
  });

  it('who was frozen or left is shown to those who fill the posts that they held, and to nobody else', async () => {
    const { district, branch, other } = world;
    const { publicityMember: frozen, deputySecretary: left } = branch;
    await tell(branch.secretary, 'freeze-person', { personId: frozen.personId });
    await tell(branch.secretary, 'record-leaving', { personId: left.personId });
    expect(await one(branch.secretary, frozen)).toBeUndefined();
    for (const by of [branch.secretary, district.secretary]) {
      expect(await one(by, frozen, 'others')).toMatchObject({
        ...{
          standing: 'frozen',
          heldBefore: [{ post: 'publicityMember', unitCode: 'B01', from: '2026-03-02', to: '2026-03-02' }],
        },
        may: ['RecordLeaving', 'UnfreezePerson'],
      });
      expect(await one(by, left, 'others')).toMatchObject({
        ...{ standing: 'left', heldBefore: [{ post: 'deputySecretary' }], may: [] },
      });
    }
    expect(await one(admin, frozen, 'others')).toMatchObject({ standing: 'frozen', may: [] });
    for (const by of [branch.member, branch.organisationMember, other.secretary, district.supervisor])
      expect(await people(by, 'others')).toEqual([]);
    await tell(branch.secretary, 'unfreeze-person', { personId: frozen.personId });
    expect(await one(branch.secretary, frozen)).toMatchObject({
      standing: 'holdsPost',
      posts: [{ post: 'publicityMember', from: '2026-03-02', to: null }],
      heldBefore: [{ post: 'publicityMember', to: '2026-03-02' }],
    });
    // Of colleagues one knows what they hold and since when; what they held is of those who fill the posts.
    expect(await one(branch.member, frozen)).toMatchObject({
      posts: [{ from: '2026-03-02', to: null }],
      heldBefore: [],
    });
  });

  it('the record of the posts says who held which from when until when, by whom, for those who fill them alone', async () => {
    const { district, branch, other } = world;
    const { publicityMember, deputySecretary } = branch;
    const lines = (by: Member) =>
      items<{ type: string; post: string; person: { personId: string } }>(by, '/api/tenures');
    const seen = await lines(branch.secretary);
    const by = { personId: branch.secretary.personId, unitId: branch.unitId, post: 'secretary' };
    const day = '2026-03-02';
    expect(seen.slice(0, 3)).toMatchObject([
      { type: 'PersonUnfrozen', post: 'publicityMember', from: day, to: null, by },
      {
        type: 'PersonLeft',
        post: 'deputySecretary',
        from: day,
        to: day,
        person: { personId: deputySecretary.personId },
      },
      {
        type: 'PersonFrozen',
        post: 'publicityMember',
        person: { personId: publicityMember.personId },
        reason: null,
      },
    ]);
    // Every post of the unit came by an appointment from above.
    expect(seen.filter(({ type }) => type === 'AppointedToPost')).toHaveLength(6);
    expect(seen.at(-1)).toMatchObject({ post: 'secretary', by: { personId: district.secretary.personId } });
    expect((await lines(district.secretary)).length).toBeGreaterThan(seen.length);
    expect((await lines(admin)).length).toBe((await lines(district.secretary)).length);
    for (const who of [branch.member, branch.organisationMember, district.supervisor, fresh])
      expect(await lines(who)).toEqual([]);
    expect((await lines(other.secretary)).map(({ type }) => type)).toEqual(['AppointedToPost']);
  });

  it('the record of the posts tells nobody how much goes on elsewhere, not by its cursors either', async () => {
    const { district, branch, other } = world;
    const first = () => api.ask('/api/tenures?limit=2', { token: branch.secretary.token });
    const before = await first();
    await tell(district.secretary, 'appoint-to-post', {
      unitId: other.unitId,
      post: 'member',
      personId: fresh.personId,
    });
    await tell(district.secretary, 'end-tenure', {
      unitId: other.unitId,
      post: 'member',
      personId: fresh.personId,
    });
    const after = await first();
    expect([after.body, after.headers['content-length']]).toEqual([
      before.body,
      before.headers['content-length'],
    ]);
    const all: object[] = [];
    for (let at: string | null = ''; at !== null;) {
      const path: string = `/api/tenures?limit=2${at === '' ? '' : `&cursor=${at}`}`;
      const { body } = await api.ask(path, { token: branch.secretary.token });
      all.push(...body.items);
      at = body.next;
    }
    expect(all).toEqual(await items(branch.secretary, '/api/tenures'));
    const wrong = await api.ask('/api/tenures?cursor=bm8', { token: branch.secretary.token });
    expect([wrong.status, wrong.body.field]).toEqual([400, 'cursor']);
  });

  it('who is away is said to them and to those who may say that they are back', async () => {
    const { branch, district } = world;
    const { organisationMember: gone } = branch;
    const away = { from: '2026-03-02', to: '2026-03-20' };
    await tell(gone, 'mark-away', { personId: gone.personId, ...away });
    for (const by of [gone, branch.secretary, district.secretary])
      expect(await one(by, gone)).toMatchObject({ away: [away] });
    expect((await one(gone, gone))?.may).toEqual(['MarkAway', 'MarkBack']);
    expect(await one(branch.member, gone)).toMatchObject({ away: [], may: [] });
  });

  it('an administrator sees the units and who holds which post, and nothing of the campaigns', async () => {
    expect((await people(admin)).length).toBe((await people(world.district.secretary)).length);
    expect(await items<{ code: string }>(admin, '/api/units')).toMatchObject([
      { code: 'B01', name: '第一支部', parentId: world.district.unitId },
      { code: 'B02' },
      { code: 'D01', parentId: null },
    ]);
    expect(await items<{ code: string }>(world.branch.member, '/api/units')).toMatchObject([{ code: 'B01' }]);
    const me = await api.ask('/api/me', { token: admin.token });
    expect(me.body).toMatchObject({ administrator: true, posts: [], scope: { records: [], counts: [] } });
    for (const path of ['/api/campaigns', '/api/obligations', '/api/notifications'])
      expect(await items(admin, path)).toEqual([]);
  });

  it('what is entrusted is shown to both and to those who may end it, until it has ended', async () => {
    const { branch, district, other } = world;
    const { disciplineMember: from, member: to } = branch;
    const given = {
      ...{ delegationId: randomUUID(), to: to.personId, powers: ['AnswerCheckItems'] },
      ...{ startOn: '2026-03-05', endOn: '2026-03-31', reason: '外出学习' },
    };
    expect((await tell(from, 'delegate', given)).status).toBe(200);
    for (const by of [from, to, branch.secretary, district.secretary])
      expect(await items(by, '/api/delegations')).toMatchObject([
        {
          ...{ id: given.delegationId, startOn: given.startOn, endOn: given.endOn, powers: given.powers },
          ...{ from: { personId: from.personId }, to: { personId: to.personId } },
          may: ['RevokeDelegation'],
        },
      ]);
    expect(await items(admin, '/api/delegations')).toMatchObject([{ id: given.delegationId, may: [] }]);
    for (const by of [branch.organisationMember, other.secretary])
      expect(await items(by, '/api/delegations')).toEqual([]);
    await tell(branch.secretary, 'revoke-delegation', {
      delegationId: given.delegationId,
      from: from.personId,
    });
    expect(await items(from, '/api/delegations')).toEqual([]);
  });

  it.each(['/api/people', '/api/people?box=others', '/api/units'])('%s comes in pages', async (path) => {
    const at = `${path}${path.includes('?') ? '&' : '?'}limit=1`;
    const whole = await items<{ personId?: string; unitId?: string }>(world.district.secretary, path);
    const found: object[] = [];
    for (let next: string | null = ''; next !== null;) {
      const asking: string = next === '' ? at : `${at}&cursor=${next}`;
      const { body } = await api.ask(asking, { token: world.district.secretary.token });
      expect(body.items).toHaveLength(1);
      found.push(...body.items);
      next = body.next;
    }
    expect(found).toEqual(whole);
    const wrong = await api.ask(`${at}&cursor=abc`, { token: world.district.secretary.token });
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([400, 'VALIDATION', 'cursor']);
  });
});
