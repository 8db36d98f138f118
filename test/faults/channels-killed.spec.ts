import { createClock } from '@rectify/event-store';
import { setFirstDay, setUpOrganisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { dingtalkRobot, webhookReceiver, wecomRobot, type TestRobot } from '../harness/robots';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { untilAllHaveLooked } from './attended';
import { readTheLog, type TheLog } from './the-log';
import { fiveStages } from '../harness/launch';

const UNITS = 4;
/** Friday, 27 March: T-3 and T-1 of the screening fall due at 08:30 and come as each unit's digest. */
const REMINDED = ['2026-03-27T00:31:00.000Z', '2026-03-27T01:10:00.000Z'] as const;
const SECRET = 'SEC-of-a-test';
const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

/** The worker is killed after a robot and a webhook have taken a message, and before it could be told so. */
describe('the worker killed in the middle of a delivery', () => {
  let temporal: TestTemporal;
  let stack: Stack;
  let log: TheLog;
  let robots: { wecom: TestRobot; dingtalk: TestRobot; webhook: TestRobot };

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    robots = {
      wecom: await wecomRobot(),
      dingtalk: await dingtalkRobot({ secret: SECRET }),
      webhook: await webhookReceiver({ secret: WEBHOOK_SECRET }),
    };
    [temporal] = await Promise.all([testTemporal(), setFirstDay(ownerUrl)]);
    stack = await startStack({
      ownerUrl,
      temporalAddress: temporal.address,
      workers: 1,
      env: {
        WECOM_ROBOT_URL: robots.wecom.url.href,
        DINGTALK_ROBOT_URL: robots.dingtalk.url.href,
        DINGTALK_ROBOT_SECRET: SECRET,
        WEBHOOK_URL: robots.webhook.url.href,
        WEBHOOK_SECRET,
        MAIL_RETRY_SECONDS: '2',
        LOG_LEVEL: 'debug',
      },
    });
    log = readTheLog(ownerUrl);
    const { branches } = await setUpOrganisation(stack, { branches: UNITS });
    for (const { secretary, unitId } of branches)
      await secretary.command('/api/campaigns', { unitId, ...fiveStages });
    await createClock(log.pool).forwardTo('2026-03-03T01:00:00.000Z');
    await untilAllHaveLooked(log.pool);
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    await log?.close();
    await temporal?.stop();
    await Promise.all(Object.values(robots ?? {}).map((robot) => robot.stop()));
  });

  it('goes on when it is back: nothing lost, and at most one repeat', async () => {
    const killed = new Promise<void>((resolve, failed) => {
      const kill = (): void => void stack.kill('worker').then(resolve, failed);
      robots.wecom.answerNext({ hang: true });
      robots.webhook.answerNext({ hang: true, whenThere: kill });
    });
    const clock = createClock(log.pool);
    for (const at of REMINDED) {
      await clock.forwardTo(at);
      await clock.askToRing(at);
      await Promise.race([untilAllHaveLooked(log.pool, 60_000), killed]);
    }
    await killed;
    expect(robots.webhook.posts().length).toBeGreaterThan(0);
    await stack.restart('worker');
    await eventually(allSent, { timeoutMs: 90_000, what: 'every unit told over every channel' });
    for (const robot of Object.values(robots)) {
      const seen = new Map<string, number>();
      for (const { text } of robot.posts()) seen.set(linkOf(text), (seen.get(linkOf(text)) ?? 0) + 1);
      const counts = [...seen.values()].sort();
      expect(counts).toHaveLength(UNITS);
      expect(counts.slice(0, -1)).toEqual(counts.slice(0, -1).map(() => 1));
      expect(counts.at(-1)).toBeLessThanOrEqual(2);
    }
  }, 180_000);

  it('repeats a webhook under the id that it had', () => {
    const ids = robots.webhook.posts().map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(UNITS + 1);
    expect(new Set(ids).size).toBe(UNITS);
  });

  it('has one row a reminder, unit and channel, and all of them sent', async () => {
    const { rows } = await log.pool.query<{
      channel: string;
      state: string;
      rungs: number;
      recipients: number;
    }>(
      `SELECT channel, state, count(DISTINCT rung_id)::int AS rungs, count(DISTINCT recipient)::int AS recipients
       FROM delivery GROUP BY 1, 2 ORDER BY 1`,
    );
    const { rows: issued } = await log.pool.query<{ count: number }>(
      'SELECT count(*)::int FROM outbox WHERE NOT merged',
    );
    const rungs = issued[0]?.count;
    expect(rungs).toBeGreaterThan(0);
    expect(rows).toEqual(
      ['dingtalk', 'webhook', 'wecom'].map((channel) => ({
        channel,
        state: 'sent',
        rungs,
        recipients: UNITS,
      })),
    );
  });

  it('has told nobody a secret', () => {
    const printed = [...stack.output('worker'), ...stack.output('api')].join('\n');
    expect(printed).not.toMatch(/nobody-may-see|SEC-of-a-test|whsec_/);
    expect(printed).not.toContain(robots.wecom.url.host);
  });

  const allSent = async (): Promise<boolean> => {
    const { rows } = await log.pool.query<{ count: number }>(
      `SELECT count(DISTINCT (channel, person_id))::int AS count FROM mail WHERE state = 'sent'`,
    );
    return rows[0]?.count === 3 * UNITS;
  };
});

/** The first reminder's link names the post: its titles count days and may change from try to try. */
const linkOf = (text: string): string => /\/t\/(\w+)/.exec(text)?.[1] ?? '';
