import { randomUUID } from 'node:crypto';
import { drive } from '../harness/drive';
import { startApi, type Api } from './harness/api';
import { everybody } from './harness/client';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

/** Reading is closed by default: one's own units, counts of the units below, and what waits for oneself. */
describe('what somebody may read', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  let obligationId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    const { secretary, organisationMember } = world.branch;
    const { body } = await api.ask('/api/obligations?holder=me', { token: organisationMember.token });
    obligationId = body.items[0].id;
    await drive(everybody(api, world), {
      findings: { 'B3-1': ['没有独立评议环节'], 'B5-1': ['未按月开展'] },
    });
    await api.infrastructure.clock.forwardTo('2026-04-08T01:00:00.000Z');
    const people = everybody(api, world);
    const waitsForJudgement = ({ kind }: { kind: string }) =>
      ['issueProblem', 'reviewCompletion', 'acceptCompletion'].includes(kind);
    await drive(people, { leave: waitsForJudgement });
    // One of the two problems is to be accepted by the supervisor of the unit above.
    const { items } = (await api.ask('/api/obligations?holder=me', { token: secretary.token })).body;
    for (const [index, { action }] of items.entries()) {
      const acceptor = index === 0 ? { acceptor: world.district.supervisor.personId } : {};
      await api.command(secretary.token, action.path, {
        ...action.defaults,
        fixType: 'immediate',
        ...acceptor,
      });
    }
    await drive(people, { leave: ({ kind }) => kind === 'acceptCompletion' });
  });
  afterAll(() => api?.stop());

  const routes = (id: string): readonly string[] => [
    `/api/campaigns/${id}`,
    `/api/campaigns/${id}?asOf=2026-03-03`,
    `/api/campaigns/${id}/problems`,
    `/api/campaigns/${id}/timeline`,
    `/api/campaigns/${id}/calendar`,
    `/api/campaigns/${id}/summary`,
    `/api/campaigns/${id}/self-checks`,
    `/api/campaigns/${id}/education`,
  ];

  it('a person of another unit finds nothing, as if it did not exist', async () => {
    const { token } = world.other.secretary;
    for (const [index, route] of routes(campaignId).entries()) {
      const unseen = await api.ask(route, { token });
      const unknown = await api.ask(routes(randomUUID())[index] as string, { token });
      expect([route, unseen.status]).toEqual([route, 404]);
      expect(unseen.body).toEqual(unknown.body);
    }
    const one = await api.ask(`/api/obligations/${obligationId}`, { token });
    expect([one.status, one.body]).toEqual([404, (await api.ask('/api/obligations/aaaa', { token })).body]);
    for (const list of [
      '/api/campaigns',
      '/api/obligations',
      '/api/obligations?box=waiting',
      '/api/notifications',
    ]) {
      expect((await api.ask(list, { token })).body.items).toEqual([]);
    }
    const waiting = await api.ask(`/api/obligations?box=waiting&campaign=${campaignId}`, { token });
    expect(waiting.body.items).toEqual([]);
    const { items } = (await api.ask('/api/people', { token })).body;
    expect(items.map(({ personId }: { personId: string }) => personId)).toEqual([
      world.other.secretary.personId,
    ]);
    // Whoever fills the posts below knows who holds them.
    const above = await api.ask('/api/people', { token: world.district.secretary.token });
    const supervisor = await api.ask('/api/people', { token: world.district.supervisor.token });
    expect([above.body.items.length, supervisor.body.items.length]).toEqual([9, 2]);
  });

  it('R3.15 a member of the unit reads its records, the calendar with every date among them', async () => {
    const { token } = world.branch.member;
    for (const route of routes(campaignId)) expect((await api.ask(route, { token })).status).toBe(200);
    const { body } = await api.ask(`/api/campaigns/${campaignId}`, { token });
    const { items } = (await api.ask(`/api/campaigns/${campaignId}/calendar`, { token })).body;
    // One measure and the problem itself of each of the two.
    expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'measure',
      'measure',
      'problem',
      'problem',
    ]);
    const [first] = items;
    expect(first).toMatchObject({
      provisional: false,
      dates: [{ dueOn: first.dueOn }],
      owner: { how: 'holder' },
    });
    expect(first.doneOn).not.toBeNull();
    expect(body).toMatchObject({ access: 'records', obligations: [], actions: [], counts: { problems: 2 } });
    expect(body.aspects).toHaveLength(5);
  });

  it('the unit above sees counts only', async () => {
    const { token } = world.district.secretary;
    const list = await api.ask('/api/campaigns', { token });
    expect(list.body.items).toEqual([]);
    expect(list.body.below).toEqual([
      {
        unit: { id: world.branch.unitId, code: 'B01', name: '第一支部' },
        campaigns: 1,
        open: 1,
        problems: '<5',
        measures: '<5',
        closed: 0,
        closedLate: 0,
        judged: 0,
        relapsed: 0,
      },
    ]);
    const one = await api.ask(`/api/campaigns/${campaignId}`, { token });
    expect(one.body).toMatchObject({
      access: 'counts',
      aspects: [],
      obligations: [],
      counts: { problems: '<5', closed: 0 },
    });
    expect((await api.ask(`/api/campaigns/${campaignId}/problems`, { token })).body.items).toEqual([]);
    expect((await api.ask(`/api/campaigns/${campaignId}/calendar`, { token })).body.items).toEqual([]);
    expect((await api.ask(`/api/campaigns/${campaignId}/timeline`, { token })).status).toBe(404);
    const summary = await api.ask(`/api/campaigns/${campaignId}/summary`, { token });
    expect(summary.body).toMatchObject({
      problems: { count: '<5', ids: [] },
      completed: { count: 0, ids: [] },
    });
    const checks = await api.ask(`/api/campaigns/${campaignId}/self-checks`, { token });
    const { items } = checks.body as { items: { count: number | string; rows: string[] }[] };
    expect(items).toHaveLength(20);
    expect(items.some(({ count }) => count === '<5')).toBe(true);
    expect(items.every(({ count }) => typeof count === 'string' || count === 0 || count > 4)).toBe(true);
    // Two days side by side would tell what one does not.
    expect((await api.ask(`/api/campaigns/${campaignId}?asOf=2026-03-03`, { token })).status).toBe(404);
    expect(items.every(({ rows }) => rows.length === 0)).toBe(true);
  });

  it('the unit above sees the row of the one problem that waits for it', async () => {
    const { token } = world.district.supervisor;
    const { items } = (await api.ask('/api/obligations?holder=me', { token })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['acceptCompletion']);
    const problems = await api.ask(`/api/campaigns/${campaignId}/problems`, { token });
    expect(problems.body.items.map(({ id }: { id: string }) => id)).toEqual([items[0].subject.problemId]);
    const calendar = (await api.ask(`/api/campaigns/${campaignId}/calendar`, { token })).body.items;
    expect(calendar).toHaveLength(2);
    expect(new Set(calendar.map(({ problem }: { problem: { id: string } }) => problem.id))).toEqual(
      new Set([items[0].subject.problemId]),
    );
  });

  it('RR3.15 a day that is over is read as it was, without anything to do', async () => {
    const { token } = world.branch.secretary;
    const then = await api.ask(`/api/campaigns/${campaignId}?asOf=2026-03-02`, { token });
    expect(then.body).toMatchObject({
      asOf: '2026-03-02',
      stage: 'screening',
      actions: [],
      counts: { problems: 0 },
    });
    expect(then.body.version).toBeLessThan(
      (await api.ask(`/api/campaigns/${campaignId}`, { token })).body.version,
    );
    const before = await api.ask(`/api/campaigns/${campaignId}?asOf=2026-03-01`, { token });
    expect(before.status).toBe(404);
    const now = (await api.ask(`/api/campaigns/${campaignId}/problems`, { token })).body;
    const same = (await api.ask(`/api/campaigns/${campaignId}/problems?asOf=2026-04-08`, { token })).body;
    const byId = ({ items }: { items: { id: string }[] }) =>
      [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(same)).toEqual(byId(now));
  });

  it('RR3.15 the record of a day that is over ends with that day', async () => {
    const { token } = world.branch.secretary;
    const path = `/api/campaigns/${campaignId}/timeline?limit=200`;
    const lines = async (more: string): Promise<{ at: string }[]> =>
      (await api.ask(`${path}${more}`, { token })).body.items;
    const [all, then] = [await lines(''), await lines('&asOf=2026-03-02')];
    expect(then.length).toBeGreaterThan(0);
    expect(then).toEqual(all.filter(({ at }) => at < '2026-03-02T16:00:00.000Z'));
    expect((await api.ask(`${path}&asOf=2026-03-01`, { token })).status).toBe(404);
  });

  it.each<[string, (id: string) => string]>([
    ['the record', (id) => `/api/campaigns/${id}/timeline?`],
    ['the ledger', (id) => `/api/campaigns/${id}/problems?`],
    ['the ledger of a day that is over', (id) => `/api/campaigns/${id}/problems?asOf=2026-04-08&`],
    ['the calendar', (id) => `/api/campaigns/${id}/calendar?`],
    ['what waits in a campaign', (id) => `/api/obligations?box=waiting&campaign=${id}&`],
    ['the templates', () => '/api/templates?'],
  ])('RR3.7 pages of %s are walked by cursors, and a cursor of nobody is refused', async (_, of) => {
    const { token } = world.branch.secretary;
    const path = of(campaignId);
    const whole = (await api.ask(`${path}limit=200`, { token })).body.items;
    expect(whole.length).toBeGreaterThan(0);
    const each = Math.max(1, Math.floor(whole.length / 9));
    const walked: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: { items: unknown[]; next: string | null } } = await api.ask(
        `${path}limit=${each}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        { token },
      );
      expect(body.items.length).toBeLessThanOrEqual(each);
      walked.push(...body.items);
      cursor = body.next;
    }
    expect(walked.slice(0, whole.length)).toEqual(whole);
    const wrong = await api.ask(`${path}cursor=nonsense`, { token });
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([400, 'VALIDATION', 'cursor']);
    const unknown = await api.ask(`${path}page=2`, { token });
    expect([unknown.status, unknown.body.field]).toEqual([400, 'page']);
  });

  it('of what is overdue the own unit is told how much, with its list too; the unit above not where it is little', async () => {
    await api.infrastructure.clock.forwardTo('2026-04-25T01:00:00.000Z');
    const overdue = async (token: string): Promise<readonly unknown[]> => {
      const list = (await api.ask('/api/campaigns', { token })).body.items;
      const one = (await api.ask(`/api/campaigns/${campaignId}`, { token })).body;
      return [...list.map((item: { overdue: unknown }) => item.overdue), one.overdue];
    };
    const { branch, district, other } = world;
    const [listed, told] = await overdue(branch.secretary.token);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(5);
    expect(listed).toBe(told);
    expect(await overdue(branch.member.token)).toEqual([told, told]);
    expect(await overdue(district.secretary.token)).toEqual(['<5']);
    expect(await overdue(other.secretary.token)).toEqual([undefined]);
  });
});
