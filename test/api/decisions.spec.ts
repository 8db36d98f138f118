import { drive } from '../harness/drive';
import { startApi, type Answer, type Api } from './harness/api';
import { everybody } from './harness/client';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

/** Decisions on what was shown: by hash, not by version. */
describe('a decision', () => {
  let api: Api;
  let world: World;
  let path: (command: string) => string;
  const shown = ({ status, body }: Answer) => ({ status, code: body.code, field: body.field });

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    const campaignId = await launchOpen(api, world);
    path = (command) => `/api/campaigns/${campaignId}/commands/${command}`;
    const people = everybody(api, world);
    await drive(people, { findings: { 'B1-5': ['只传达文件'] } });
    const { clock } = api.infrastructure;
    await clock.forwardTo('2026-04-08T01:00:00.000Z');
    await drive(people, { leave: ({ kind }) => kind === 'submitPlan' });
  });
  afterAll(() => api?.stop());

  const planOf = async () => {
    const { organisationMember } = world.branch;
    const { body } = await api.ask('/api/obligations', { token: organisationMember.token });
    const { action } = body.items[0];
    const measures = [{ text: '修订议事规则', dueOn: action.defaults.dueOn }];
    return { action, plan: { ...action.defaults, rootCause: '制度不严', target: '按规定办', measures } };
  };
  const submit = async (change: object = {}): Promise<Answer> => {
    const { action, plan } = await planOf();
    return api.command(world.branch.organisationMember.token, action.path, { ...plan, ...change });
  };

  it('refuses a deadline before the start, and one that does not exist, with the field', async () => {
    const before = await api.logSize();
    expect(shown(await submit({ dueOn: '2026-03-02' }))).toEqual({
      status: 400,
      code: 'DUE_BEFORE_START',
      field: 'dueOn',
    });
    expect(shown(await submit({ dueOn: '2026-02-30' }))).toMatchObject({
      code: 'VALIDATION',
      field: 'dueOn',
    });
    expect(shown(await submit({ dueOn: '2028-03-02' }))).toMatchObject({ status: 400, code: 'DUE_TOO_LATE' });
    expect(await api.logSize()).toBe(before);
  });

  it('R4.8 RR3.9 refuses to approve what has changed since it was shown', async () => {
    const { secretary } = world.branch;
    expect((await submit()).status).toBe(200);
    const { body } = await api.ask('/api/obligations', { token: secretary.token });
    const [{ action, alternatives }] = body.items;
    expect([action.command, alternatives[0].command]).toEqual(['ApprovePlan', 'ReturnPlan']);
    const returned = { ...alternatives[0].defaults, missing: '缺会议通知留存' };
    expect((await api.command(secretary.token, alternatives[0].path, returned)).status).toBe(200);
    expect((await submit({ target: '每次会议提前三天通知' })).status).toBe(200);
    const before = await api.logSize();
    expect(shown(await api.command(secretary.token, action.path, action.defaults))).toEqual({
      status: 409,
      code: 'BASIS_CHANGED',
      field: 'basisHash',
    });
    expect(await api.logSize()).toBe(before);
  });

  it('offers schemas that are complete by themselves, narrowed to what can be done', async () => {
    const { body } = await api.ask('/api/obligations', { token: world.branch.secretary.token });
    const { action } = body.items.find(({ kind }: { kind: string }) => kind === 'decidePlan');
    expect(JSON.stringify(action.schema)).not.toContain('$ref');
    expect(action.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['problemId', 'basisHash'],
      properties: { basisHash: { const: action.defaults.basisHash } },
    });
    expect(action.path).toBe(path('approve-plan'));
  });

  it('is taken once', async () => {
    const { secretary } = world.branch;
    const { body } = await api.ask('/api/obligations', { token: secretary.token });
    const { action } = body.items[0];
    expect((await api.command(secretary.token, action.path, action.defaults)).status).toBe(200);
    const again = await api.command(secretary.token, action.path, action.defaults);
    expect(shown(again)).toMatchObject({ status: 409, code: 'ALREADY_DECIDED' });
  });
});
