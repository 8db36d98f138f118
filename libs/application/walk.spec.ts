import { beforeAll, describe, expect, it } from '@jest/globals';
import { instantAt, obligations, summary } from '@rectify/domain';
import { driveCampaign, inMemoryLog, lookAt, personIds, sendTo, setUp, unitIds, attend } from '@rectify/testing';
import { createApplication } from './create-application';

const campaignId = '01900000-0000-7000-8000-000000000001';
const launch = {
  aggregate: 'campaign',
  id: campaignId,
  command: { type: 'LaunchCampaign', data: { campaignId, unitId: unitIds.branch, template: 'bland-casual', serial: 1 } },
} as const;

describe('a campaign walked through all five stages by what its people owe', () => {
  const log = inMemoryLog();
  const application = createApplication({ store: log.store });

  beforeAll(async () => {
    await setUp(application);
    await sendTo(application, personIds.secretary, launch);
  });

  it('is signed off with every problem closed', async () => {
    const findings = { 'B1-1': ['未按期召开支部大会'], 'B2-3': ['批评意见空泛', '会前谈心不足'] };
    const { campaign } = await driveCampaign(application, { campaignId, findings, forwardTo: log.forwardTo });
    expect(campaign.status).toBe('signedOff');
    expect(campaign.stages.map(({ closed }) => closed?.how)).toEqual(Array(5).fill('approved'));
    expect(summary(campaign)).toMatchObject({ problems: { length: 3 }, measures: { length: 3 }, closed: { length: 3 } });
    expect(obligations(campaign)).toEqual([]);
  });
});
void instantAt; void lookAt; void attend;
