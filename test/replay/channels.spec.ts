import { Worker } from '@temporalio/worker';
import { channelLimits } from '@rectify/domain';
import { createDingtalkChannel } from '../../apps/worker/channels/dingtalk.channel';
import { createPostJson } from '../../apps/worker/channels/post-json';
import { readStory } from '../../apps/worker/story';
import { testPostgres, type TestPostgres } from '../harness/postgres';
import { dingtalkRobot, type TestRobot } from '../harness/robots';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { toJson } from './histories';
import { live, type Living } from './living-campaign';
import { strangeTexts } from './payloads';
import { bundle, silence } from './performance';

const secret = 'SEC-of-a-test';
const workflowId = 'delivery/dingtalk';

/** A second robot's workflow beside e-mail's, on Temporal, PostgreSQL and a robot that blocks. */
describe('a channel as its workflow lives it', () => {
  let temporal: TestTemporal;
  let postgres: TestPostgres;
  let smtp: TestSmtp;
  let robot: TestRobot;
  let living: Living;

  beforeAll(async () => {
    silence();
    [temporal, postgres, smtp] = await Promise.all([testTemporal(), testPostgres(), testSmtp()]);
    robot = await dingtalkRobot({ secret });
    const limits = { ...channelLimits, dingtalk: { ...channelLimits.dingtalk, blockSeconds: 6 } };
    const post = createPostJson({ loopback: true, privateHosts: [] });
    const dingtalk = createDingtalkChannel({
      ...{ url: robot.url, secret, post, mentionAll: false },
      limits: limits.dingtalk,
    });
    living = await live(temporal, postgres, smtp, { transports: { dingtalk }, limits });
    await living.launch('01900000-0000-7000-8000-000000000001', 1);
  }, 120_000);
  afterAll(async () => {
    await living?.stop();
    await robot?.stop();
    await smtp?.stop();
    await temporal?.stop();
    await postgres?.stop();
  });

  it('rests while it is blocked, by a timer, and then delivers what it had claimed', async () => {
    robot.answerNext({ body: '{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}' });
    await living.forwardTo('2026-03-27T01:10:00.000Z');
    const [taken] = await robot.waitForPosts(1, 30_000);
    expect(taken?.text).toMatch(/^今日提醒5条/);
    expect(robot.requests).toHaveLength(2);
    expect((taken?.at ?? 0) - (robot.requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(5_900);
    await living.settled();
    const story = await readStory(living.performance.client, workflowId);
    expect(story.filter((line) => /rest|retry|digest/.test(line))).toEqual([
      'deed deliver digest x1 -> 1',
      expect.stringMatching(/^timer (rest|retry)$/),
      'deed deliver retry x1 -> 1',
    ]);
  }, 90_000);

  it('leaves nothing in Temporal but ids, kinds, dates and counts, and replays', async () => {
    const history = await living.performance.client.workflow.getHandle(workflowId).fetchHistory();
    expect(strangeTexts(toJson(history))).toEqual([]);
    expect(JSON.stringify(toJson(history))).not.toMatch(/nobody-may-see|SEC|130101/);
    await Worker.runReplayHistory({ workflowBundle: await bundle() }, history, workflowId);
  });
});
