import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel } from '@rectify/domain';
import { eventStoreMigrations } from '@rectify/event-store';
import { migratedDatabase, scopeOfPerson, unitIds } from '@rectify/testing';
import { Client, type Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import type { ObligationRow } from '../obligation/obligation.table';
import type { OutboxRow } from '../outbox/outbox.table';
import { mail, organiser, owed, rung, secretary } from './delivery.examples';
import {
  claimMail,
  countPending,
  deliveriesOf,
  everyDelivery,
  finishMail,
  mailsMadeOn,
  markDropped,
  noteAttempt,
  pendingRungs,
  profilesOf,
  readModelMigrations,
  saveProfile,
  settleRungs,
  unfinishedMails,
  waitingMails,
} from '../index';

const at = '2026-04-01T00:33:00.000Z';

let server: TestPostgres;
let pool: Pool;
let owner: Client;

beforeAll(async () => {
  server = await testPostgres();
  const url = await server.freshDatabase();
  pool = await migratedDatabase(url, [...eventStoreMigrations, ...readModelMigrations]);
  owner = new Client({ connectionString: url });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await pool?.end();
  await server?.stop();
});
beforeEach(async () => {
  await owner.query('TRUNCATE outbox, obligation, mail, delivery, delivery_settled, channel_pace');
});

const write = (rungs: readonly OutboxRow[], obligations: readonly ObligationRow[] = []): Promise<unknown> =>
  owner.query('SELECT apply_rows($1)', [
    JSON.stringify({
      outbox: { upsert: rungs, remove: [] },
      obligation: { upsert: obligations, remove: [] },
    }),
  ]);
const idsOf = async (channel: Channel = 'email'): Promise<string[]> =>
  (await pendingRungs(pool, channel, { limit: 100 })).items.map(({ obligation_id }) => obligation_id);
const states = async (): Promise<string[]> =>
  (await everyDelivery(pool, 100)).map(({ obligation_id, state }) => `${obligation_id} ${state}`);

describe('what is pending', () => {
  it('is every rung that was not merged and not settled, with its deliveries and whether its obligation stands', async () => {
    await write([rung(1), rung(2, { merged: true }), rung(3), rung(4)], [owed(1), owed(3, 2)]);
    await claimMail(pool, mail(), [rung(1).rung_id], at);
    await settleRungs(pool, 'email', [rung(4).rung_id]);
    const { items } = await pendingRungs(pool, 'email', { limit: 10 });
    expect(
      items.map(({ obligation_id, stands, deliveries }) => [
        obligation_id,
        stands,
        deliveries.map(({ recipient, state }) => [recipient, state]),
      ]),
    ).toEqual([
      ['id1', true, [[organiser, 'claimed']]],
      ['id3', false, []],
    ]);
    expect(items[0]).toMatchObject(rung(1));
    expect(await idsOf('wecom')).toEqual(['id1', 'id3', 'id4']);
  });

  it('comes page by page, and from a moment on', async () => {
    await write([rung(1), rung(2), rung(3)]);
    const first = await pendingRungs(pool, 'email', { limit: 2 });
    const second = await pendingRungs(pool, 'email', { limit: 2, after: first.next ?? '' });
    expect([first, second].map(({ items }) => items.map(({ obligation_id }) => obligation_id))).toEqual([
      ['id1', 'id2'],
      ['id3'],
    ]);
    expect(second.next).toBeNull();
    const since = await pendingRungs(pool, 'email', { limit: 9, since: rung(2).recorded_at });
    expect(since.items.map(({ obligation_id }) => obligation_id)).toEqual(['id2', 'id3']);
  });
});

describe('a claim', () => {
  it('R5.4 is one mail’s for each rung, person and channel, whoever tries at the same time', async () => {
    await write([rung(1), rung(2)]);
    const ids = [rung(1).rung_id, rung(2).rung_id];
    const all = await Promise.all([1, 2, 3].map(() => claimMail(pool, mail('atOnce'), ids, at)));
    expect(all.flat().sort()).toEqual(ids);
    expect(await claimMail(pool, mail('atOnce', { personId: secretary }), ids, at)).toEqual(ids);
  });

  it('of a second digest on one day leaves nothing; the next day has its own', async () => {
    await write([rung(1), rung(2)]);
    expect(await claimMail(pool, mail(), [rung(1).rung_id], at)).toHaveLength(1);
    expect(await claimMail(pool, mail('catchUp'), [rung(2).rung_id], at)).toEqual([]);
    expect(
      await claimMail(pool, mail('digest', { composedOn: '2026-04-02' }), [rung(2).rung_id], at),
    ).toHaveLength(1);
  });
});

describe('the end of a mail', () => {
  it('is its rungs’ too, and said once', async () => {
    await write([rung(1), rung(2)]);
    const [one, two] = [mail('atOnce'), mail('atOnce')];
    await claimMail(pool, one, [rung(1).rung_id], at);
    await claimMail(pool, two, [rung(2).rung_id], at);
    await noteAttempt(pool, two.mailId, { error: 'ECONNREFUSED', againInSeconds: 60 });
    await finishMail(pool, one.mailId, { state: 'sent', at });
    await finishMail(pool, two.mailId, { state: 'failed', at, error: 'EENVELOPE' });
    await finishMail(pool, one.mailId, { state: 'failed', at, error: 'TOO_LATE' });
    expect((await states()).sort()).toEqual(['id1 sent', 'id2 failed']);
    const failed = await deliveriesOf(pool, scopeOfPerson(secretary), 'failure', { limit: 9 });
    expect(failed.items).toEqual([
      expect.objectContaining({
        attempts: 1,
        last_error: 'EENVELOPE',
        at,
        recipient: organiser,
        do: 'remind',
        due_on: '2026-04-02',
      }),
    ]);
  });

  it('that is to be tried again waits for its time, which whoever tried has noted', async () => {
    await write([rung(1), rung(2)]);
    expect(await waitingMails(pool, 'email', 60)).toEqual({ count: 0, inMs: null });
    const [one, two] = [mail('atOnce'), mail('atOnce')];
    await claimMail(pool, one, [rung(1).rung_id], at);
    await claimMail(pool, two, [rung(2).rung_id], at);
    await noteAttempt(pool, one.mailId, { error: 'WECOM_45009', againInSeconds: 600 });
    await noteAttempt(pool, two.mailId, { error: 'ESOCKET', againInSeconds: 5 });
    const { count, inMs } = await waitingMails(pool, 'email', 60);
    expect(count).toBe(2);
    expect(inMs).toBeGreaterThan(0);
    expect(inMs).toBeLessThanOrEqual(5_000);
    expect(await unfinishedMails(pool, 'email', { goneAfterSeconds: 60, limit: 10 })).toEqual([]);
    await owner.query(`UPDATE mail SET retry_at = retry_at - interval '6 seconds'`);
    expect((await waitingMails(pool, 'email', 60)).inMs).toBeLessThanOrEqual(0);
    const taken = await unfinishedMails(pool, 'email', { goneAfterSeconds: 60, limit: 10 });
    expect(taken.map(({ mailId, attempts }) => [mailId, attempts])).toEqual([[two.mailId, 2]]);
    expect(await unfinishedMails(pool, 'email', { goneAfterSeconds: 60, limit: 10 })).toEqual([]);
  });

  it('that never came is taken over once, under the same Message-ID', async () => {
    await write([rung(1), rung(2)]);
    const claimed = mail();
    await claimMail(pool, claimed, [rung(2).rung_id, rung(1).rung_id], at);
    const old = { goneAfterSeconds: 60, limit: 10 };
    expect(await unfinishedMails(pool, 'email', old)).toEqual([]);
    await owner.query(`UPDATE mail SET claimed_at = claimed_at - interval '2 minutes'`);
    const [first, second] = await Promise.all([
      unfinishedMails(pool, 'email', old),
      unfinishedMails(pool, 'email', old),
    ]);
    const [taken, ...others] = [...first, ...second];
    expect(others).toEqual([]);
    expect(taken).toMatchObject({ ...claimed, attempts: 2, rungs: [rung(1), rung(2)] });
    await finishMail(pool, claimed.mailId, { state: 'sent', at });
    expect(await states()).toEqual(['id2 sent', 'id1 sent']);
  });
});

describe('a day’s mail', () => {
  it('is what was composed or sent on it or is still on its way, of these recipients and this channel', async () => {
    await write([rung(1), rung(2), rung(3), rung(4)]);
    const mails = [
      mail('digest', { composedOn: '2026-03-31' }),
      mail('atOnce', { composedOn: '2026-03-31' }),
      mail('catchUp', { composedOn: '2026-03-31', personId: secretary }),
      mail('atOnce', { channel: 'wecom' }),
    ] as const;
    for (const [index, one] of mails.entries()) await claimMail(pool, one, [rung(index + 1).rung_id], at);
    const made = () => mailsMadeOn(pool, 'email', '2026-04-01', [organiser]);
    expect((await made()).map(({ kind }) => kind).sort()).toEqual(['atOnce', 'digest']);
    await finishMail(pool, mails[0].mailId, { state: 'sent', at });
    await finishMail(pool, mails[1].mailId, { state: 'sent', at: '2026-03-31T01:00:00.000Z' });
    expect(await made()).toEqual([{ personId: organiser, kind: 'digest' }]);
    expect(await mailsMadeOn(pool, 'email', '2026-03-31', [organiser])).toHaveLength(2);
    expect(await countPending(pool, 'email')).toBe(4);
    await settleRungs(pool, 'email', [rung(4).rung_id]);
    expect([await countPending(pool, 'email'), await countPending(pool, 'wecom')]).toEqual([3, 4]);
  });
});

describe('what is dropped', () => {
  it('is seen once and is not claimed later', async () => {
    await write([rung(1)]);
    const dropped = [{ rungId: rung(1).rung_id, recipient: organiser }];
    await markDropped(pool, 'email', dropped, at);
    await markDropped(pool, 'email', dropped, '2026-04-02T00:33:00.000Z');
    expect(await states()).toEqual(['id1 dropped']);
    expect(await claimMail(pool, mail(), [rung(1).rung_id], at)).toEqual([]);
  });
});

describe('the list of deliveries', () => {
  it('is the reader’s own in their units, page by page, the latest first', async () => {
    await write([rung(1), rung(2), rung(3, { unit_id: unitIds.other })]);
    for (const n of [1, 2, 3])
      await claimMail(pool, mail('atOnce'), [rung(n).rung_id], `2026-04-0${n}T00:33:00.000Z`);
    const own = scopeOfPerson(organiser);
    const first = await deliveriesOf(pool, own, 'delivery', { limit: 1 });
    const second = await deliveriesOf(pool, own, 'delivery', { limit: 1, after: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ obligation_id }) => obligation_id)).toEqual([
      'id2',
      'id1',
    ]);
    expect(second.next).toBeNull();
    const others = scopeOfPerson(secretary);
    expect((await deliveriesOf(pool, others, 'delivery', { limit: 9 })).items).toEqual([]);
    const failed = await deliveriesOf(pool, scopeOfPerson(secretary), 'failure', { limit: 9 });
    expect(failed.items).toEqual([]);
  });
});

describe('a profile', () => {
  it('is saved, changed and read by id', async () => {
    await saveProfile(pool, { person_id: organiser, name: '李明', email: null });
    await saveProfile(pool, { person_id: organiser, name: '李明', email: 'li@example.org' });
    expect(await profilesOf(pool, [organiser, secretary])).toEqual(
      new Map([[organiser, { person_id: organiser, name: '李明', email: 'li@example.org' }]]),
    );
  });
});
