import { startApi, type Api } from './harness/api';
import { setUpWorld, type World } from './harness/organisation';

/** How the pages look is kept per person, wherever they sign in. */
describe('what somebody chose to see', () => {
  let api: Api;
  let world: World;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const choose = (token: string | undefined, body: unknown) =>
    api.ask('/api/me/preferences', { method: 'PATCH', body, ...(token !== undefined && { token }) });
  const chosen = async (token: string) => (await api.ask('/api/me', { token })).body.preferences;

  it('is nothing at first, then what was named; the rest stays as it was, and is nobody else’s', async () => {
    const { member, secretary } = world.branch;
    expect(await chosen(member.token)).toEqual({});
    const before = await api.logSize();
    expect((await choose(member.token, { size: 'large', language: 'en' })).status).toBe(204);
    expect((await choose(member.token, { size: 'normal', keys: 'off' })).status).toBe(204);
    const views = [{ name: '逾期的', search: { light: 'overdue', cols: 'code_problem_owner' } }];
    expect((await choose(member.token, { views })).status).toBe(204);
    expect(await chosen(member.token)).toEqual({ size: 'normal', language: 'en', keys: 'off', views });
    expect(await chosen(secretary.token)).toEqual({});
    // It is no fact of any work.
    expect(await api.logSize()).toBe(before);
  });

  const view = (name: string, search: object = {}) => ({ name, search });
  const views = (count: number) => Array.from({ length: count }, (_, n) => view(`第${n}个`));
  it.each([
    ['what is no preference', { nickname: '小王' }, 'nickname'],
    ['a size that is none', { size: 'huge' }, 'size'],
    ['a language that is none', { language: 'fr' }, 'language'],
    ['no object', ['size'], 'body'],
    ['more views than are kept', { views: views(11) }, 'views'],
    ['a hundred times as many', { views: views(1_000) }, 'views'],
    ['a name that is too long', { views: [view('名'.repeat(21))] }, 'views[0].name'],
    ['a name of two lines', { views: [view('甲\n乙')] }, 'views[0].name'],
    ['a part that is too long', { views: [view('甲', { cols: 'c'.repeat(301) })] }, 'views[0].search.cols'],
    ['a part that no address has', { views: [view('甲', { sort: 'a\u0000' })] }, 'views[0].search.sort'],
    ['a part that the ledger has not', { views: [view('甲', { owner2: 'me' })] }, 'views[0].search.owner2'],
  ])('%s is refused with its field, and nothing changes', async (_what, body, field) => {
    const { token } = world.branch.deputySecretary;
    const answer = await choose(token, body);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, 'VALIDATION', field]);
    expect(await chosen(token)).toEqual({});
  });

  it('takes as much as the bounds allow, and of nobody who is not signed in', async () => {
    const { token } = world.branch.publicityMember;
    // Four bytes each: no text of so many characters is longer.
    const part = '𠀀'.repeat(300);
    const parts = ['status', 'light', 'owner', 'waits', 'aspect', 'cols', 'sort', 'density', 'rows'];
    const search = Object.fromEntries(parts.map((name) => [name, part]));
    const most = Array.from({ length: 10 }, (_, n) => view('𠀀'.repeat(19) + n, search));
    expect((await choose(token, { views: most })).status).toBe(204);
    expect((await chosen(token)).views).toEqual(most);
    expect((await choose(undefined, { size: 'large' })).status).toBe(401);
  });

  it('goes with the last account of its person', async () => {
    const { publicityMember: gone, secretary } = world.branch;
    const left = async () =>
      (await api.infrastructure.pool.query('SELECT FROM preference WHERE person_id = $1', [gone.personId]))
        .rowCount;
    expect(await left()).toBe(1);
    const { items } = (await api.ask('/api/people', { token: secretary.token })).body as {
      items: { personId: string; accounts: { accountId: string }[] }[];
    };
    const [account] = items.find(({ personId }) => personId === gone.personId)?.accounts ?? [];
    await api.ask(`/api/accounts/${account?.accountId}/disable`, { method: 'POST', token: secretary.token });
    expect(await left()).toBe(0);
  });
});
