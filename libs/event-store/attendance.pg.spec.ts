import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import { type Acknowledgement, type Attendance, createAttendance } from './attendance';
import { type Clock, createClock } from './clock';
import type { EventStore } from './event-store';
import { createPostgresStore } from './postgres-store';
import { aStream, say, shifted } from './testing/given';
import { type TestDatabase, testDatabase } from './testing/database';

let server: TestPostgres;
let database: TestDatabase;
let store: EventStore;
let attendance: Attendance;
let clock: Clock;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
  const pool = await database.pool();
  store = createPostgresStore(pool);
  attendance = createAttendance(pool);
  clock = createClock(pool);
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const HERE = { cluster: 'a namespace', shape: 'campaign@1' };
const claim = (more: object = {}) =>
  attendance.claimRings({ ...HERE, limit: 100, staleAfterSeconds: 30, ...more });
const ringing = async (stream: string, more: object = {}) =>
  (await claim(more)).filter((ring) => ring.stream === stream).map(({ reason }) => reason);

const given = async (raise = true): Promise<string> => {
  const stream = aStream();
  await say(store, stream, { ring: { raise } });
  return stream;
};
const seen = (stream: string, more: Partial<Acknowledgement> = {}) =>
  attendance.acknowledge(stream, {
    seenVersion: 1,
    nextWakeAt: null,
    over: false,
    epoch: 1,
    ...HERE,
    ...more,
  });
/** As if everything had happened half a minute earlier. */
const thirtySecondsLater = (stream: string) =>
  database.asOwner((owner) =>
    owner.query(
      `UPDATE attendance SET rose_at = rose_at - interval '31 s', rung_at = rung_at - interval '31 s' WHERE stream = $1`,
      [stream],
    ),
  );
const rowOf = async (stream: string) =>
  (await database.asOwner((owner) => owner.query('SELECT * FROM attendance WHERE stream = $1', [stream])))
    .rows[0];

