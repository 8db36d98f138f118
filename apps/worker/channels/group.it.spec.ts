import { channelLimits, civilDateOf } from '@rectify/domain';
import { personIds, unitIds } from '@rectify/testing';
import { Client } from 'pg';
import { delivering, type Delivering } from '../../../test/harness/delivering';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import {
  dingtalkRobot,
  feishuRobot,
  wecomRobot,
  webhookReceiver,
  type TestRobot,
} from '../../../test/harness/robots';
import { testSmtp, type TestSmtp } from '../../../test/harness/smtp';
import { eventually } from '../../../test/harness/wait';
import type { Transports } from './channel';
import { createChannels, type AllLimits } from './create-channels';

const secret = 'SEC-of-a-test';
const key = Buffer.alloc(32, 5);
const dueDay = '2026-03-30';

/** A provider's rates in a test's own units of time: a second for a minute. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const limitsOf = (): Mutable<AllLimits> => ({
  ...channelLimits,
  wecom: { ...channelLimits.wecom, rates: [{ most: 10, inSeconds: 1 }], blockSeconds: 1 },
  dingtalk: { ...channelLimits.dingtalk, rates: [{ most: 500, inSeconds: 1 }], blockSeconds: 1 },
  feishu: { ...channelLimits.feishu, avoidMinutes: [] },
});

/** Real campaigns and ledger on PostgreSQL, and servers that behave as the providers do. */
describe('delivery to groups and programs', () => {
  let server: TestPostgres;
  let on: Delivering;
  let smtp: TestSmtp;
  let limits: Mutable<AllLimits>;
  let transports: Transports;
  let robots: { wecom: TestRobot; dingtalk: TestRobot; feishu: TestRobot; webhook: TestRobot };

  beforeEach(async () => {
    server = await testPostgres();
    limits = limitsOf();
    smtp = await testSmtp();
    robots = {
      wecom: await wecomRobot({ rates: [{ most: 10, inMs: 1_000 }] }),
      dingtalk: await dingtalkRobot({ secret, rates: [{ most: 3, inMs: 300 }], blockMs: 800 }),
      feishu: await feishuRobot({ secret }),
      webhook: await webhookReceiver({ secret: `whsec_${key.toString('base64')}` }),
    };
    transports = createChannels(
      {
        email: { url: smtp.url, from: 'rectify@example.test' },
        wecom: { url: robots.wecom.url },
        dingtalk: { url: robots.dingtalk.url, secret },
        feishu: { url: robots.feishu.url, secret },
        webhook: { url: robots.webhook.url, key },
        reach: { loopback: true, privateHosts: [] },
        mentionAll: false,
      },
      limits,
    );
    on = await delivering(server, { transports, limits });
  });
  afterEach(async () => {
    transports?.email?.close();
    await on?.pool.end();
    await Promise.all([...Object.values(robots ?? {}), smtp].map((one) => one?.stop()));
    await server?.stop();
  });

  /** As many units of which each has one urgent reminder: copies of one that was really issued. */
  const urgentInUnits = async (count: number): Promise<void> => {
    await on.forward('2026-03-30T00:30:00.000Z');
    const owner = new Client({ connectionString: on.ownerUrl });
    await owner.connect();
    try {
      await owner.query(
        `INSERT INTO outbox SELECT (jsonb_populate_record(o, jsonb_build_object(
           'rung_id', o.rung_id || '/' || n, 'unit_id', gen_random_uuid()))).*
         FROM outbox o, generate_series(1, $1) n
         WHERE o.rung_id = (SELECT min(rung_id) FROM outbox WHERE rung = 'T')`,
        [count],
      );
      await owner.query(`DELETE FROM outbox WHERE rung_id NOT LIKE '%:T/%'`);
    } finally {
      await owner.end();
    }
  };
  const workedOff = (channel: 'wecom' | 'dingtalk' | 'feishu' | 'webhook') =>
    eventually(
      async () => {
        const { due, wake } = await on.look(channel);
        if (due > 0) await on.deliver(channel);
        return due === 0 && wake === null;
      },
      { timeoutMs: 20_000, everyMs: 20, what: 'everything delivered' },
    );
  const states = async () => {
    const { rows } = await on.pool.query<{ channel: string; state: string; count: number }>(
      'SELECT channel, state, count(*)::int AS count FROM delivery GROUP BY 1, 2 ORDER BY 1, 2',
    );
    return rows.map(({ channel, state, count }) => `${channel} ${state} ${count}`);
  };

  it('tells a unit once what e-mail tells each of its people, by titles and links and without a name', async () => {
    await on.forward('2026-03-27T00:30:00.000Z');
    await on.forward('2026-03-27T01:30:00.000Z');
    for (const channel of ['wecom', 'dingtalk', 'feishu', 'webhook'] as const)
      expect([channel, await on.deliver(channel)]).toEqual([channel, 1]);
    await on.deliver('email');
    const texts = Object.values(robots).map(({ posts }) => posts().map(({ text }) => text));
    expect(texts.map((all) => all.length)).toEqual([1, 1, 1, 1]);
    const [post = ''] = texts[0] ?? [];
    expect(post).toMatch(/^补发·5条提醒合并，逾期0项\n1\. 还有3天·PDH-2026-B01 B1 回答检查项/);
    expect(post.match(/https:\/\/example\.test\/t\/\w+/g)).toHaveLength(5);
    expect(texts.slice(1, 3)).toEqual([[post], [post]]);
    expect(smtp.mails.length).toBeGreaterThan(1);
    const names = [...Object.keys(personIds), ...Object.values(personIds), '平淡化'];
    for (const text of texts.flat()) expect(names.filter((name) => text.includes(name))).toEqual([]);
    const ledger = await on.ledger();
    const groups = ledger.filter(({ channel }) => channel !== 'email');
    expect(new Set(groups.map(({ recipient }) => recipient))).toEqual(new Set([unitIds.branch]));
    expect(new Set(ledger.map((row) => `${row.rung_id} ${row.recipient} ${row.channel}`)).size).toBe(
      ledger.length,
    );
    for (const channel of ['wecom', 'dingtalk', 'feishu', 'webhook'] as const)
      expect(await on.look(channel)).toMatchObject({ due: 0 });
  });

  it('R5.12 keeps to the rate of its provider, which is asked for no more than it allows', async () => {
    await urgentInUnits(24);
    const began = Date.now();
    await workedOff('wecom');
    expect(Date.now() - began).toBeGreaterThan(2_000);
    expect(robots.wecom.requests.map(({ code }) => code)).toEqual(Array.from({ length: 24 }, () => 0));
    expect(await states()).toEqual(['wecom sent 24']);
  });

  it('R5.12 is one rate, however many processes deliver', async () => {
    await urgentInUnits(12);
    await Promise.all([on.deliver('wecom'), on.deliver('wecom'), on.deliver('wecom')]);
    await workedOff('wecom');
    expect(robots.wecom.requests.filter(({ code }) => code !== 0)).toEqual([]);
    expect(robots.wecom.posts()).toHaveLength(12);
  });

  it('leaves DingTalk alone while it blocks, and loses and doubles nothing', async () => {
    await urgentInUnits(8);
    await on.deliver('dingtalk');
    expect(robots.dingtalk.requests.map(({ code }) => code)).toEqual([0, 0, 0, 130101]);
    const resting = await on.look('dingtalk');
    expect(resting).toMatchObject({ due: 0, wake: { label: 'rest' } });
    expect(await on.deliver('dingtalk')).toBe(0);
    expect(robots.dingtalk.requests).toHaveLength(4);
    expect((await on.pool.query('SELECT last_error FROM mail WHERE state = $1', ['claimed'])).rows).toEqual([
      { last_error: 'DINGTALK_130101' },
    ]);
    await workedOff('dingtalk');
    expect(robots.dingtalk.posts()).toHaveLength(8);
    expect(await states()).toEqual(['dingtalk sent 8']);
    // One too many begins each block, and is the only one in it.
    expect(robots.dingtalk.requests.filter(({ code }) => code !== 0).length).toBeLessThanOrEqual(2);
  });

  it('begins nothing with Feishu in the minutes that it asks to avoid', async () => {
    await urgentInUnits(2);
    const minute = new Date().getUTCMinutes();
    limits.feishu = { ...limits.feishu, avoidMinutes: [minute, (minute + 1) % 60, (minute + 2) % 60] };
    const waiting = await on.look('feishu');
    expect(waiting).toMatchObject({ due: 0, wake: { label: 'rest' } });
    expect(waiting.wake?.inMs).toBeGreaterThan(60_000);
    expect(await on.deliver('feishu')).toBe(0);
    limits.feishu = { ...limits.feishu, avoidMinutes: [] };
    await workedOff('feishu');
    expect(robots.feishu.posts()).toHaveLength(2);
  });

  it('gives up after a bounded number of tries, and shows it with its reason', async () => {
    await on.forward(`${dueDay}T00:30:00.000Z`);
    await on.forward(`${dueDay}T01:30:00.000Z`);
    robots.wecom.answerNext({ body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    await on.deliver('wecom');
    const [trying] = await on.ledger();
    expect(trying).toMatchObject({
      channel: 'wecom',
      state: 'claimed',
      attempts: 1,
      last_error: 'WECOM_93000',
    });
    await on.pool.query(`UPDATE mail SET attempts = 129`);
    robots.wecom.answerNext({ body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    await eventually(async () => (await on.look('wecom')).due > 0);
    await on.deliver('wecom');
    const ledger = await on.ledger();
    expect(
      new Set(ledger.map(({ state, last_error, attempts }) => `${state} ${last_error} ${attempts}`)),
    ).toEqual(new Set(['failed WECOM_93000 130']));
    expect(civilDateOf(ledger[0]?.at ?? '')).toBe(dueDay);
    expect(await on.look('wecom')).toMatchObject({ due: 0, wake: null });
  });

  it('repeats a webhook that was taken by nobody who could say so under the same id', async () => {
    await urgentInUnits(1);
    robots.webhook.answerNext({ status: 500 });
    await on.deliver('webhook');
    await workedOff('webhook');
    const ids = robots.webhook.requests.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await states()).toEqual(['webhook sent 1']);
  });
});
