import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

/** What a command is asked of, and how: everything that is not named is right. */
interface Bad {
  readonly to?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly by?: 'nobody' | 'member' | 'other';
}

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
  const right = { answers: [{ item: 'B1-1', answer: 'noProblem' }] };
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
      headers: headers ?? { 'idempotency-key': randomUUID() },
      ...(token !== undefined && { token }),
    });
  };
  const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
  const titled = (title: string) => ({
    answers: [{ item: 'B1-1', answer: 'problem', problems: [{ title }] }],
  });

  const cases: readonly (readonly [
    what: string,
    bad: () => Bad,
    status: number,
    code: string,
    field?: string,
  ])[] = [
    ['an unknown command', () => ({ to: path('burn-ledger') }), 404, 'NOT_FOUND'],
    ["the process's own command", () => ({ to: path('issue-reminders'), body: {} }), 404, 'NOT_FOUND'],
    ['an unknown field', () => ({ body: { ...right, urgent: true } }), 400, 'VALIDATION', 'urgent'],
    [
      'an unknown field deep inside',
      () => ({
        body: { answers: [{ item: 'B1-1', answer: 'problem', problems: [{ title: '迟到', by: 'x' }] }] },
      }),
      400,
      'VALIDATION',
      'answers[0].problems[0].by',
    ],
    ['a wrong type', () => ({ body: { answers: 'all' } }), 400, 'VALIDATION', 'answers'],
    ['a missing field', () => ({ body: {} }), 400, 'VALIDATION', 'answers'],
    ['no body', () => ({ body: '' }), 400, 'VALIDATION', 'body'],
    ['a body that is no JSON', () => ({ body: '{"answers":' }), 400, 'VALIDATION', 'body'],
    ['a body that is a list', () => ({ body: '[]' }), 400, 'VALIDATION', 'body'],
    [
      'a poisoned prototype',
      () => ({ body: '{"__proto__":{"admin":true},"answers":[]}' }),
      400,
      'VALIDATION',
      'body',
    ],
    [
      'a title of 10,000 characters',
      () => ({ body: titled('长'.repeat(10_000)) }),
      400,
      'VALIDATION',
      'answers[0].problems[0].title',
    ],
    [
      'a title of 201 characters',
      () => ({ body: titled('长'.repeat(201)) }),
      400,
      'VALIDATION',
      'answers[0].problems[0].title',
    ],
    [
      'a title with an invisible character',
      () => ({ body: titled('迟\u202e到') }),
      400,
      'VALIDATION',
      'answers[0].problems[0].title',
    ],
    [
      'a title with NUL',
      () => ({ body: titled('迟\u0000到') }),
      400,
      'VALIDATION',
      'answers[0].problems[0].title',
    ],
    [
      'an answer that does not exist',
      () => ({ body: { answers: [{ item: 'B1-1', answer: 'maybe' }] } }),
      400,
      'VALIDATION',
      'answers[0].answer',
    ],
    ['a body over the bound', () => ({ body: titled('长'.repeat(70_000)) }), 413, 'TOO_LARGE'],
    [
      'a body that is not declared as JSON',
      () => ({ headers: { ...key(), 'content-type': 'text/plain' } }),
      415,
      'NOT_JSON',
    ],
    [
      'an address over the bound',
      () => ({ to: `${path('answer-check-items')}?${'a'.repeat(2_100)}` }),
      414,
      'URL_TOO_LONG',
    ],
    ['no Idempotency-Key', () => ({ headers: {} }), 400, 'VALIDATION', 'Idempotency-Key'],
    [
      'a short Idempotency-Key',
      () => ({ headers: { 'idempotency-key': 'short' } }),
      400,
      'VALIDATION',
      'Idempotency-Key',
    ],
    [
      'an Idempotency-Key with a space',
      () => ({ headers: { 'idempotency-key': 'two words, both long' } }),
      400,
      'VALIDATION',
      'Idempotency-Key',
    ],
    [
      'a version that is none',
      () => ({ headers: { ...key(), 'if-match': 'latest' } }),
      400,
      'VALIDATION',
      'If-Match',
    ],
    ['a stale version', () => ({ headers: { ...key(), 'if-match': '"1"' } }), 412, 'STALE_VERSION'],
    ['no session', () => ({ by: 'nobody' }), 401, 'NO_SESSION'],
    [
      'a token that is none',
      () => ({ by: 'nobody', headers: { ...key(), authorization: `Bearer ${'x'.repeat(43)}` } }),
      401,
      'NO_SESSION',
    ],
    ['a person without the post', () => ({ by: 'member' }), 403, 'NOT_YOURS'],
    ['a person of another unit', () => ({ by: 'other' }), 404, 'NOT_FOUND'],
    [
      'a campaign that does not exist',
      () => ({ to: path('answer-check-items', randomUUID()) }),
      404,
      'NOT_FOUND',
    ],
    ['a campaign id that is none', () => ({ to: path('answer-check-items', 'first') }), 404, 'NOT_FOUND'],
    [
      'another directory',
      () => ({ to: '/api/directories/other/commands/register-person', body: { personId: randomUUID() } }),
      404,
      'NOT_FOUND',
    ],
    [
      'an item that does not exist',
      () => ({ body: { answers: [{ item: 'Z9', answer: 'noProblem' }] } }),
      400,
      'ITEM_UNKNOWN',
      'answers[0].item',
    ],
    [
      'a problem that does not exist',
      () => ({ to: path('acknowledge-problem'), body: { problemId: randomUUID() } }),
      404,
      'PROBLEM_UNKNOWN',
      'problemId',
    ],
    [
      'a stage that is not open',
      () => ({ to: path('approve-stage'), body: { stage: 'deadlines', basisHash: '0'.repeat(64) } }),
      403,
      'NOT_YOURS',
    ],
  ];

  // A row shorter than the callback's parameters would make jest wait for `done`.
  it.each(cases.map(([what, ...expected]) => ({ what, expected })))(
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
