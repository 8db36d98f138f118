import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Api } from './harness/api';
import { badRequests, key, right, type Bad } from './harness/bad-requests';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

describe('bad input', () => {
  let api: Api;
  let world: World;
  let campaignId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const path = (command: string, id = campaignId): string => `/api/campaigns/${id}/commands/${command}`;
  const tokenOf = (by: Bad['by']): string | undefined =>
    by === 'nobody'
      ? undefined
      : (by === 'member'
          ? world.branch.member
          : by === 'other'
            ? world.other.secretary
            : world.branch.organisationMember
        ).token;
  const send = ({ to = path('answer-check-items'), body = right, headers, by }: Bad): Promise<Answer> => {
    const token = tokenOf(by);
    return api.ask(to, {
      method: 'POST',
      body,
      headers: headers ?? key(),
      ...(token !== undefined && { token }),
    });
  };

  // A row shorter than the callback's parameters would make jest wait for `done`.
  it.each(badRequests(path).map(([what, ...expected]) => ({ what, expected })))(
    '$what is refused, and the log is as it was',
    async ({ expected }) => {
      const [bad, status, code, field] = expected;
      const before = await api.logSize();
      const answer = await send(bad());
      expect({ status: answer.status, code: answer.body.code, field: answer.body.field }).toEqual({
        status,
        code,
        field,
      });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({
        status,
        texts: { zh: expect.any(String), en: expect.any(String) },
      });
      expect(answer.body.texts.zh).not.toContain('refusal.');
      expect(await api.logSize()).toBe(before);
    },
  );

  it('a launch on 2026-02-30, or in the past, is refused with the field', async () => {
    const before = await api.logSize();
    const launch = (startOn: unknown) =>
      api.command(world.branch.secretary.token, '/api/campaigns', {
        unitId: world.branch.unitId,
        template: 'bland-casual',
        startOn,
      });
    const shown = ({ status, body }: Answer) => [status, body.code, body.field];
    expect(shown(await launch('2026-02-30'))).toEqual([400, 'VALIDATION', 'startOn']);
    expect(shown(await launch(20260303))).toEqual([400, 'VALIDATION', 'startOn']);
    expect(shown(await launch('2026-01-05'))).toEqual([400, 'START_IN_PAST', 'startOn']);
    expect(await api.logSize()).toBe(before);
  });

  it('names every wrong field, with both languages', async () => {
    const { body } = await send({
      body: { answers: [{ item: 1, answer: 'noProblem' }, { item: 'B1-2' }], more: 1 },
    });
    expect(body.errors.map(({ field, reason }: Record<string, string>) => [field, reason])).toEqual([
      ['answers[0].item', 'wrongType'],
      ['answers[1].answer', 'required'],
      ['more', 'unknownField'],
    ]);
    expect(body.errors[1].texts).toEqual({ zh: '必填，请补上。', en: expect.any(String) });
  });

  it('answers in English to whom asks for it', async () => {
    const zh = await send({ by: 'member' });
    const en = await send({ by: 'member', headers: { ...key(), 'accept-language': 'en-GB,en;q=0.9' } });
    expect([zh.body.detail, en.body.detail]).toEqual([zh.body.texts.zh, zh.body.texts.en]);
  });

  it('a used key gives the first answer again, and is refused with another body', async () => {
    const headers = key();
    const first = await send({ headers });
    expect([first.status, first.body.replayed]).toEqual([200, false]);
    const before = await api.logSize();
    const again = await send({ headers });
    expect(again.body).toEqual({ ...first.body, replayed: true });
    const other = await send({ headers, body: { answers: [{ item: 'B1-2', answer: 'noProblem' }] } });
    expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED']);
    const elsewhere = await send({ headers, to: path('withdraw-launch'), body: { reason: '重复' } });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'KEY_REUSED']);
    expect(await api.logSize()).toBe(before);
  });

  it('what is stored under a key is told to nobody who may not know of the campaign any more', async () => {
    const { district, branch, other } = world;
    const { personId, token } = branch.publicityMember;
    const headers = key();
    const body = { answers: [{ item: 'B5-1', answer: 'toCheck' }] };
    const answer = () => api.ask(path('answer-check-items'), { method: 'POST', body, headers, token });
    expect([(await answer()).status, (await answer()).body.replayed]).toEqual([200, true]);
    const tenure = async (command: string, unitId: string, post: string) => {
      const to = `/api/directories/main/commands/${command}`;
      const done = await api.command(district.secretary.token, to, { unitId, post, personId });
      expect([command, done.status]).toEqual([command, 200]);
    };
    // Still somebody of the organisation, but of another unit.
    await tenure('appoint-to-post', other.unitId, 'member');
    await tenure('end-tenure', branch.unitId, 'publicityMember');
    const unknown = await send({ to: path('answer-check-items', randomUUID()), by: 'other' });
    const again = await answer();
    expect([again.status, again.body]).toEqual([404, unknown.body]);
  });

  it("one person's key is nothing to another", async () => {
    const headers = key();
    const first = await send({ headers, body: { answers: [{ item: 'B1-3', answer: 'noProblem' }] } });
    expect(first.status).toBe(200);
    const other = await send({
      headers,
      by: 'member',
      body: { answers: [{ item: 'B1-3', answer: 'noProblem' }] },
    });
    expect([other.status, other.body.code]).toEqual([403, 'NOT_YOURS']);
  });
});
