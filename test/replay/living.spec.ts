import { Worker } from '@temporalio/worker';
import { driveCampaign, idle, lookAt } from '@rectify/testing';
import { readStory } from '../../apps/worker/story';
import { ownPostgres, type OwnPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { keep, toJson } from './histories';
import { live, type Living } from './living-campaign';
import { strangeTexts } from './payloads';
import { bundle, silence, type Histories } from './performance';

const campaignId = '01900000-0000-7000-8000-000000000001';
const workflowId = `campaign/${campaignId}`;
const findings = { 'B1-1': ['未按期召开支部大会'], 'B2-3': ['批评意见空泛'] };

/** A whole campaign with its real activities, on PostgreSQL, Temporal and SMTP, and what its histories hold afterwards. */
describe('a campaign as its workflow lives it', () => {
  let temporal: TestTemporal;
  let postgres: OwnPostgres;
  let smtp: TestSmtp;
  let living: Living;
  const histories: Record<string, Histories> = {};

  beforeAll(async () => {
    silence();
    [temporal, postgres, smtp] = await Promise.all([testTemporal(), ownPostgres(), testSmtp()]);
    living = await live(temporal, postgres, smtp);
    await living.launch(campaignId, 1);
  }, 120_000);
  afterAll(async () => {
    await living?.stop();
    await smtp?.stop();
    await temporal?.stop();
    await postgres?.stop();
  });

  it('is reminded day by day while nobody answers', async () => {
    await idle(living.driven, campaignId, 35, living.forwardTo);
    const subjects = smtp.mails.map(({ to, subject }) => `${to.join()} ${subject}`);
    expect(subjects.filter((line) => line.startsWith('publicity@'))).toEqual([
      'publicity@example.test 今日提醒1条，最早3月30日(周一)到期',
      'publicity@example.test 今天到期·PDH-2026-B01 B5 回答检查项（3月30日(周一)）',
      'publicity@example.test 逾期1天·PDH-2026-B01 B5 回答检查项',
      'publicity@example.test 逾期3天·PDH-2026-B01 B5 回答检查项',
    ]);
    expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(smtp.mails.length);
  }, 120_000);

  it('outlasts PostgreSQL, and hears what rang meanwhile', async () => {
    await postgres.kill();
    await living.performance.ring('campaign', workflowId, { id: campaignId, epoch: 1 });
    const patient = async () => {
      const { pendingActivities } = (
        await living.performance.client.workflow.getHandle(workflowId).describe()
      ).raw;
      return pendingActivities?.some(
        ({ activityType, attempt }) => activityType?.name === 'look' && (attempt ?? 0) > 1,
      );
    };
    await eventually(patient, { what: 'the patient look', timeoutMs: 20_000 });
    await postgres.startAgain();
    await eventually(async () => !(await patient()), { what: 'its answer', timeoutMs: 30_000 });
    await living.settled();
  }, 90_000);

  it('is worked off through its stages, to its end', async () => {
    await driveCampaign(living.driven, { campaignId, findings, forwardTo: living.forwardTo });
    expect((await lookAt(living.driven, campaignId)).campaign.status).toBe('signedOff');
    expect(await living.performance.client.workflow.getHandle(workflowId).result()).toBe('over');
    expect(await readStory(living.performance.client, workflowId)).toEqual([
      'stage screening',
      'timer open screening until 2026-03-03 00:00',
      'deed openStage screening -> 1',
      'timer rung T-3 until 2026-03-27 08:30',
      'deed remind T-3 x5 T-1 x5 -> 1',
      'timer rung T until 2026-03-30 08:30',
      'deed remind T x5 -> 1',
      'timer rung T+1 until 2026-03-31 08:30',
      'deed remind T+1 x5 -> 1',
      'timer rung T+3 until 2026-04-02 08:30',
      'deed remind T+3 x5 -> 1',
      'timer rung T+7 until 2026-04-07 08:30',
      'stage problemList',
      'deed openStage problemList -> 1',
      'timer rung T-1 until 2026-04-08 08:30',
      'timer rung T-1 until 2026-04-07 08:30',
      'stage measures',
      'timer open measures until 2026-04-08 00:00',
      'deed openStage measures -> 1',
      'timer rung T-1 until 2026-04-10 08:30',
      'stage deadlines',
      'timer open deadlines until 2026-04-22 00:00',
      'deed openStage deadlines signOff -> 2',
      'timer rung T-1 until 2026-04-24 08:30',
      'stage signOff',
      'timer rung T-1 until 2026-04-24 08:30',
      'stage over',
      'end over',
    ]);
  }, 180_000);

  it('has delivered what the campaign recorded', async () => {
    expect(await readStory(living.performance.client, 'delivery/email')).toEqual([
      'timer mail until 2026-03-27 08:45',
      'deed deliver digest x1 -> 1',
      'timer mail until 2026-03-27 08:50',
      'deed deliver digest x1 -> 1',
      'timer mail until 2026-03-27 08:57',
      'deed deliver digest x1 -> 1',
      'timer mail until 2026-03-30 08:30',
      'deed deliver atOnce x5 -> 5',
      'timer mail until 2026-03-31 08:30',
      'deed deliver atOnce x5 -> 5',
      'timer mail until 2026-03-31 08:45',
      'deed deliver digest x1 -> 1',
      'timer mail until 2026-04-02 08:30',
      'deed deliver atOnce x5 -> 5',
      'timer mail until 2026-04-02 08:45',
      'deed deliver digest x1 -> 1',
      // What came of the plans is of no use to anybody whose problems are closed by then.
      'timer mail until 2026-04-07 08:45',
      'deed deliver settle x4 -> 4',
    ]);
  });

  it('leaves nothing in Temporal but ids, kinds, dates and counts', async () => {
    for (const [name, id] of [
      ['campaign', workflowId],
      ['delivery', 'delivery/email'],
    ] as const) {
      const history = await living.performance.client.workflow.getHandle(id).fetchHistory();
      histories[name] = history;
      expect(strangeTexts(toJson(history))).toEqual([]);
      if (process.env['RECORD_HISTORIES']) keep(name, history);
    }
  });

  it('replays on the workflows as they stand', async () => {
    const options = { workflowBundle: await bundle() };
    for (const history of Object.values(histories))
      await Worker.runReplayHistory(options, history, workflowId);
    expect(Object.keys(histories)).toHaveLength(2);
  });
});
