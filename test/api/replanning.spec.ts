import { startApi, type Answer, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

/** A change of the plan: shown before it applies, applied as it was shown, and seen wherever a stage is. */
describe('re-dating, re-planning and forcing', () => {
  let api: Api;
  let world: World;
  let campaign: string;
  const later = (endOn: string, more: object = {}) => ({
    stages: [
      { stage: 'screening', startOn: '2026-03-03', endOn },
      { stage: 'problemList', startOn: '2026-04-02', endOn: '2026-04-07' },
    ],
    reason: '按通知延后两天',
    notice: '区委〔2026〕12号',
    ...more,
  });
  const preview = (name: string, body: object, token = world.branch.secretary.token): Promise<Answer> =>
    api.ask(`${campaign}/previews/${name}`, { method: 'POST', body, token });
  const shown = ({ status, body }: Answer) => ({ status, code: body.code, field: body.field });
  /** What the screening asks of the organisation member; activities and the pledge have specs of their own. */
  const mine = async () =>
    (await api.ask('/api/obligations', { token: world.branch.organisationMember.token })).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'answerCheckItem',
    );

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaign = `/api/campaigns/${await launchOpen(api, world)}`;
  });
  afterAll(() => api?.stop());

  it('R4.22 shows which obligations would move from which date to which, and writes nothing', async () => {
    const before = await api.logSize();
    const { status, body } = await preview('redate-stages', later('2026-04-01'));
    expect(status).toBe(200);
    expect(body.stages).toMatchObject([
      { stage: 'screening', from: { endOn: '2026-03-30' }, to: { endOn: '2026-04-01' } },
      { stage: 'problemList', from: { startOn: '2026-03-31' }, to: { startOn: '2026-04-02' } },
    ]);
    expect(body.obligations).toHaveLength(5);
    expect(body.obligations[0]).toMatchObject({
      kind: 'answerCheckItem',
      from: { dueOn: '2026-03-30' },
      to: { dueOn: '2026-04-01' },
    });
    expect(await api.logSize()).toBe(before);
  });

  it('refuses a preview as the command would be refused, with the field', async () => {
    const before = await api.logSize();
    const { branch, other } = world;
    expect(shown(await preview('redate-stages', later('2026-03-01')))).toEqual({
      status: 400,
      code: 'DATE_IN_PAST',
      field: 'stages[0].endOn',
    });
    expect(shown(await preview('redate-stages', later('2026-02-30')))).toMatchObject({
      status: 400,
      code: 'VALIDATION',
      field: 'stages[0].endOn',
    });
    expect(shown(await preview('redate-stages', { stages: [], reason: '' }))).toMatchObject({
      status: 400,
      code: 'VALIDATION',
    });
    expect(
      shown(await preview('redate-stages', later('2026-04-01'), branch.deputySecretary.token)),
    ).toMatchObject({
      status: 403,
      code: 'NOT_YOURS',
    });
    expect(shown(await preview('redate-stages', later('2026-04-01'), other.secretary.token))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    const limits = [{ kind: 'submitPlan', limit: { n: 4, unit: 'month' } }];
    expect(shown(await preview('replan-campaign', { limits, reason: '放宽' }))).toEqual({
      status: 400,
      code: 'OUT_OF_BOUNDS',
      field: 'limits[0].limit',
    });
    expect(shown(await preview('replan-campaign', { reason: '不变' }))).toMatchObject({
      status: 409,
      code: 'NOTHING_CHANGES',
    });
    expect(await api.logSize()).toBe(before);
  });

  it('R4.23 applies what was shown, with a trace that names the notice', async () => {
    const { secretary } = world.branch;
    const done = await api.command(
      secretary.token,
      `${campaign}/commands/redate-stages`,
      later('2026-04-01'),
    );
    expect(done.status).toBe(200);
    expect((await mine()).map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(['2026-04-01', '2026-04-01']);
    const { items } = (await api.ask(`${campaign}/timeline`, { token: secretary.token })).body;
    expect(items[0]).toMatchObject({
      type: 'StagesRedated',
      text: '按通知延后两天',
      subject: { notice: '区委〔2026〕12号' },
    });
  });

  it('R4.21 shows a forced stage as forced, with its reason, on the road and the board, in the record and in the summary', async () => {
    const { secretary } = world.branch;
    const { actions } = (await api.ask(campaign, { token: secretary.token })).body;
    const force = actions.find(({ command }: { command: string }) => command === 'ForceStage');
    expect(force.defaults).toEqual({ stage: 'screening' });
    const body = { ...force.defaults, reason: '上级要求提前转段' };
    expect((await api.command(secretary.token, force.path, body)).status).toBe(200);
    expect(shown(await api.command(secretary.token, force.path, { ...body, reason: '再次' }))).toMatchObject({
      status: 409,
      code: 'ALREADY_DECIDED',
    });
    const { road } = (await api.ask(campaign, { token: secretary.token })).body;
    expect(road[0]).toMatchObject({ stage: 'screening', how: 'forced', reason: '上级要求提前转段' });
    const { forced } = (await api.ask(`${campaign}/summary`, { token: secretary.token })).body;
    expect(forced).toEqual([{ stage: 'screening', on: '2026-03-03', reason: '上级要求提前转段' }]);
    const board = (await api.ask('/api/campaigns', { token: secretary.token })).body;
    expect(board.items).toMatchObject([{ forced: ['screening'] }]);
    expect((await api.ask(campaign, { token: secretary.token })).body.forced).toEqual(['screening']);
    const record = (await api.ask(`${campaign}/timeline`, { token: secretary.token })).body.items;
    expect(record[0]).toMatchObject({
      type: 'StageClosed',
      subject: { how: 'forced' },
      text: '上级要求提前转段',
    });
    expect(await mine()).toEqual([]);
  });
});
