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

  it('offers to spread the answers, and previews and makes the same days where that is taken', async () => {
    const { token } = world.branch.secretary;
    const plain = await ask(token, launch());
    const { spread } = plain.body;
    expect(spread).toMatchObject({ taken: false, count: expect.any(Number) });
    const body = { ...launch(), spreadAnswers: true };
    const shown = (await ask(token, body)).body;
    expect(shown.spread).toEqual({ ...spread, taken: true });
    expect(shown.owed).toHaveLength(plain.body.owed.length);
    const daysOf = (owed: readonly Owed[]) =>
      owed.flatMap(({ kind, dueOn }) => (kind === 'answerCheckItem' ? [dueOn] : []));
    expect([daysOf(shown.owed)[0], daysOf(shown.owed).at(-1)]).toEqual([spread.from, spread.to]);
    expect(new Set(daysOf(plain.body.owed)).size).toBe(1);

    const made = await api.command(token, '/api/campaigns', body);
    expect(made.status).toBe(201);
    const standing = await api.infrastructure.application.campaign(made.body.id);
    expect(standing && obligations(standing.campaign)).toHaveLength(shown.created);
    const days = standing?.campaign.plan.aspects.map(({ answerBy }) => answerBy);
    expect([days?.[0], days?.at(-1)]).toEqual([spread.from, spread.to]);
    expect((await ask(token, { ...launch(), spreadAnswers: 'yes' })).body).toMatchObject({
      ...{ code: 'VALIDATION', field: 'spreadAnswers' },
    });
  });

  it('says when each person hears of something, and which papers are asked for', async () => {
    const { token } = world.branch.secretary;
    const { body } = await ask(token, launch());
    const { mails, materials } = body;
    expect(mails.length).toBeGreaterThan(0);
    for (const { to, at, about } of mails) {
      expect(to.name).not.toBe('');
      expect(about.length).toBeGreaterThan(0);
      // Half past eight in Shanghai and some minutes: the digest of that person.
      expect(at.slice(11, 16) >= '00:33' && at.slice(11, 16) <= '00:57').toBe(true);
    }
    const once = mails.map(({ to, at }: Mail) => `${at} ${to.personId}`);
    expect(new Set(once).size).toBe(once.length);
    expect(materials).toEqual({ looked: expect.arrayContaining([expect.any(String)]), written: 1 });
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

interface Owed {
  readonly kind: string;
  readonly dueOn: string;
}
interface Mail {
  readonly to: { readonly personId: string };
  readonly at: string;
}
interface Stage {
  readonly stage: string;
  readonly startOn: string;
  readonly endOn: string;
}
