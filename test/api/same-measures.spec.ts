import { randomUUID } from 'node:crypto';
import { drive } from '../harness/drive';
import { startApi, type Api } from './harness/api';
import { clientOf, everybody } from './harness/client';
import { employ, launchOpen, setUpWorld, type Member, type World } from './harness/organisation';

const COPIED = '修订支部议事规则，明确议题征集、会前酝酿和会后督办三个环节的责任人。';
const OWN = '每月最后一周由组织委员核对主题党日记录本，缺项的当月补齐。';

/** Two branches that know nothing of each other, with the same measure in their plans; in one of them it stands twice. */
describe('R3.14 a plan with a measure of another', () => {
  let api: Api;
  let world: World;
  let inspector: Member;
  let others: readonly Member[];
  let campaigns: readonly [branch: string, other: string];

  const same = (who: Member, id: string, query = '') =>
    api.ask(`/api/campaigns/${id}/same-measures${query}`, { token: who.token });
  const shownTo = async (who: Member, id: string, query = '') =>
    (await same(who, id, query)).body.items.map(
      ({ place, other }: { place: number; other: { code: string; place: number } }) =>
        `${place} ${other.code} ${other.place}`,
    );
  const people = () => [
    ...everybody(api, world),
    ...[...others, world.other.secretary].map((member) => clientOf(api, member)),
  ];
  /** Which measures a plan has, by the title of its problem. */
  const plans: Record<string, readonly string[]> = {
    ...{ 甲一: [OWN, COPIED], 甲二: ['按期完成'], 甲三: [` ${COPIED.replaceAll('，', ', ')}`] },
    乙一: [COPIED, OWN.replace('组织委员', '宣传委员')],
  };
  const plan = async (leave: (title: string) => boolean): Promise<void> => {
    const titles = new Map<string, string>();
    for (const id of campaigns)
      for (const who of [world.branch.secretary, world.other.secretary]) {
        const { items = [] } = (await api.ask(`/api/campaigns/${id}/problems`, { token: who.token })).body;
        for (const { id: problemId, title } of items) titles.set(problemId, title);
      }
    await drive(people(), {
      findings: { 'B3-1': [], 'B5-1': [] },
      leave: ({ kind, subject }) =>
        kind === 'decidePlan' || (kind === 'submitPlan' && leave(titles.get(subject.problemId ?? '') ?? '')),
      fill: ({ command, defaults }, { subject }) =>
        command === 'SubmitPlan'
          ? {
              ...defaults,
              ...{ rootCause: '制度执行不严', target: '按规定执行' },
              measures: (plans[titles.get(subject.problemId ?? '') ?? ''] ?? []).map((text) => ({
                ...{ text, dueOn: defaults['dueOn'] },
              })),
            }
          : undefined,
    });
  };

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    const { secretary } = world.district;
    const { unitId } = world.other;
    const posts = ['deputySecretary', 'organisationMember', 'disciplineMember', 'publicityMember'] as const;
    const employed: Member[] = [];
    for (const post of posts)
      employed.push(await employ(api, secretary.token, `other.${post.toLowerCase()}`, unitId, post));
    others = employed;
    inspector = await employ(api, secretary.token, 'inspector', world.district.unitId, null);
    const theirs = { ...world, branch: { ...world.branch, unitId, secretary: world.other.secretary } };
    campaigns = [await launchOpen(api, world), await launchOpen(api, theirs)];
    await drive(everybody(api, world), { findings: { 'B3-1': ['甲一', '甲二'], 'B5-1': ['甲三'] } });
    await drive(people(), { findings: { 'B3-1': ['乙一'] } });
    await api.infrastructure.clock.forwardTo('2026-04-08T01:00:00.000Z');
    await plan((title) => title === '乙一');
    for (const granted of [world.branch.unitId, unitId]) {
      const terms = { grantId: randomUUID(), to: inspector.personId, unitId: granted, reach: 'F1' };
      const path = '/api/directories/main/commands/grant-reading';
      const body = { ...terms, endOn: '2026-04-28', reason: '照搬照抄检查' };
      expect((await api.command(secretary.token, path, body)).status).toBe(200);
    }
  });
  afterAll(() => api?.stop());

  it('R3.14 is flagged to whoever reads both, with the measure and the plan that it stands in', async () => {
    const [branch] = campaigns;
    const { secretary, organisationMember, member } = world.branch;
    const { body } = await same(secretary, branch);
    // In the order in which the problems were reported, which is anybody's.
    const byPlace = [...body.items].sort((a: { place: number }, b: { place: number }) => b.place - a.place);
    expect(byPlace).toMatchObject([
      { place: 2, other: { title: '甲三', place: 1, unit: { name: '第一支部' } } },
      { place: 1, other: { title: '甲一', place: 2, campaign: { id: branch } } },
    ]);
    const [{ problemId }] = body.items;
    expect((await same(organisationMember, branch, `?problemId=${problemId}`)).body.items).toHaveLength(1);
    const first = await same(secretary, branch, '?limit=1');
    const second = await same(secretary, branch, `?limit=1&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(body.items);
    expect(second.body.next).toBeNull();
    // Whoever does not read the measures is told nothing by them either.
    expect(await shownTo(member, branch)).toEqual([]);
  });

  it('R3.14 tells no unit of another’s: a plan that is copied there changes no byte here', async () => {
    const [branch, other] = campaigns;
    const { secretary, organisationMember, member } = world.branch;
    const readers = [secretary, organisationMember, member, world.district.secretary];
    const ask = () =>
      Promise.all(
        readers.map(async (who) => {
          const { status, headers, body } = await same(who, branch);
          return { status, body, etag: headers['etag'], length: headers['content-length'] };
        }),
      );
    const before = await ask();
    await plan(() => false);
    expect(await ask()).toEqual(before);
    expect(await shownTo(world.other.secretary, other)).toEqual([]);
    expect((await same(world.other.secretary, branch)).status).toBe(404);

    // Who inspects both is told, from either side; a text with one other word is another.
    const at = (place: number) => `1 ${codeOf(place)} ${place === 1 ? 2 : 1}`;
    const { items } = (await api.ask(`/api/campaigns/${branch}/problems`, { token: inspector.token })).body;
    const codeOf = (place: number): string =>
      items.find(({ title }: { title: string }) => title === (place === 1 ? '甲一' : '甲三')).code;
    expect((await shownTo(inspector, other)).sort()).toEqual([at(1), at(2)].sort());
    expect(await shownTo(inspector, branch)).toHaveLength(4);
  });

  it('R3.14 blocks nothing: the flagged plan is approved', async () => {
    const [branch] = campaigns;
    await drive(people(), { leave: ({ kind }) => !['decidePlan'].includes(kind) });
    const { items } = (
      await api.ask(`/api/campaigns/${branch}/problems`, { token: world.branch.secretary.token })
    ).body;
    expect(items.map(({ status }: { status: string }) => status)).toEqual(items.map(() => 'rectifying'));
    expect(await shownTo(world.branch.secretary, branch)).toHaveLength(2);
  });
});
