import { addDays, civilDateOf, instantAt } from '@rectify/domain';
import { detours, driveCampaign, idle, lookAt } from '@rectify/testing';
import { readStory } from '../../apps/worker/story';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { live, type Living } from './living-campaign';
import { silence } from './performance';

const campaignId = '01900000-0000-7000-8000-000000000001';
const findings = { 'B1-1': ['未按期召开支部大会'], 'B2-3': ['批评意见空泛'] };

/** A real campaign, its real activities, PostgreSQL, Temporal and SMTP; every workflow task replays its whole history. */
describe('a campaign that its workflow lives, without any cache', () => {
  let temporal: TestTemporal;
  let smtp: TestSmtp;
  let living: Living;

  beforeAll(async () => {
    silence();
    [temporal, smtp] = await Promise.all([testTemporal(), testSmtp()]);
    living = await live(temporal, smtp, { maxCachedWorkflows: 50 });
    await living.launch(campaignId, 1);
  }, 120_000);
  afterAll(async () => {
    await living?.stop();
    await smtp?.stop();
    await temporal?.stop();
  });

  it('is reminded day by day, then worked off to its end', async () => {
    await idle(living.driven, campaignId, 35, living.forwardTo);
    console.log(smtp.mails.map((m) => `${m.to.join()} ${m.subject}`).join('\n'));
    await driveCampaign(living.driven, { campaignId, findings, forwardTo: living.forwardTo });
    console.log((await readStory(living.performance.client, `campaign/${campaignId}`)).join('\n'));
    console.log((await readStory(living.performance.client, 'delivery/email')).join('\n'));
    console.log(smtp.mails.map((m) => `${m.to.join()} ${m.subject}`).join('\n'));
    console.log(smtp.mails[0]?.text, smtp.mails.at(-1)?.text);
  }, 240_000);
});
void addDays; void civilDateOf; void instantAt; void detours; void lookAt;
