import { randomUUID } from 'node:crypto';
import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type Member, type World } from './harness/organisation';

type Owed = { subject: { id: string }; action: { command: string; path: string } | null };

describe('powers that are entrusted to somebody', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const tell = (by: Member, command: string, body: object) =>
    api.command(by.token, `/api/directories/main/commands/${command}`, body);
  const terms = (more: object = {}) => ({
    delegationId: randomUUID(),
    to: world.branch.member.personId,
    powers: ['AnswerCheckItems'],
    startOn: '2026-03-03',
    endOn: '2026-03-31',
    reason: '外出学习',
    ...more,
  });
  const answer = (item: string) =>
    api.command(world.branch.member.token, `/api/campaigns/${campaignId}/commands/answer-check-items`, {
      answers: [{ item, answer: 'noProblem' }],
    });
  const todo = async (by: Member): Promise<Owed[]> =>
    (await api.ask('/api/obligations', { token: by.token })).body.items;

  it('stand in the to-do list of who got them, are used in the name of who gave them, and end with a revocation', async () => {
    const { organisationMember: from, member } = world.branch;
    expect([(await answer('B1-1')).body.code, await todo(member)]).toEqual(['NOT_YOURS', []]);
    const given = terms();
    expect((await tell(from, 'delegate', given)).body).toMatchObject({ facts: 1 });
    const owed = (await todo(member)).find(({ subject }) => subject.id === 'B1');
    expect(owed?.action).toMatchObject({
      command: 'AnswerCheckItems',
      path: `/api/campaigns/${campaignId}/commands/answer-check-items`,
    });
    expect((await answer('B1-1')).body).toMatchObject({ facts: 1 });
    const { rows } = await api.owner.query(
      "SELECT body->'actor' AS actor FROM events WHERE type = 'CheckItemAnswered' ORDER BY position DESC LIMIT 1",
    );
    expect(rows[0].actor).toMatchObject({
      ...{ personId: member.personId, onBehalfOf: from.personId, post: 'organisationMember' },
      delegationId: given.delegationId,
    });
    const { delegationId } = given;
    const end = await tell(from, 'revoke-delegation', { delegationId, from: from.personId });
    expect(end.body).toMatchObject({ facts: 1 });
    expect([(await answer('B1-2')).body.code, await todo(member)]).toEqual(['NOT_YOURS', []]);
    const again = await tell(from, 'revoke-delegation', { delegationId, from: from.personId });
    expect([again.status, again.body.code]).toEqual([404, 'DELEGATION_UNKNOWN']);
  });

  it('end by the next request when who gave them is frozen, and do not come back', async () => {
    const { organisationMember: from, secretary } = world.branch;
    await tell(from, 'delegate', terms());
    expect((await answer('B1-3')).status).toBe(200);
    await tell(secretary, 'freeze-person', { personId: from.personId });
    expect((await answer('B1-4')).body.code).toBe('NOT_YOURS');
    await tell(secretary, 'unfreeze-person', { personId: from.personId });
    expect((await answer('B1-4')).body.code).toBe('NOT_YOURS');
  });

  it.each<[string, object, number, string, string]>([
    ['no power', { powers: [] }, 400, 'VALIDATION', 'powers'],
    ['no command', { powers: ['Rule'] }, 400, 'VALIDATION', 'powers[0]'],
    ['what is nobody else’s', { powers: ['CastVote'] }, 400, 'NOT_DELEGABLE', 'powers[0]'],
    ['a day too many', { endOn: '2026-06-01' }, 400, 'OUT_OF_BOUNDS', 'endOn'],
    ['yesterday', { startOn: '2026-03-02' }, 400, 'START_IN_PAST', 'startOn'],
    ['an end before the beginning', { endOn: '2026-03-02' }, 400, 'INVALID', 'endOn'],
    ['no reason', { reason: '' }, 400, 'VALIDATION', 'reason'],
    ['somebody unknown', { to: randomUUID() }, 400, 'PERSON_UNKNOWN', 'to'],
    ['somebody else’s powers', { from: randomUUID() }, 400, 'VALIDATION', 'from'],
  ])('are refused with %s', async (_, wrong, status, code, field) => {
    const before = await api.logSize();
    const refused = await tell(world.branch.disciplineMember, 'delegate', terms(wrong));
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([status, code, field]);
    expect(await api.logSize()).toBe(before);
  });
});
