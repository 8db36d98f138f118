import { createApplication, type Application } from '@rectify/application';
import { obligations, type Campaign } from '@rectify/domain';
import {
  createAttendance,
  createClock,
  createPostgresStore,
  eventStoreMigrations,
  type Attendance,
  type EventStore,
} from '@rectify/event-store';
import { obligationsOfStream, readModelMigrations, rebuildAll } from '@rectify/read-models';
import { campaignNo, launchOf, migratedDatabase, personIds, sendTo, setUp } from '@rectify/testing';
import { SHAPE } from '@rectify/workflows';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import { createLook } from './look';
import { createPerform } from './perform';

/** A made-up 2027, in the format of the public data. */
const announced = {
  year: 2027,
  papers: ['为检验编的通知'],
  days: [
    ...['01', '02', '03', '04', '05'].map((day) => ({
      name: '元旦',
      date: `2027-01-${day}`,
      isOffDay: true,
    })),
    { name: '元旦', date: '2027-01-09', isOffDay: false },
  ],
};
const ids = [campaignNo(1), campaignNo(2), campaignNo(3)];

let server: TestPostgres;
let pool: Pool;
let store: EventStore;
let attendance: Attendance;
let application: Application;

const here = { cluster: 'namespace', shape: SHAPE };
const claim = async (staleAfterSeconds = 30) =>
  (await attendance.claimRings({ ...here, limit: 100, staleAfterSeconds }))
    .filter(({ stream }) => ids.includes(stream.slice('campaign/'.length)))
    .map(({ stream, reason }) => ({ id: stream.slice('campaign/'.length), reason }));

/** A process of the worker's: what was looked at before it began is not known to it. */
const worker = () => {
  const own = createApplication({ store });
  const look = createLook({
    ...{ application: own, attendance, onOutcomes: async () => undefined },
    ...{ epoch: async () => 1 },
  });
  const perform = createPerform({
    application: own,
    metrics: { deed: () => undefined },
    onReminders: async () => undefined,
  });
  /** Looks, and does what is due, until nothing is. */
  const attend = async (id: string): Promise<number> => {
    for (let facts = 0; ;) {
      const seen = await look({ id, epoch: 1, cluster: 'namespace' });
      if (seen === 'superseded') throw new Error(seen);
      if (seen.due.length === 0) return facts;
      for (const { kind } of seen.due)
        facts += await perform({ id, epoch: 1, kind, seenVersion: seen.version });
    }
  };
  return { look, perform, attend };
};

const campaign = async (id: string): Promise<Campaign> => {
  const found = await application.campaign(id);
  if (!found) throw new Error(`no campaign ${id}`);
  return found.campaign;
};
const windows = ({ stages }: Campaign) => stages.map(({ kind, startOn, endOn }) => [kind, startOn, endOn]);
const recomputed = async (id: string) =>
  (await application.history(id)).filter(({ type }) => type === 'DatesRecomputed').length;

beforeAll(async () => {
  server = await testPostgres();
  pool = await migratedDatabase(await server.freshDatabase(), [
    ...eventStoreMigrations,
    ...readModelMigrations,
  ]);
  store = createPostgresStore(pool);
  attendance = createAttendance(pool);
  application = createApplication({ store });
  await createClock(pool).startAt('2026-12-01T02:00:00.000Z');
  await setUp(application);
  for (const n of [1, 2, 3]) await sendTo(application, personIds.secretary, launchOf(n));
  await claim();
  const { attend } = worker();
  for (const id of ids) await attend(id);
  await createClock(pool).forwardTo('2026-12-02T02:00:00.000Z');
  await claim(0);
  for (const id of ids) await attend(id);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

describe('R6.8 an official year over the turn of the year', () => {
  it('rings every open campaign; what is killed in the middle goes on, and done twice is one effect', async () => {
    expect(await claim()).toEqual([]);
    const before = await Promise.all(ids.map(campaign));
    expect(before.every(({ stages }) => stages.some(({ provisional }) => provisional))).toBe(true);
    const command = { type: 'ImportCalendarYear', data: announced } as const;
    await sendTo(application, 'system', { aggregate: 'calendar', command });

    const rings = await claim();
    expect(rings.map(({ reason }) => reason)).toEqual(['calendar', 'calendar', 'calendar']);
    const [first = '', second = ''] = rings.map(({ id }) => id);
    const killed = worker();
    expect(await killed.attend(first)).toBe(1);
    // Of the second campaign it had looked and done the deed, and was gone before it could say so.
    const seen = await killed.look({ id: second, epoch: 1, cluster: 'namespace' });
    if (seen === 'superseded') throw new Error(seen);
    const deed = { id: second, epoch: 1, kind: 'recompute', seenVersion: seen.version } as const;
    expect(seen.due.map(({ kind }) => kind)).toEqual(['recompute']);
    expect(await killed.perform(deed)).toBe(1);
    expect(await worker().perform(deed)).toBe(1);

    const again = worker();
    for (const { id } of rings) await again.attend(id);
    expect(await Promise.all(ids.map(recomputed))).toEqual([1, 1, 1]);
    expect(await claim(0)).toEqual([]);
    const after = await Promise.all(ids.map(campaign));
    expect(after.map(windows)).not.toEqual(before.map(windows));
  });

  it('shows in the record what moved, from which day to which and why, and re-armed rows equal to a rebuild', async () => {
    const [id = ''] = ids;
    const lines = await pool.query<{ subject: Record<string, unknown> }>(
      `SELECT subject FROM timeline WHERE stream = $1 AND type = 'DatesRecomputed' ORDER BY line`,
      [`campaign/${id}`],
    );
    const stages = lines.rows.map(({ subject }) => subject).filter(({ what }) => what === 'stage');
    expect(stages.length).toBeGreaterThan(0);
    for (const subject of stages) {
      expect(subject).toMatchObject({
        because: { years: [{ year: 2027, notice: '为检验编的通知' }], units: [] },
      });
      expect(subject['from']).not.toEqual(subject['to']);
    }
    const rows = () => obligationsOfStream(pool, `campaign/${id}`);
    const written = await rows();
    const owed = obligations(await campaign(id));
    expect(written.map(({ key, due_on, due_version }) => [key, due_on, due_version]).sort()).toEqual(
      owed.map(({ key, dueOn, dueVersion }) => [key, dueOn, dueVersion]).sort(),
    );
    await rebuildAll(pool, store);
    expect(await rows()).toEqual(written);
  });

  it('RR3.15 has the old days as of the day before', async () => {
    const [id = ''] = ids;
    await sendTo(application, 'system', {
      aggregate: 'calendar',
      command: { type: 'ImportCalendarYear', data: announced },
    });
    const [then, now] = await Promise.all([application.campaignAsOf(id, '2026-12-01'), campaign(id)]);
    expect(then?.campaign.stages.some(({ provisional }) => provisional)).toBe(true);
    expect(then && windows(then.campaign)).not.toEqual(windows(now));
    expect(now.stages.filter(({ endOn }) => endOn < '2028').every(({ provisional }) => !provisional)).toBe(
      true,
    );
  });
});
