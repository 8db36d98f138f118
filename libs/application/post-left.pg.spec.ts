import { setTimeout as delay } from 'node:timers/promises';
import { createClock, createPostgresStore, eventStoreMigrations } from '@rectify/event-store';
import { readModelMigrations } from '@rectify/read-models';
import { answerOf, by, launchOf, migratedDatabase, personIds, setUp, unitIds } from '@rectify/testing';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../test/harness/postgres';
import type { Application, Handled, Target } from './application';
import { createApplication } from './create-application';

const { organiser, districtSecretary } = personIds;
const tenure = { unitId: unitIds.branch, post: 'organisationMember', personId: organiser } as const;
const leaving: Target = { aggregate: 'directory', command: { type: 'EndTenure', data: tenure } };
const coming: Target = { aggregate: 'directory', command: { type: 'AppointToPost', data: tenure } };

let server: TestPostgres;
let pool: Pool;
let here: Application;
let there: Application;

beforeAll(async () => {
  server = await testPostgres();
  const migrations = [...eventStoreMigrations, ...readModelMigrations];
  pool = await migratedDatabase(await server.freshDatabase(), migrations);
  here = createApplication({ store: createPostgresStore(pool) });
  there = createApplication({ store: createPostgresStore(pool) });
  await createClock(pool).startAt('2026-03-02T02:00:00.000Z');
  await setUp(here);
  await here.handle(launchOf(), by(personIds.secretary, 'launch'));
  await createClock(pool).forwardTo('2026-03-03T02:00:00.000Z');
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

const waiting = async (many: number): Promise<void> => {
  const asked =
    "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted" +
    ' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
  while ((await pool.query<{ n: number }>(asked)).rows[0]?.n !== many) await delay(5);
};

/** Both wait for the directory, in this order, and are let go at once. */
const inTurn = async (first: () => Promise<Handled>, second: () => Promise<Handled>): Promise<Handled[]> => {
  const client = await pool.connect();
  await client.query("BEGIN; SELECT pg_advisory_xact_lock(head_lock('directory/main'))");
  const one = first();
  await waiting(1);
  const two = second();
  await waiting(2);
  await client.query('COMMIT');
  client.release();
  return Promise.all([one, two]);
};

/** Kept beforehand, so that it is decided on what is kept and the append alone can tell. */
const answer = (item: string) => () => here.handle(answerOf(item), by(organiser, `answer ${item}`));
const leave = (id: string) => () => there.handle(leaving, by(districtSecretary, id));

describe('leaving a post and acting by it have one order, in two processes', () => {
  it('who left first does not act: what was decided before is decided anew', async () => {
    expect(await answer('B1-1')()).toMatchObject({ ok: true });
    const [left, acted] = await inTurn(leave('left first'), answer('B1-2'));
    expect(left).toMatchObject({ ok: true, facts: 1 });
    expect(acted).toMatchObject({ ok: false, refusal: { code: 'NOT_YOURS' } });
  });

  it('who acted first has acted, and then left', async () => {
    expect(await there.handle(coming, by(districtSecretary, 'back'))).toMatchObject({ ok: true, facts: 1 });
    expect(await answer('B1-3')()).toMatchObject({ ok: true });
    const [acted, left] = await inTurn(answer('B1-4'), leave('left second'));
    expect(acted).toMatchObject({ ok: true, facts: 1 });
    expect(left).toMatchObject({ ok: true, facts: 1 });
  });
});
