import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import { type Acknowledgement, type Attendance, createAttendance } from './attendance';
import { type Clock, createClock } from './clock';
import type { EventStore } from './event-store';
import { createPostgresStore } from './postgres-store';
import { attendanceContract } from './testing/attendance-contract';
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
const thirtySecondsLater = async (stream: string): Promise<void> => {
  await database.asOwner((owner) =>
    owner.query(
      `UPDATE attendance SET rose_at = rose_at - interval '31 s', rung_at = rung_at - interval '31 s' WHERE stream = $1`,
      [stream],
    ),
  );
};
const rowOf = async (stream: string) =>
  (await database.asOwner((owner) => owner.query('SELECT * FROM attendance WHERE stream = $1', [stream])))
    .rows[0];

describe('RR6.2 attendance on PostgreSQL', () => {
  it.each(attendanceContract)('%s', (_rule, prove) =>
    prove({ store, attendance, now: clock.now, thirtySecondsLater }),
  );

  it('rings at once and once when a restore has raised the epoch, until it has looked in that', async () => {
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