describe('a stream is rung', () => {
  it('when something rose, once, and again only if nobody looked for 30 seconds', async () => {
    const stream = await given();
    expect(await claim()).toContainEqual({ stream, reason: 'rose', epoch: 1 });
    expect(await ringing(stream)).toEqual([]);
    await thirtySecondsLater(stream);
    expect(await ringing(stream)).toEqual(['unseen']);
    await seen(stream);
    await thirtySecondsLater(stream);
    expect(await ringing(stream)).toEqual([]);
  });

  it('when something rises after a ring, at once', async () => {
    const stream = await given();
    await ringing(stream);
    await say(store, stream, { ring: { raise: true } });
    expect(await ringing(stream)).toEqual(['rose']);
  });

  it('not for what needs no look', async () => {
    const stream = await given();
    await ringing(stream);
    await seen(stream);
    await say(store, stream, { ring: { raise: false } });
    await thirtySecondsLater(stream);
    expect(await ringing(stream)).toEqual([]);
  });

  it('when its wake is overdue by a minute', async () => {
    const stream = await given();
    await ringing(stream);
    const now = await clock.now();
    await seen(stream, { nextWakeAt: shifted(now, -50_000) });
    await thirtySecondsLater(stream);
    expect(await ringing(stream)).toEqual([]);
    await seen(stream, { nextWakeAt: shifted(now, -61_000) });
    expect(await ringing(stream)).toEqual(['overdue']);
    await seen(stream, { nextWakeAt: shifted(now, -61_000), over: true });
    await thirtySecondsLater(stream);
    expect(await ringing(stream)).toEqual([]);
  });

  it('when Temporal or the shape of its workflow is another, until it has looked there', async () => {
    const stream = await given();
    await ringing(stream);
    await seen(stream);
    await thirtySecondsLater(stream);
    expect(await ringing(stream, { shape: 'campaign@2' })).toEqual(['shape']);
    await thirtySecondsLater(stream);
    expect(await ringing(stream, { cluster: 'a new one' })).toEqual(['cluster']);
    expect(await ringing(stream, { cluster: 'a new one' })).toEqual([]);
    await thirtySecondsLater(stream);
    expect(await ringing(stream, { cluster: 'a new one' })).toEqual(['cluster']);
    await seen(stream, { cluster: 'a new one', shape: 'campaign@2' });
    await thirtySecondsLater(stream);
    expect(await ringing(stream, { cluster: 'a new one', shape: 'campaign@2' })).toEqual([]);
  });

  it('at once and once when Temporal is another, however lately it was rung, and again when it is a third', async () => {
    const stream = await given();
    await ringing(stream);
    await seen(stream);
    expect(await ringing(stream, { cluster: 'a second' })).toEqual(['cluster']);
    expect(await ringing(stream, { cluster: 'a second' })).toEqual([]);
    expect(await ringing(stream, { cluster: 'a third' })).toEqual(['cluster']);
    await seen(stream, { cluster: 'a third' });
    expect(await ringing(stream)).toEqual(['cluster']);
    await seen(stream, { over: true });
    expect(await ringing(stream, { cluster: 'a second' })).toEqual([]);
  });

  it('at once and once when a restore has raised the epoch, until it has looked in that', async () => {
    const [stream, over] = [await given(), await given()];
    await claim();
    await seen(stream);
    await seen(over, { over: true });
    const setEpoch = (epoch: number) =>
      database.asOwner((owner) => owner.query('UPDATE install SET epoch = $1', [epoch]));
    try {
      await setEpoch(2);
      const rings = (await claim()).filter((ring) => [stream, over].includes(ring.stream));
      expect(rings).toEqual([{ stream, reason: 'epoch', epoch: 2 }]);
      expect(await ringing(stream)).toEqual([]);
      await thirtySecondsLater(stream);
      expect(await ringing(stream)).toEqual(['epoch']);
      await seen(stream, { epoch: 2 });
      await thirtySecondsLater(stream);
      expect(await ringing(stream)).toEqual([]);
    } finally {
      await setEpoch(1);
    }
  });

  it('RR6.2 by one of two relays, and no more at a time than asked', async () => {
    const streams = await Promise.all(Array.from({ length: 12 }, () => given()));
    const claims = await Promise.all([claim({ limit: 5 }), claim({ limit: 5 }), claim({ limit: 5 })]);
    expect(Math.max(...claims.map((rings) => rings.length))).toBe(5);
    const rest = [...claims.flat(), ...(await claim())].map(({ stream }) => stream);
    expect(streams.every((stream) => rest.filter((rung) => rung === stream).length === 1)).toBe(true);
  });
});

it('RR6.4 a look that saw less than another before it changes nothing', async () => {
  const stream = await given();
  await seen(stream, { seenVersion: 3, over: true });
  await seen(stream, { seenVersion: 2, over: false });
  expect(await rowOf(stream)).toMatchObject({ seen_version: 3, over: true, log_version: 1 });
});

it('the earliest wake, those asked to ring by then and those who have not looked are known', async () => {
  await database.asOwner((owner) => owner.query('DELETE FROM attendance'));
  expect(await clock.earliestWake()).toBeNull();
  const [first, second, over] = [await given(), await given(), await given()];
  await claim();
  expect(await clock.unseen()).toBe(3);
  const at = shifted(await clock.now(), 3_600_000);
  await seen(first, { nextWakeAt: at });
  await seen(second, { nextWakeAt: shifted(at, 1_000) });
  await seen(over, { nextWakeAt: shifted(at, -1_000), over: true });
  expect(await clock.earliestWake()).toBe(at);
  expect(await clock.unseen()).toBe(0);

  await clock.forwardTo(at);
  expect(await clock.unseen()).toBe(1);
  expect(await clock.askToRing(at)).toBe(1);
  expect(await claim()).toEqual([{ stream: first, reason: 'rose', epoch: 1 }]);
});
