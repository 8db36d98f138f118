import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, isOverdue, obligations, resolveHolder } from '@rectify/domain';
import { createApplication, type Application } from '@rectify/application';
import { createClock, createPostgresStore, eventStoreMigrations } from '@rectify/event-store';
import {
  campaignNo,
  driveCampaign,
  idle,
  launchOf,
  lookAt,
  migratedDatabase,
  personIds,
  scopeOfPerson,
  sendTo,
  setUp,
  unitIds,
} from '@rectify/testing';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../test/harness/postgres';
import {
  campaignByCode,
  campaignById,
  campaignsOf,
  campaignStream,
  countsOf,
  nextSerial,
  obligationById,
  obligationsIn,
  obligationsOf,
  obligationsOfStream,
  overdueIn,
  problemsOf,
  publicId,
  readModelMigrations,
  timelineOf,
  type Page,
} from './index';

const stream = campaignStream(campaignNo(1));
const [secretary, above, outsider] = [
  scopeOfPerson(personIds.secretary),
  scopeOfPerson(personIds.districtSecretary),
  scopeOfPerson(personIds.outsider),
];

let server: TestPostgres;
let pool: Pool;
let application: Application;

/** Two campaigns: one with three problems being put right, one that has just been launched. */
beforeAll(async () => {
  server = await testPostgres();
  pool = await migratedDatabase(await server.freshDatabase(), [
    ...eventStoreMigrations,
    ...readModelMigrations,
  ]);
  application = createApplication({ store: createPostgresStore(pool) });
  const clock = createClock(pool);
  await clock.startAt('2026-03-02T02:00:00.000Z');
  await setUp(application);
  await sendTo(application, personIds.secretary, launchOf(1));
  await driveCampaign(application, {
    campaignId: campaignNo(1),
    findings: { 'B1-1': ['未按期召开支部大会', '记录不全'], 'B2-3': ['批评意见空泛'] },
    forwardTo: clock.forwardTo,
    until: ({ campaign: { order, problems } }) =>
      order.length > 0 && order.every((id) => problems[id]?.status === 'rectifying'),
  });
  await idle(application, campaignNo(1), 25, clock.forwardTo);
  await sendTo(application, personIds.secretary, launchOf(2));
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

/** Reads a list to its end, one row a page. */
const allOf = async <Item>(page: (after: string | undefined) => Promise<Page<Item>>): Promise<Item[]> => {
  const items: Item[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { items: some, next } = await page(after);
    items.push(...some);
    after = next;
  }
  return items;
};

describe('the campaign board', () => {
  it('RR3.7 lists a unit’s campaigns, the latest start first, page by page', async () => {
    const rows = await allOf((after) => campaignsOf(pool, secretary, { after, limit: 1 }));
    expect(rows.map(({ code }) => code)).toEqual(['PDH-2026-B01-2', 'PDH-2026-B01']);
    expect(rows[1]).toMatchObject({
      status: 'open',
      stage: 'measures',
      reported: 3,
      included: 3,
      measures: 3,
      closed: 0,
    });
    expect(await campaignById(pool, campaignNo(1))).toEqual(rows[1]);
    expect(await campaignByCode(pool, 'PDH-2026-B01')).toEqual(rows[1]);
  });

  it('shows nothing of other units', async () => {
    expect((await campaignsOf(pool, outsider, { limit: 9 })).items).toEqual([]);
    expect((await campaignsOf(pool, above, { limit: 9 })).items).toEqual([]);
    expect((await campaignsOf(pool, secretary, { limit: 9, status: 'signedOff' })).items).toEqual([]);
  });

  it('counts for the unit above', async () => {
    expect(await countsOf(pool, secretary)).toEqual([]);
    expect(await countsOf(pool, above)).toEqual([
      {
        unit_id: unitIds.branch,
        campaigns: 2,
        open: 2,
        included: 3,
        measures: 3,
        closed: 0,
        closed_late: 0,
        judged: 0,
        relapsed: 0,
      },
    ]);
  });

  it('knows the serial to try next', async () => {
    expect(await nextSerial(pool, unitIds.branch, 'bland-casual', 2026)).toBe(3);
    expect(await nextSerial(pool, unitIds.branch, 'bland-casual', 2027)).toBe(1);
  });
});

describe('the problem ledger', () => {
  it('lists problems by their numbers with their plans', async () => {
    const rows = await allOf((after) => problemsOf(pool, secretary, campaignNo(1), { after, limit: 1 }));
    expect(rows.map(({ number, title }) => [number, title])).toEqual([
      [1, '未按期召开支部大会'],
      [2, '记录不全'],
      [3, '批评意见空泛'],
    ]);
    expect(rows[0]).toMatchObject({
      status: 'rectifying',
      fix_type: 'timeLimited',
      root_cause: '制度执行不严',
      measures: [{ progress: 0 }],
    });
    expect(rows[0]?.due_on).toMatch(/^2026-/);
    const closed = { limit: 9, statuses: ['closed'] } as const;
    expect((await problemsOf(pool, secretary, campaignNo(1), closed)).items).toEqual([]);
    for (const scope of [above, outsider])
      expect((await problemsOf(pool, scope, campaignNo(1), { limit: 9 })).items).toEqual([]);
    const granted = { ...above, problems: [rows[1]?.problem_id ?? ''] };
    expect((await problemsOf(pool, granted, campaignNo(1), { limit: 9 })).items).toEqual([rows[1]]);
  });
});

describe('obligations', () => {
  it('are found by the references of whom they may resolve to, the earliest due first', async () => {
    const { directory, campaign: state } = await lookAt(application, campaignNo(1));
    const rows = await allOf((after) =>
      obligationsOf(pool, scopeOfPerson(personIds.deputy), 'owing', { after, limit: 1, begun: '2026-06-30' }),
    );
    expect(rows.map(({ due_on }) => due_on)).toEqual(rows.map(({ due_on }) => due_on).sort());
    const mine = rows.filter(
      ({ holder, unit_id, stream: of }) =>
        of === stream &&
        resolveHolder(holder, directory, unit_id ?? '').people.some(
          ({ personId }) => personId === personIds.deputy,
        ),
    );
    expect(mine.map(({ kind }) => kind)).toContain('approveStage');
    expect(state.stages.find(({ closed }) => closed === null)?.kind).toBe('measures');
  });

  it('that lie ahead are left out of what has begun', async () => {
    const organiser = scopeOfPerson(personIds.organiser);
    const begun = await obligationsOf(pool, organiser, 'owing', { limit: 99, begun: '2026-03-01' });
    expect(begun.items).toEqual([]);
    expect((await obligationsOf(pool, organiser, 'owing', { limit: 99 })).items.length).toBeGreaterThan(0);
  });

  it('have a public id, and stand by stream', async () => {
    const [first, ...others] = await obligationsOfStream(pool, stream);
    expect(others.length).toBeGreaterThan(3);
    expect(first?.id).toBe(publicId(stream, first?.key ?? ''));
    expect(await obligationById(pool, secretary, first?.id ?? '')).toEqual(first);
    expect(await obligationById(pool, secretary, 'nothing')).toBeNull();
    expect(await obligationById(pool, outsider, first?.id ?? '')).toBeNull();
    expect(await obligationsIn(pool, secretary, stream)).toEqual([first, ...others]);
    expect(await obligationsIn(pool, outsider, stream)).toEqual([]);
    const kept = await allOf((after) => obligationsOf(pool, secretary, 'kept', { after, limit: 2 }));
    expect(kept.filter((row) => row.stream === stream)).toEqual([first, ...others]);
  });
});

it('what is overdue in each campaign is what that reckons itself, and nothing to whom its records are not open', async () => {
  const ids = [campaignNo(1), campaignNo(2)];
  const owedIn = async (id: string) => obligations((await lookAt(application, id)).campaign);
  const [first = ''] = (await owedIn(campaignNo(1))).map(({ dueOn }) => dueOn).sort();
  for (const today of [first, addDays(first, 1), addDays(first, 400)]) {
    const late = async (id: string) => (await owedIn(id)).filter((each) => isOverdue(each, today)).length;
    const reckoned = await Promise.all(ids.map(async (id) => [id, await late(id)] as const));
    const found = await overdueIn(pool, secretary, ids, today);
    expect(found).toEqual(new Map(reckoned.filter(([, count]) => count > 0)));
    expect(found.has(campaignNo(1))).toBe(today > first);
    for (const scope of [above, outsider]) expect((await overdueIn(pool, scope, ids, today)).size).toBe(0);
  }
  expect([...(await overdueIn(pool, secretary, ids.slice(1), '2027-12-31')).keys()]).toEqual(ids.slice(1));
});

describe('the timeline', () => {
  it('is read from the latest back, a line a rung', async () => {
    const lines = await allOf((after) => timelineOf(pool, secretary, campaignNo(1), { after, limit: 7 }));
    expect(lines.map(({ version, line }) => [version, line])).toEqual(
      [...lines]
        .sort((a, b) => b.version - a.version || b.line - a.line)
        .map(({ version, line }) => [version, line]),
    );
    expect(lines.at(-1)).toMatchObject({
      type: 'CampaignLaunched',
      person_id: personIds.secretary,
      post: 'secretary',
      unit_id: unitIds.branch,
    });
    const rungs = lines.filter(({ type }) => type === 'RemindersIssued');
    expect(rungs.length).toBeGreaterThan(3);
    expect(rungs[0]).toMatchObject({
      actor: 'system',
      person_id: null,
      subject: { rung: expect.stringMatching(/^T/), merged: expect.any(Boolean) },
    });
  });

  it('of one problem is its own story', async () => {
    const [problem] = (await problemsOf(pool, secretary, campaignNo(1), { limit: 1 })).items;
    const lines = await timelineOf(pool, secretary, campaignNo(1), {
      limit: 99,
      problemId: problem?.problem_id,
    });
    expect((await timelineOf(pool, above, campaignNo(1), { limit: 99 })).items).toEqual([]);
    expect(
      [...lines.items]
        .reverse()
        .map(({ type }) => type)
        .slice(0, 5),
    ).toEqual([
      'ProblemReported',
      'ProblemIncluded',
      'ProblemIssued',
      'ProblemAcknowledged',
      'PlanSubmitted',
    ]);
  });
});

it('a cursor that no page gave out is the caller’s fault', async () => {
  const madeUp = Buffer.from('["2026-02-30","x"]').toString('base64url');
  for (const after of [
    'nonsense',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
    madeUp,
  ]) {
    await expect(campaignsOf(pool, secretary, { after, limit: 1 })).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  }
});
