import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock, createPostgresStore, eventStoreMigrations, verifyChain } from '@rectify/event-store';
import { readModelMigrations, rebuildStream } from '@rectify/read-models';
import { by, campaignNo, launchOf, migratedDatabase, personIds, setUp, toCampaign } from '@rectify/testing';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../test/harness/postgres';
import type { Application } from './application';
import { createApplication } from './create-application';

const { secretary, organiser } = personIds;
const report = '01900000-0000-7000-9000-0000000000ab';
const words = { title: '某某收受礼金', detail: '群众来信反映' };
const stream = `campaign/${campaignNo(1)}`;

let server: TestPostgres;
let pool: Pool;
let application: Application;

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
  await application.handle(launchOf(), by(secretary, 'launch'));
  await clock.forwardTo('2026-03-03T02:00:00.000Z');
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

/** Every row of every table that the application can read, as text. */
const everything = async (): Promise<string> => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND has_table_privilege(quote_ident(table_name), 'SELECT')`,
  );
  const all = await Promise.all(rows.map(({ name }) => pool.query(`SELECT t::text FROM ${name} t`)));
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['events', 'problem_ledger', 'sealing_key']),
  );
  return JSON.stringify(all.map((result) => result.rows));
};

describe('a report that is handed over', () => {
  it('RR2.22 stands in no table in clear while it waits, and its key in one', async () => {
    const answers = [{ item: 'B3-1', answer: 'problem' as const, problems: [{ id: report, ...words }] }];
    const command = toCampaign({ type: 'AnswerCheckItems', data: { answers } });
    expect(await application.handle(command, by(organiser, 'report'))).toMatchObject({ ok: true });
    expect(await everything()).not.toContain(words.title);
    const standing = await application.campaign(campaignNo(1));
    if (!standing) throw new Error('no campaign');
    expect(await application.reports(standing.campaign, [report])).toEqual({ [report]: words });
  });

  it('R3.7 RR2.22 loses its key for good: not the present, not an earlier day and no rebuild can read it', async () => {
    await createClock(pool).forwardTo('2026-03-04T02:00:00.000Z');
    const command = toCampaign({
      type: 'TriageProblem',
      data: { problemId: report, decision: 'handOver' },
    });
    expect(await application.handle(command, by(secretary, 'over'))).toMatchObject({ ok: true });
    expect((await pool.query('SELECT FROM sealing_key')).rowCount).toBe(0);
    const earlier = await application.campaignAsOf(campaignNo(1), '2026-03-03');
    if (!earlier) throw new Error('no campaign');
    expect(await application.reports(earlier.campaign, [report])).toEqual({ [report]: null });
    expect(await rebuildStream(pool, createPostgresStore(pool), stream)).toBeTruthy();
    expect(await everything()).not.toContain(words.title);
    const { rows } = await pool.query('SELECT title, detail, status, triage_reason FROM problem_ledger');
    expect(rows).toEqual([{ title: '', detail: '', status: 'handedOver', triage_reason: '' }]);
    expect(await verifyChain(createPostgresStore(pool), stream)).toMatchObject({ ok: true });
  });
});
