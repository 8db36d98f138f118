import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startApi, type Answer, type Api } from './harness/api';
import { browserOf } from './harness/browser';
import { PASSWORD, employ, setUpWorld, tokenOf, type Member, type World } from './harness/organisation';

type Line = { at: string; outcome: string; refusal: { code: string; field: string; texts: object } | null };
type File = {
  format: string;
  units: { code: string; name: string; parent: string | null }[];
  people: { account: string; name: string; email?: string }[];
  posts: { unit: string; post: string; person: string; from?: string }[];
};

/** The very file that the documents show. */
const sample = (): File =>
  JSON.parse(readFileSync(path.resolve(__dirname, '../../docs/organisation.sample.json'), 'utf8')) as File;

describe('a file of the organisation', () => {
  let api: Api;
  let world: World;
  let admin: Member;
  const preview = (by: Member, body: object): Promise<Answer> =>
    api.ask('/api/directories/main/previews/import-organisation', { method: 'POST', body, token: by.token });
  const apply = (by: Member, body: object): Promise<Answer> =>
    api.command(by.token, '/api/directories/main/commands/import-organisation', body);
  const accounts = async (): Promise<number> =>
    Number((await api.owner.query('SELECT count(*) FROM account')).rows[0].count);
  const state = async (): Promise<string> => `${await api.logSize()} ${await accounts()}`;
  const refusedLines = ({ body }: Answer) =>
    (body.lines as Line[]).flatMap(({ refusal }) => (refusal ? [[refusal.field, refusal.code]] : []));

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    const { secretary, unitId } = world.district;
    admin = await employ(api, secretary.token, 'admin', unitId, null);
    await api.command(secretary.token, '/api/directories/main/commands/name-administrator', {
      personId: admin.personId,
    });
  });
  afterAll(() => api?.stop());

  it('is shown before it is applied, and showing it writes nothing', async () => {
    const before = await state();
    const shown = await preview(world.district.secretary, sample());
    expect([shown.status, shown.body.counts]).toEqual([
      200,
      { added: 14, proposed: 0, unchanged: 1, refused: 0 },
    ]);
    expect((await preview(admin, sample())).body.counts).toEqual({
      ...{ added: 8, proposed: 6, unchanged: 1, refused: 0 },
    });
    expect(await state()).toBe(before);
  });

  it('is the top unit’s secretary’s and an administrator’s, and nobody else’s', async () => {
    const before = await state();
    for (const by of [world.branch.secretary, world.branch.member, world.district.supervisor])
      for (const ask of [preview, apply]) {
        const { status, body } = await ask(by, sample());
        expect([status, body.code]).toEqual([403, 'NOT_YOURS']);
      }
    expect(await state()).toBe(before);
  });

  it.each<[string, (file: File) => object, string, string]>([
    ['another format', (file) => ({ ...file, format: 'csv' }), 'VALIDATION', 'format'],
    ['a list left out', ({ posts: _, ...file }) => file, 'VALIDATION', 'posts'],
    [
      'a name of two lines',
      (file) => ({ ...file, units: [{ code: 'D09', name: '一\n二', parent: 'D01' }] }),
      ...(['VALIDATION', 'units[0].name'] as const),
    ],
    [
      'a post that there is not',
      (file) => ({ ...file, posts: [{ unit: 'D01', post: 'king', person: 'gw.dudao' }] }),
      ...(['VALIDATION', 'posts[0].post'] as const),
    ],
    [
      'more lines than there may be',
      (file) => ({
        ...file,
        people: Array.from({ length: 501 }, (_, n) => ({ account: `a${n}`, name: '某' })),
      }),
      ...(['VALIDATION', 'people'] as const),
    ],
    [
      'a unit above that is nowhere',
      (file) => ({ ...file, units: [...file.units, { code: 'D09', name: '九', parent: 'D08' }] }),
      ...(['UNIT_UNKNOWN', 'units[4].parent'] as const),
    ],
    [
      'a known unit by another name',
      (file) => ({ ...file, units: [{ code: 'B01', name: '改了名', parent: 'D01' }] }),
      ...(['UNIT_DIFFERS', 'units[0].name'] as const),
    ],
    [
      'somebody else’s account',
      (file) => ({ ...file, people: [...file.people, { account: 'district', name: '别人' }] }),
      ...(['ACCOUNT_TAKEN', 'people[5].account'] as const),
    ],
    [
      'one account twice',
      (file) => ({ ...file, people: [...file.people, { account: 'gw.dudao', name: '陆文清' }] }),
      ...(['NOT_UNIQUE', 'people[5].account'] as const),
    ],
    [
      'a post of somebody who is not in the file',
      (file) => ({ ...file, posts: [{ unit: 'D01', post: 'member', person: 'nobody' }] }),
      ...(['PERSON_UNKNOWN', 'posts[0].person'] as const),
    ],
    [
      'a post that somebody holds',
      (file) => ({ ...file, posts: [{ unit: 'B01', post: 'secretary', person: 'gw.dudao' }] }),
      ...(['POST_TAKEN', 'posts[0].post'] as const),
    ],
    [
      'a tenure that begins ahead',
      (file) => ({
        ...file,
        posts: [{ unit: 'D01', post: 'member', person: 'gw.dudao', from: '2099-01-01' }],
      }),
      ...(['DATE_IN_FUTURE', 'posts[0].from'] as const),
    ],
  ])('with %s changes nothing, and names the place', async (_, made, code, field) => {
    const before = await state();
    const answer = await apply(world.district.secretary, made(sample()));
    expect([answer.body.code, answer.body.field]).toEqual([code, field]);
    expect(await state()).toBe(before);
    const shown = await preview(world.district.secretary, made(sample()));
    if (code === 'VALIDATION') expect([shown.status, shown.body.field]).toEqual([400, field]);
    else expect(refusedLines(shown)).toContainEqual([field, code]);
  });

  it('of an administrator makes units and people, and to-dos of those who confirm', async () => {
    const { secretary } = world.district;
    const part = { ...sample(), posts: sample().posts.filter(({ unit }) => unit === 'D01') };
    expect((await apply(admin, part)).body).toMatchObject({ facts: 9 });
    expect((await apply(admin, part)).body).toMatchObject({ facts: 0 });
    const { items } = (await api.ask('/api/obligations', { token: world.district.supervisor.token })).body;
    expect(items).toMatchObject([{ kind: 'confirmAppointment', subject: { title: '陆文清' } }]);
    const people = (await api.ask('/api/people?box=others', { token: secretary.token })).body.items;
    expect(people.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(sample().people.map(({ name }) => name)),
    );
  });

  it('of the secretary makes tenures; the same again changes nothing', async () => {
    const { secretary } = world.district;
    const own = { ...sample(), posts: sample().posts.filter(({ unit }) => unit !== 'D01') };
    expect((await preview(secretary, own)).body.counts).toMatchObject({ added: 5, unchanged: 9 });
    expect((await apply(secretary, own)).body).toMatchObject({ facts: 5 });
    expect((await preview(secretary, own)).body.counts).toEqual({
      ...{ added: 0, proposed: 0, unchanged: 14, refused: 0 },
    });
    const before = await state();
    expect((await apply(secretary, own)).body).toMatchObject({ facts: 0 });
    expect(await state()).toBe(before);
    const { rows } = await api.owner.query<{ from: string; email: string | null }>(
      `SELECT e.body->'data'->>'from' AS from, p.email FROM events e JOIN profile p ON p.person_id::text = e.body->'data'->>'personId'
       WHERE e.type = 'AppointedToPost' AND p.name = '王立诚'`,
    );
    expect(rows).toEqual([{ from: '2024-07-01', email: 'yi.shuji@example.test' }]);
  });

  it('gives nobody a password: whoever may end an account begins one by a link', async () => {
    const { accounts } = (
      await api.ask('/api/people?limit=200', { token: world.district.secretary.token })
    ).body.items.find(({ name }: { name: string }) => name === '王立诚');
    const signIn = { method: 'POST', body: { account: 'yi.shuji', password: PASSWORD } } as const;
    expect((await api.ask('/api/session', signIn)).status).toBe(401);
    const page = await browserOf(api, 'district');
    const begun = await page.post(`/api/accounts/${accounts[0].accountId}/reset`);
    const use = { method: 'POST', body: { token: begun.body.token, next: PASSWORD } } as const;
    expect([begun.status, (await api.ask('/api/password/reset', use)).status]).toEqual([201, 204]);
    const me = await api.ask('/api/me', { token: await tokenOf(api, 'yi.shuji') });
    expect(me.body).toMatchObject({ name: '王立诚', posts: [{ post: 'secretary', unitCode: 'D01-01' }] });
  });

  it('that was interrupted behind the log is ended by saying it again', async () => {
    const { secretary } = world.district;
    const file = { ...sample(), units: [], people: [{ account: 'late', name: '迟来' }], posts: [] };
    await apply(secretary, file);
    // As a crash would have left it.
    await api.owner.query("UPDATE account SET ready = false WHERE account = 'late'");
    await api.owner.query("DELETE FROM profile WHERE name = '迟来'");
    expect((await apply(secretary, file)).body).toMatchObject({ facts: 0 });
    const { rows } = await api.owner.query("SELECT ready FROM account WHERE account = 'late'");
    expect(rows).toEqual([{ ready: true }]);
    expect((await preview(secretary, file)).body.counts.unchanged).toBe(1);
  });
});
