import { drive } from '../harness/drive';
import { startApi, type Api } from './harness/api';
import { everybody } from './harness/client';
import { launchOpen, setUpWorld, type Member, type World } from './harness/organisation';

const TITLES = ['没有独立评议环节', '100%_未按月开展', '未按月通报'];

/** What is read across the campaigns of one's own units: by words, and by who did it. */
describe('looking up', () => {
  let api: Api;
  let world: World;
  let codes: readonly string[];

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    const campaignId = await launchOpen(api, world);
    const waitsForIssue = ({ kind }: { kind: string }) => kind === 'issueProblem';
    await drive(everybody(api, world), {
      findings: { 'B3-1': TITLES.slice(0, 1), 'B5-1': TITLES.slice(1) },
      leave: waitsForIssue,
    });
    const { body } = await ask(world.branch.secretary, `/api/campaigns/${campaignId}/problems`);
    codes = body.items.map(({ code }: { code: string }) => code);
    expect(codes.every((code) => /-00\d$/.test(code))).toBe(true);
  });
  afterAll(() => api?.stop());

  const ask = ({ token }: Member, path: string) => api.ask(path, { token });
  const found = async (member: Member, words: string): Promise<readonly string[]> => {
    const { status, body } = await ask(member, `/api/search?q=${encodeURIComponent(words)}`);
    expect(status).toBe(200);
    return body.items.map(({ title }: { title: string }) => title);
  };

  describe('words', () => {
    it('are found in titles and numbers, whatever their case', async () => {
      const { secretary } = world.branch;
      expect([...(await found(secretary, '未按月'))].sort()).toEqual(TITLES.slice(1).sort());
      const [first = ''] = codes;
      expect(await found(secretary, first.toLowerCase())).toHaveLength(1);
      expect(await found(secretary, first.slice(0, -1))).toHaveLength(TITLES.length);
      expect(await found(secretary, '查无此事')).toEqual([]);
    });

    it('mean themselves: signs of patterns are signs', async () => {
      const { secretary } = world.branch;
      expect(await found(secretary, '%_')).toEqual([TITLES[1]]);
      expect(await found(secretary, '__')).toEqual([]);
    });

    it('come page by page, each problem once, by number', async () => {
      const { secretary } = world.branch;
      const words = encodeURIComponent((codes[0] ?? '').slice(0, -1));
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { body } = await ask(secretary, `/api/search?q=${words}&limit=1${at}`);
        expect(body.items).toHaveLength(1);
        seen.push(body.items[0].code);
        cursor = body.next;
      }
      expect(seen).toEqual(codes);
    });

    it('of another unit are not found, nor those of a unit below', async () => {
      for (const member of [world.other.secretary, world.district.secretary])
        expect(await found(member, '未按月')).toEqual([]);
    });
  });

  describe('acts', () => {
    it('are one’s own alone, the latest first, with their campaign and problem', async () => {
      for (const member of [world.branch.secretary, world.branch.organisationMember]) {
        const { status, body } = await ask(member, '/api/acts?limit=200');
        expect(status).toBe(200);
        expect(body.items.length).toBeGreaterThan(0);
        const times = body.items.map(({ entry }: { entry: { at: string } }) => entry.at);
        expect(times).toEqual([...times].sort().reverse());
        for (const { entry, campaign } of body.items) {
          expect(entry.by.personId).toBe(member.personId);
          expect(campaign.code).toMatch(/^PDH-2026-B01/);
        }
      }
      const { body } = await ask(world.branch.secretary, '/api/acts?limit=200');
      const included = body.items.filter(
        ({ entry }: { entry: { type: string } }) => entry.type === 'ProblemIncluded',
      );
      expect(included.map(({ problem }: { problem: { code: string } }) => problem.code).sort()).toEqual([
        ...codes,
      ]);
    });

    it('come page by page, each line once', async () => {
      const { secretary } = world.branch;
      const whole = (await ask(secretary, '/api/acts?limit=200')).body.items;
      const seen: unknown[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { body } = await ask(secretary, `/api/acts?limit=2${at}`);
        seen.push(...body.items);
        cursor = body.next;
      }
      expect(seen).toEqual(whole);
    });

    it('of whoever did nothing are none, also for the unit above', async () => {
      for (const member of [world.other.secretary, world.district.supervisor])
        expect((await ask(member, '/api/acts')).body).toEqual({ items: [], next: null });
    });
  });

  it.each([
    ['/api/search', 'q'],
    ['/api/search?q=x', 'q'],
    [`/api/search?q=${'x'.repeat(65)}`, 'q'],
    ['/api/search?q=xx&limit=21', 'limit'],
    ['/api/acts?limit=0', 'limit'],
    ['/api/acts?limit=201', 'limit'],
    ['/api/acts?asOf=2026-03-03', 'asOf'],
  ])('%s is bad input that names %s', async (path, field) => {
    const { status, body } = await ask(world.branch.secretary, path);
    expect([status, body.code, body.field]).toEqual([400, 'VALIDATION', field]);
  });

  it.each(['/api/search?q=xx&cursor=WzFd', '/api/acts?cursor=WzFd'])(
    'a cursor that no page gave out is refused: %s',
    async (path) => {
      const { status, body } = await ask(world.branch.secretary, path);
      expect([status, body.code]).toEqual([400, 'VALIDATION']);
    },
  );
});
