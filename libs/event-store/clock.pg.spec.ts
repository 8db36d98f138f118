import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import { type Clock, createClock } from './clock';
import type { EventStore } from './event-store';
import { createPostgresStore } from './postgres-store';
import { aStream, commandOn, loadOf, say } from './testing/given';
import { type TestDatabase, testDatabase } from './testing/database';

let server: TestPostgres;
let database: TestDatabase;
let store: EventStore;
let clock: Clock;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
  const pool = await database.pool();
  store = createPostgresStore(pool);
  clock = createClock(pool);
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

it('RR4.1 starts on any day, goes on from there and moves forward only', async () => {
  await clock.startAt('2020-03-02T00:00:00.000Z');
  const stream = aStream();
  await say(store, stream);
  expect((await store.readStream(stream, 0, 1))[0]?.at).toMatch(/^2020-03-02T00:00:0/);

  const stale = commandOn(stream, await store.load(loadOf(stream)));
  await clock.forwardTo('2031-10-05T01:02:03.000Z');
  expect(await store.append(stale)).toEqual({ ok: false, conflict: 'clock' });
  expect(await say(store, stream)).toMatchObject({ ok: true, version: 2 });
  expect(await clock.now()).toMatch(/^2031-10-05T01:02:0/);

  await expect(clock.forwardTo('2031-10-05T01:02:03.000Z')).rejects.toMatchObject({ code: 'CLOCK_FIXED' });
  await expect(clock.startAt('2032-01-01T00:00:00.000Z')).rejects.toMatchObject({ code: 'CLOCK_FIXED' });
});

it('RR4.1 of a production database is never moved, and a moved one never becomes production', async () => {
  await expect(
    database.asOwner((owner) => owner.query("UPDATE install SET mode = 'production'")),
  ).rejects.toMatchObject({ code: '23514' });
  await database.asOwner((owner) =>
    owner.query("UPDATE install SET clock_offset = '0', mode = 'production'"),
  );
  await expect(clock.forwardTo('2040-01-01T00:00:00.000Z')).rejects.toMatchObject({ code: 'CLOCK_FIXED' });
});
