import { randomUUID } from 'node:crypto';
import { catalogue } from '@rectify/contracts';
import { startApi, type Api } from './harness/api';
import { browserOf, browserWith, type Browser } from './harness/browser';
import { launchOpen, PASSWORD, setUpWorld, type World } from './harness/organisation';

describe('a signature at a browser', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const after = (minutes: number) =>
    api.owner.query(`UPDATE web_session SET confirmed_at = now() - interval '${minutes} minutes'`);
  const bodies: Record<string, object> = {
    PassReview: { problemId: randomUUID(), basisHash: '0'.repeat(64) },
    AcceptCompletion: { problemId: randomUUID(), basisHash: '0'.repeat(64) },
    SignOffProblem: { problemId: randomUUID(), basisHash: '0'.repeat(64) },
    SignOffCampaign: { basisHash: '0'.repeat(64) },
  };
  const sign = (by: Browser, name: string, type: string) =>
    by.ask(`/api/campaigns/${campaignId}/commands/${name}`, {
      method: 'POST',
      body: bodies[type],
      headers: { 'idempotency-key': randomUUID() },
    });
  const confirmed = async (by: Browser, password: string) => {
    const answer = await by.post('/api/session/confirm', { password });
    return { answer, next: browserWith(api, String(answer.headers['set-cookie']).split(';')[0] ?? '') };
  };

  it.each(catalogue.filter(({ reauth }) => reauth))(
    'RR7.9 $type asks for the password once more after five minutes, and changes nothing before',
    async ({ name, type }) => {
      const mine = await browserOf(api, 'secretary');
      // Just signed in: what refuses now is a rule, not the door.
      expect((await sign(mine, name, type)).body.code).not.toBe('REAUTH_REQUIRED');
      await after(4);
      expect((await sign(mine, name, type)).body.code).not.toBe('REAUTH_REQUIRED');
      await after(6);
      const before = await api.logSize();
      const refused = await sign(mine, name, type);
      expect([refused.status, refused.body.code]).toEqual([403, 'REAUTH_REQUIRED']);
      expect(refused.body.texts.zh).toContain('密码');
      expect(await api.logSize()).toBe(before);
      const { next } = await confirmed(mine, PASSWORD);
      expect((await sign(next, name, type)).body.code).not.toBe('REAUTH_REQUIRED');
    },
  );

  it('RR7.9 goes on under another id of the session, whose old one is worth nothing', async () => {
    const mine = await browserOf(api, 'member');
    await after(6);
    const wrong = await confirmed(mine, 'a wrong password');
    expect([wrong.answer.status, wrong.answer.body.code, wrong.answer.body.field]).toEqual([
      401,
      'WRONG_CREDENTIALS',
      'password',
    ]);
    const until = (await mine.ask('/api/me')).body.confirmedUntil as string;
    expect(Date.parse(until)).toBeLessThan(Date.now());
    const { answer, next } = await confirmed(mine, PASSWORD);
    expect(answer.status).toBe(204);
    expect((await mine.ask('/api/me')).status).toBe(401);
    const me = await next.ask('/api/me');
    expect(Date.parse(me.body.confirmedUntil)).toBeGreaterThan(Date.now() + 4 * 60_000);
    expect((await next.ask('/api/sessions')).body.items).toHaveLength(2);
  });

  it('RR7.2 slows guesses of the password down, as at the door', async () => {
    const mine = await browserOf(api, 'organiser');
    const statuses = [];
    for (let tried = 0; tried < 6; tried += 1)
      statuses.push((await mine.post('/api/session/confirm', { password: `guess ${tried}` })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it('RR7.9 is asked of what changes how somebody signs in, too; a token has proven it when it was made', async () => {
    const mine = await browserOf(api, 'secretary');
    await after(6);
    for (const [method, path, body] of [
      ['POST', '/api/tokens', { name: 'x' }],
      ['POST', '/api/totp', undefined],
      ['DELETE', '/api/totp', undefined],
      ['POST', `/api/accounts/${world.branch.member.accountId}/reset`, undefined],
    ] as const) {
      const { status, body: said } = await mine.ask(path, { method, body });
      expect([path, status, said.code]).toEqual([path, 403, 'REAUTH_REQUIRED']);
    }
    const { token } = world.branch.secretary;
    const path = `/api/campaigns/${campaignId}/commands/sign-off-campaign`;
    expect((await api.command(token, path, bodies['SignOffCampaign'])).body.code).not.toBe('REAUTH_REQUIRED');
    expect((await api.ask('/api/me', { token })).body.confirmedUntil).toBeNull();
    expect(
      (await api.ask('/api/session/confirm', { method: 'POST', body: { password: PASSWORD }, token })).body
        .code,
    ).toBe('SESSION_REQUIRED');
  });

  it('is said in the OpenAPI document, and of each action', async () => {
    const { paths } = (await api.ask('/api/openapi.json')).body;
    for (const { aggregate, name, reauth } of catalogue.filter(({ aggregate }) => aggregate === 'campaign')) {
      const operation = paths[`/api/${aggregate}s/{id}/commands/${name}`].post;
      expect([name, operation['x-reauthentication'] ?? false]).toEqual([name, reauth]);
      expect(String(operation.description).includes('REAUTH_REQUIRED')).toBe(reauth);
    }
    const todo = await api.ask('/api/obligations?holder=me', { token: world.branch.publicityMember.token });
    expect(todo.body.items[0].action).toMatchObject({ reauth: false });
  });
});
