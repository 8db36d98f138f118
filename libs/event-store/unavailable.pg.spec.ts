import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import { isStoreUnavailable } from './errors';
import { createPool } from './pool';
import { createPostgresStore } from './postgres-store';
import { aKey, aStream, commandOn, loadOf, say } from './testing/given';
import { type TestDatabase, testDatabase } from './testing/database';

let server: TestPostgres;
let database: TestDatabase;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const unavailable = { code: 'STORE_UNAVAILABLE' };

it('a server that does not answer is unavailable', async () => {
  const pool = createPool('postgres://nobody@127.0.0.1:9/nothing');
  await expect(createPostgresStore(pool).load(loadOf(aStream()))).rejects.toMatchObject(unavailable);
  await pool.end();
});

it('so is one without a free connection, after two seconds', async () => {
  const pool = await database.pool({ max: 1 });
  const client = await pool.connect();
  const began = performance.now();
  await expect(createPostgresStore(pool).load(loadOf(aStream()))).rejects.toMatchObject(unavailable);
  expect(performance.now() - began).toBeLessThan(4_000);
  client.release();
});

it('a connection lost in an append leaves the outcome open; the same key gives one effect', async () => {
  const lost: Error[] = [];
  const pool = await database.pool({ max: 2, onLost: (error) => lost.push(error) });
  const store = createPostgresStore(pool);
  const [stream, key] = [aStream(), aKey()];
  await say(store, stream);

  await database.asOwner(async (owner) => {
    await owner.query('BEGIN');
    await owner.query('SELECT FROM heads WHERE stream = $1 FOR UPDATE', [stream]);
    const waiting = say(store, stream, { key }).catch((error: unknown) => error);
    const waiter = `FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    while ((await owner.query(`SELECT pg_terminate_backend(pid) ${waiter}`)).rowCount === 0);
    expect(isStoreUnavailable(await waiting)).toBe(true);
    await owner.query('ROLLBACK');
  });
  expect(lost.length).toBeGreaterThan(0);

  expect(await say(store, stream, { key })).toMatchObject({ ok: true, version: 2 });
  expect(await say(store, stream, { key })).toMatchObject({ ok: false, conflict: 'key' });
});

it('a bug is no outage', async () => {
  const store = createPostgresStore(await database.pool());
  const stream = aStream();
  const failing = store.loadLocked(loadOf(stream), stream, async (loaded) => {
    commandOn(stream, loaded);
    throw new Error('timeout of something else');
  });
  const error: unknown = await failing.catch((reason: unknown) => reason);
  expect(isStoreUnavailable(error)).toBe(false);
});
