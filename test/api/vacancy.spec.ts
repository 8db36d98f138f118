import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

interface Owed {
  readonly kind: string;
  readonly subject: { readonly id: string };
  readonly holder: { readonly how: string };
  readonly action: { readonly command: string; readonly path: string; readonly defaults: object } | null;
}

describe('a post that is vacant', () => {
  let api: Api;
  let world: World;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const owedBy = async (token: string): Promise<readonly Owed[]> =>
    (await api.ask('/api/obligations?holder=me', { token })).body.items;
  const ofB5 = ({ subject }: Owed): boolean => subject.id === 'B5';

  it('leaves what it owed with the secretary, who names somebody, and then it is theirs', async () => {
    const { secretary, publicityMember, member, unitId } = world.branch;
    expect((await owedBy(publicityMember.token)).map(({ subject }) => subject.id)).toEqual(['B5']);
    const tenure = { unitId, post: 'publicityMember', personId: publicityMember.personId };
    const ended = await api.command(secretary.token, '/api/directories/main/commands/end-tenure', tenure);
    expect(ended.body).toMatchObject({ id: 'main', facts: 1 });
    expect(await owedBy(publicityMember.token)).toEqual([]);

    const instead = (await owedBy(secretary.token)).find(ofB5);
    expect(instead).toMatchObject({
      kind: 'answerCheckItem',
      holder: { how: 'instead' },
      action: { command: 'AssignDuty', defaults: { duty: 'aspectOwner', subject: 'B5' } },
      alternatives: [],
    });
    const { path, defaults } = instead?.action ?? { path: '', defaults: {} };
    const body = { ...defaults, person: member.personId, reason: '宣传委员空缺' };
    expect((await api.command(secretary.token, path, body)).status).toBe(200);

    expect((await owedBy(secretary.token)).some(ofB5)).toBe(false);
    const theirs = (await owedBy(member.token)).find(ofB5);
    expect(theirs).toMatchObject({ holder: { how: 'holder' }, action: { command: 'AnswerCheckItems' } });
  });
});
