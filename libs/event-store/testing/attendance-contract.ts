import assert from 'node:assert/strict';
import type { Instant } from '@rectify/domain';
import type { Acknowledgement, Attendance, ClaimRequest, RingReason } from '../attendance';
import type { EventStore } from '../event-store';
import { aStream, say, shifted } from './given';

/** A store with its attendance, and a way to let half a minute of the machine's time pass for one stream. */
export interface Attended {
  readonly store: EventStore;
  readonly attendance: Attendance;
  readonly now: () => Promise<Instant>;
  readonly thirtySecondsLater: (stream: string) => Promise<void>;
}

type Rule = (attended: Attended) => Promise<void>;

const HERE = { cluster: 'a namespace', shape: 'campaign@1' };
const claim = ({ attendance }: Attended, more: Partial<ClaimRequest> = {}) =>
  attendance.claimRings({ ...HERE, limit: 100, staleAfterSeconds: 30, ...more });
const ringing = async (
  attended: Attended,
  stream: string,
  more: Partial<ClaimRequest> = {},
): Promise<RingReason[]> =>
  (await claim(attended, more)).filter((ring) => ring.stream === stream).map(({ reason }) => reason);

const given = async ({ store }: Attended): Promise<string> => {
  const stream = aStream();
  await say(store, stream, { ring: { raise: true } });
  return stream;
};
const seen = ({ attendance }: Attended, stream: string, more: Partial<Acknowledgement> = {}) =>
  attendance.acknowledge(stream, {
    ...{ seenVersion: 1, nextWakeAt: null, over: false, epoch: 1 },
    ...HERE,
    ...more,
  });

const rules: Readonly<Record<string, Rule>> = {
  'a stream is rung when something rose, once, and again only if nobody looked for 30 seconds': async (
    attended,
  ) => {
    const stream = await given(attended);
    const rings = (await claim(attended)).filter((ring) => ring.stream === stream);
    assert.deepEqual(rings, [{ stream, reason: 'rose', epoch: 1 }]);
    assert.deepEqual(await ringing(attended, stream), []);
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream), ['unseen']);
    await seen(attended, stream);
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream), []);
  },

  'a stream is rung when something rises after a ring, at once': async (attended) => {
    const stream = await given(attended);
    await ringing(attended, stream);
    await say(attended.store, stream, { ring: { raise: true } });
    assert.deepEqual(await ringing(attended, stream), ['rose']);
  },

  'a stream is not rung for what needs no look': async (attended) => {
    const stream = await given(attended);
    await ringing(attended, stream);
    await seen(attended, stream);
    await say(attended.store, stream, { ring: { raise: false } });
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream), []);
  },

  'R6.8 a stream is rung when the calendar is another than it was looked at by, at once and once, until it is seen':
    async (attended) => {
      const [stream, over] = [await given(attended), await given(attended)];
      await ringing(attended, stream);
      const calendarOf = async () => (await attended.store.readStream('calendar/cn', 0, 1_000)).length;
      const known = await calendarOf();
      await seen(attended, stream, { calendarVersion: known });
      await seen(attended, over, { calendarVersion: known, over: true });
      assert.deepEqual(await ringing(attended, stream), []);
      await say(attended.store, 'calendar/cn', {});
      const rings = (await claim(attended)).filter((ring) => [stream, over].includes(ring.stream));
      assert.deepEqual(rings, [{ stream, reason: 'calendar', epoch: 1 }]);
      assert.deepEqual(await ringing(attended, stream), []);
      await attended.thirtySecondsLater(stream);
      assert.deepEqual(await ringing(attended, stream), ['calendar']);
      await seen(attended, stream, { calendarVersion: known + 1 });
      await attended.thirtySecondsLater(stream);
      assert.deepEqual(await ringing(attended, stream), []);
    },

  'a stream is rung when its wake is overdue by a minute': async (attended) => {
    const stream = await given(attended);
    await ringing(attended, stream);
    const now = await attended.now();
    await seen(attended, stream, { nextWakeAt: shifted(now, -20_000) });
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream), []);
    await seen(attended, stream, { nextWakeAt: shifted(now, -61_000) });
    assert.deepEqual(await ringing(attended, stream), ['overdue']);
    await seen(attended, stream, { nextWakeAt: shifted(now, -61_000), over: true });
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream), []);
  },

  'a stream is rung when Temporal or the shape of its workflow is another, until it has looked there': async (
    attended,
  ) => {
    const stream = await given(attended);
    await ringing(attended, stream);
    await seen(attended, stream);
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream, { shape: 'campaign@2' }), ['shape']);
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream, { cluster: 'a new one' }), ['cluster']);
    const there = { cluster: 'a new one', shape: 'campaign@2' };
    await seen(attended, stream, there);
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream, there), []);
  },

  'a stream is rung at once and once when Temporal is another, however lately it was rung': async (
    attended,
  ) => {
    const stream = await given(attended);
    await ringing(attended, stream);
    await seen(attended, stream);
    assert.deepEqual(await ringing(attended, stream, { cluster: 'a second' }), ['cluster']);
    assert.deepEqual(await ringing(attended, stream, { cluster: 'a second' }), []);
    assert.deepEqual(await ringing(attended, stream, { cluster: 'a third' }), ['cluster']);
    await seen(attended, stream, { cluster: 'a third' });
    assert.deepEqual(await ringing(attended, stream), ['cluster']);
    await seen(attended, stream, { over: true });
    assert.deepEqual(await ringing(attended, stream, { cluster: 'a second' }), []);
  },

  'RR6.2 a stream is rung by one of three relays, and no more at a time than asked': async (attended) => {
    const streams = await Promise.all(Array.from({ length: 12 }, () => given(attended)));
    const claims = await Promise.all([5, 5, 5].map((limit) => claim(attended, { limit })));
    assert.equal(Math.max(...claims.map((rings) => rings.length)), 5);
    const rest = [...claims.flat(), ...(await claim(attended))].map(({ stream }) => stream);
    assert.ok(streams.every((stream) => rest.filter((rung) => rung === stream).length === 1));
  },

  'RR6.4 a look that saw less than another before it changes nothing': async (attended) => {
    const stream = await given(attended);
    await ringing(attended, stream);
    await say(attended.store, stream, { ring: { raise: true } });
    await ringing(attended, stream);
    await seen(attended, stream, { seenVersion: 2 });
    await seen(attended, stream, { seenVersion: 1, cluster: 'another' });
    await attended.thirtySecondsLater(stream);
    assert.deepEqual(await ringing(attended, stream), []);
  },
};

/** One rule a case, for `it.each`: PostgreSQL and the twin in memory keep the same. */
export const attendanceContract: readonly (readonly [string, Rule])[] = Object.entries(rules);
