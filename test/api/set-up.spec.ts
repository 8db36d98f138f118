import { startApi, type Api } from './harness/api';
import { PASSWORD, tokenOf } from './harness/organisation';

const unit = { code: 'D01', name: '区直机关工委' };

describe('the first set-up', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ RECTIFY_MODE: 'production' });
  });
  afterAll(() => api?.stop());

  const setUp = (code: string, more: object = {}) =>
    api.ask('/api/setup', {
      method: 'POST',
      body: { code, unit, account: 'first', password: PASSWORD, name: '首任书记', ...more },
    });

  it('needs the code on the console', async () => {
    expect((await api.ask('/api/setup')).body).toEqual({ needed: true });
    await api.setUpCode();
    const wrong = await setUp('AAAA-AAAA');
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([403, 'WRONG_SETUP_CODE', 'code']);
    expect(await api.logSize()).toBe(JSON.stringify({ events: '0', commands: '0' }));
  });

  it('makes the unit, its secretary, the templates and the calendar; then the code is over', async () => {
    const code = await api.setUpCode();
    const nowhere = await setUp(code, { email: 'nowhere' });
    expect([nowhere.status, nowhere.body.field]).toEqual([400, 'email']);
    const done = await setUp(code.toLowerCase(), { email: 'first@example.test' });
    expect([done.status, done.body.account]).toEqual([201, 'first']);
    expect((await api.ask('/api/setup')).body).toEqual({ needed: false });
    const again = await setUp(code, { account: 'second' });
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_SET_UP']);

    const token = await tokenOf(api, 'first');
    const me = await api.ask('/api/me', { token });
    expect(me.body).toMatchObject({
      name: '首任书记',
      mode: 'production',
      posts: [{ post: 'secretary', unitName: unit.name }],
    });
    const templates = await api.ask('/api/templates', { token });
    expect(
      templates.body.items.map(({ slug, items }: { slug: string; items: number }) => [slug, items]),
    ).toContainEqual(['bland-casual', 68]);
    const one = await api.ask('/api/templates/bland-casual', { token });
    const published = await api.command(token, '/api/templates/bland-casual/commands/publish-template', {
      definition: one.body.definition,
    });
    expect(published.body).toMatchObject({ id: 'bland-casual', version: 1, facts: 0 });
    expect((await api.ask('/api/templates/no-such', { token })).status).toBe(404);
  });

  it('leaves the clock alone in production', async () => {
    const token = await tokenOf(api, 'first');
    expect((await api.ask('/api/clock', { token })).body).toMatchObject({
      mode: 'production',
      movable: false,
    });
    const forward = await api.ask('/api/clock/forward', {
      method: 'POST',
      body: { to: '2099-01-01' },
      token,
    });
    expect([forward.status, forward.body.code]).toEqual([409, 'CLOCK_FIXED']);
    expect((await api.ask('/api/demo/accounts')).status).toBe(404);
  });
});
