import type { Pool } from 'pg';
import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import type { AppendRequest } from './event-store';
import { grantsMissing } from './grants-missing';
import { createPool } from './pool';
import { createPostgresStore } from './postgres-store';
import { seal } from './recorded';
import { PERSON_WRITER } from './roles';
import * as statements from './statements';
import { aKey, aStream, commandOn, loadOf, say, words } from './testing/given';
import { type TestDatabase, testDatabase } from './testing/database';

let server: TestPostgres;
let database: TestDatabase;
let app: Pool;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
  app = await database.pool({ roles: [PERSON_WRITER] });
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const CHANGES = ['UPDATE events SET type = type', 'DELETE FROM events', 'TRUNCATE events'];

describe('R4.19 RR6.1 the log is append-only', () => {
  it.each(CHANGES)('for its owner, whatever the trigger mode: %s', async (change) => {
    await say(createPostgresStore(app), aStream());
    await database.asOwner(async (owner) => {
      for (const role of ['origin', 'replica']) {
        await owner.query(`SET session_replication_role = ${role}`);
        await expect(owner.query(change)).rejects.toMatchObject({ code: 'RC004' });
      }
    });
  });

  it.each([
    ...CHANGES,
    'INSERT INTO events SELECT FROM events',
    'UPDATE heads SET version = 0',
    'DELETE FROM commands',
    'UPDATE attendance SET seen_version = 9',
    "UPDATE install SET clock_offset = '1 day'",
    "SELECT append_system('a', 'b', 'c', 'd', 0, '', '{}', '{}', '', '{}', '{}', '{}', null)",
    "SELECT claim_rings('a', 'b', 1, '1 s')",
    "SELECT acknowledge('a', 1, null, true, 'a', 1, 'a', 1)",
    "SELECT apply_rows('{}')",
  ])('for the application: %s', async (change) => {
    await expect(app.query(change)).rejects.toMatchObject({ code: '42501' });
  });

  it('RR5.4 which the application can tell of its connection', async () => {
    const asOwner = createPool(database.ownerUrl, { max: 1 });
    expect(await grantsMissing(app)).toBe(false);
    expect(await grantsMissing(asOwner)).toBe(true);
    await asOwner.end();
  });
});

describe('PostgreSQL takes nobody at his word', () => {
  const forged = async (forge: (sealed: ReturnType<typeof seal>) => ReturnType<typeof seal>) => {
    const stream = aStream();
    const request: AppendRequest = commandOn(stream, await createPostgresStore(app).load(loadOf(stream)), {
      events: words(2),
    });
    return app.query(statements.append(request, forge(seal(request))));
  };
  const replaced = (find: string | RegExp, by: string) =>
    forged((sealed) => sealed.map((event) => ({ ...event, bytes: event.bytes.replace(find, by) })));

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'a wrong hash',
      () => forged((s) => s.map((event) => ({ ...event, hash: 'a'.repeat(64) }))),
      'not that of',
    ],
    ['bytes that were changed after hashing', () => replaced('word 1', 'word 9'), 'not that of'],
    ['links in another order', () => forged((s) => [...s].reverse()), 'not that of'],
  ])('%s is refused', async (_, attempt, message) => {
    await expect(attempt()).rejects.toMatchObject({
      code: 'RC003',
      message: expect.stringContaining(message),
    });
  });

  const bob = '0190f3a4-0000-7000-8000-000000000b0b';
  it.each<[string, Partial<AppendRequest>]>([
    ["another person's name", { key: aKey(bob), actor: { kind: 'person', personId: bob } }],
    ['the system as actor', { key: { space: 'system', principal: 'x', id: 'y' }, actor: { kind: 'system' } }],
    ['another stream', { stream: 'campaign/other' }],
    ['another moment', { now: '2001-01-01T00:00:00.000Z' }],
  ])('well-chained bytes with %s are refused', async (_, more) => {
    const stream = aStream();
    const store = createPostgresStore(app);
    const request = commandOn(stream, await store.load(loadOf(stream)));
    const statement = statements.append(request, seal({ ...request, ...more }));
    await expect(app.query(statement)).rejects.toMatchObject({ code: 'RC003' });
    expect(await store.readStream(stream, 0, 9)).toEqual([]);
  });
});

it('the statements of a command walk indexes, however small the tables were when they were planned', async () => {
  const plain = statements.load({ key: null, tails: [] }).text;
  const { rows } = await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${plain}`);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index.* on events/);
  expect(plan).toMatch(/Index.* on commands/);
});
