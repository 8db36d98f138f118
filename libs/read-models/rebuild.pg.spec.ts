import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApplication, type Application } from '@rectify/application';
import {
  createClock,
  createPool,
  createPostgresStore,
  eventStoreMigrations,
  migrate,
  type Clock,
  type EventStore,
} from '@rectify/event-store';
import {
  answerOf,
  by,
  campaignNo,
  detours,
  driveCampaign,
  idle,
  launchOf,
  migratedDatabase,
  personIds,
  sendTo,
  setUp,
} from '@rectify/testing';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../test/harness/postgres';
import { projectionTables } from './projections';
import { readModelMigrations, rebuildAll, rebuildWhereOwed } from './index';

let server: TestPostgres;
let ownerUrl: string;
let pool: Pool;
let store: EventStore;
let clock: Clock;
let application: Application;

/** Every projection row there is, as text. */
const allRows = async (): Promise<Record<string, string[]>> => {
  const dump: Record<string, string[]> = {};
  for (const { name, key } of projectionTables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${name} t ORDER BY ${key.join(', ')}`,
    );
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
};

const launch = (n: number): Promise<void> => sendTo(application, personIds.secretary, launchOf(n));

const findings = {
  'B1-1': ['未按期召开支部大会', '记录不全', '缺席未请假'],
  'B2-3': ['批评意见空泛'],
  'B5-2': ['主题不突出'],
};

beforeAll(async () => {
  server = await testPostgres();
  ownerUrl = await server.freshDatabase();
  pool = await migratedDatabase(ownerUrl, [...eventStoreMigrations, ...readModelMigrations]);
  store = createPostgresStore(pool);
  clock = createClock(pool);
  application = createApplication({ store });
  await clock.startAt('2026-03-02T02:00:00.000Z');
  await setUp(application);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

describe('rows written with each append', () => {
  it('RR5.2 equal those of a rebuild, after a campaign with returns, an exclusion, an immediate problem and weeks of reminders', async () => {
    await launch(1);
    const drive = { campaignId: campaignNo(1), findings, forwardTo: clock.forwardTo, instead: detours() };
    await driveCampaign(application, {
      ...drive,
      until: ({ campaign: { problems } }) =>
        Object.values(problems).some(({ status }) => status === 'planSubmitted'),
    });
    await idle(application, campaignNo(1), 40, clock.forwardTo);
    const { campaign: signedOff } = await driveCampaign(application, drive);
    expect(signedOff.status).toBe('signedOff');
    await application.handle(
      { aggregate: 'directory', command: { type: 'RecordLeaving', data: { personId: personIds.outsider } } },
      by(personIds.districtSecretary, 'left'),
    );
    await launch(2);
    await idle(application, campaignNo(2), 30, clock.forwardTo);

    const before = await allRows();
    expect(before['outbox']?.length).toBeGreaterThan(20);
    expect(before['outbox']?.filter((row) => row.includes('"rung":"outcome"')).length).toBeGreaterThan(2);
    expect(before['timeline']?.length).toBeGreaterThan(150);
    expect(before['obligation']?.filter((row) => row.includes('importCalendarYear:2027:0'))).toHaveLength(1);
    expect(before['person_standing']).toEqual([expect.stringContaining(personIds.outsider)]);
    const { streams } = await rebuildAll(pool, store);
    // Two campaigns, the calendar and the directory.
    expect(streams).toBe(4);
    expect(await allRows()).toEqual(before);
  });

  it('are made again where they were lost or false', async () => {
    const before = await allRows();
    const client = await pool.connect();
    await expect(client.query('DELETE FROM timeline')).rejects.toMatchObject({ code: '42501' });
    client.release();
    await rebuildAll(pool, store);
    expect(await allRows()).toEqual(before);
  });
});

describe('a rebuild while commands go on', () => {
  it('refuses none of them and ends in the rows of the log', async () => {
    const items = Array.from({ length: 21 }, (_, index) => `B1-${index + 1}`);
    let isOver = false;
    const rebuilding = (async () => {
      let rounds = 0;
      for (; !isOver; rounds += 1) await rebuildAll(pool, store);
      return rounds;
    })();
    for (const item of items) await sendTo(application, personIds.organiser, answerOf(item, 'noProblem', 2));
    isOver = true;
    expect(await rebuilding).toBeGreaterThan(0);
    const written = await allRows();
    await rebuildAll(pool, store);
    expect(await allRows()).toEqual(written);
  });
});

describe('tables that a migration made anew', () => {
  it('are filled once, from the log, and as they were', async () => {
    const before = await allRows();
    const owner = createPool(ownerUrl);
    try {
      await owner.query(`TRUNCATE ${projectionTables.map(({ name }) => name).join(', ')}`);
      await owner.query('UPDATE projections SET built = false');
      expect((await rebuildWhereOwed(owner))?.streams).toBeGreaterThan(0);
      expect(await allRows()).toEqual(before);
      expect(await rebuildWhereOwed(owner)).toBeNull();
    } finally {
      await owner.end();
    }
  });

  it('say whose the next year’s calendar is, where an earlier program had written it as the secretary’s alone', async () => {
    const owner = createPool(ownerUrl);
    const holder = async (): Promise<object> => {
      const { rows } = await owner.query(
        "SELECT holder FROM obligation WHERE kind = 'importCalendarYear' ORDER BY key",
      );
      return rows[0].holder;
    };
    try {
      const now = await holder();
      expect(now).toMatchObject({ office: 'administrator' });
      // As it stood: without the office, under another text of the same tables.
      await owner.query(
        `UPDATE obligation SET holder = holder - 'office', refs = array_remove(refs, 'administrator')
         WHERE kind = 'importCalendarYear'`,
      );
      await owner.query(
        "UPDATE migrations SET name = 'Projections_000000000000_1767225600012' WHERE starts_with(name, 'Projections_')",
      );
      expect(await holder()).not.toEqual(now);
      await migrate(ownerUrl, { migrations: [...eventStoreMigrations, ...readModelMigrations] });
      await rebuildWhereOwed(owner);
      expect(await holder()).toEqual(now);
    } finally {
      await owner.end();
    }
  });
});
