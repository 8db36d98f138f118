import { obligations } from '@rectify/domain';
import { startApi, type Answer, type Api } from './harness/api';
import { setUpWorld, type World } from './harness/organisation';

describe('what a launch would set going', () => {
  let api: Api;
  let world: World;

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const ask = (token: string, body: object): Promise<Answer> =>
    api.ask('/api/previews/launch-campaign', { method: 'POST', body, token });
  const launch = () => ({ unitId: world.branch.unitId, template: 'bland-casual' });

  it('is asked with the launch’s own body, writes nothing and counts what the launch then makes', async () => {
    const { token } = world.branch.secretary;
    const before = await api.logSize();
    const { status, body } = await ask(token, launch());
    expect(status).toBe(200);
    expect(await api.logSize()).toBe(before);
    expect(body.burden).toMatchObject({ band: 'light', people: expect.any(Number), aFinding: 44 });
    expect(body.burden.people).toBeGreaterThan(2);
    const days = body.owed.map(({ dueOn }: { dueOn: string }) => dueOn);
    expect(days).toEqual([...days].sort());

    const made = await api.command(token, '/api/campaigns', launch());
    expect(made.status).toBe(201);
    const { body: campaign } = await api.ask(`/api/campaigns/${made.body.id}`, { token });
    expect(body.stages.map(({ stage, startOn, endOn }: Stage) => ({ stage, startOn, endOn }))).toEqual(
      campaign.road.map(({ stage, startOn, endOn }: Stage) => ({ stage, startOn, endOn })),
    );
    // Some of it is owed from its first day only: the list of today would not show it yet.
    const standing = await api.infrastructure.application.campaign(made.body.id);
    expect(standing && obligations(standing.campaign)).toHaveLength(body.created);
  });

  it('is refused as the launch is, by field where one is wrong', async () => {
    const refused = async (token: string, body: object) => {
      const answer = await ask(token, body);
      return [answer.status, answer.body.code, answer.body.field];
    };
    const { secretary, organisationMember } = world.branch;
    expect(await refused(organisationMember.token, launch())).toEqual([403, 'NOT_YOURS', undefined]);
    expect(await refused(secretary.token, { ...launch(), template: 'none' })).toEqual([
      ...[400, 'TEMPLATE_UNKNOWN', 'template'],
    ]);
    expect(await refused(secretary.token, { ...launch(), startOn: '2001-01-01' })).toEqual([
      ...[400, 'START_IN_PAST', 'startOn'],
    ]);
    expect(await refused(secretary.token, { ...launch(), startOn: '2026-02-30' })).toEqual([
      ...[400, 'VALIDATION', 'startOn'],
    ]);
    expect(await refused(secretary.token, { ...launch(), more: 1 })).toEqual([
      ...[400, 'VALIDATION', expect.anything()],
    ]);
  });
});

interface Stage {
  readonly stage: string;
  readonly startOn: string;
  readonly endOn: string;
}
