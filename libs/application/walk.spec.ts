import { beforeAll, describe, expect, it } from '@jest/globals';
import { obligations, summary } from '@rectify/domain';
import { campaignNo, driveCampaign, inMemoryLog, launchOf, personIds, sendTo, setUp } from '@rectify/testing';
import { createApplication } from './create-application';

describe('a campaign walked through all five stages by what its people owe', () => {
  const log = inMemoryLog();
  const application = createApplication({ store: log.store });

  beforeAll(async () => {
    await setUp(application);
    await sendTo(application, personIds.secretary, launchOf());
  });

  it('is signed off with every problem closed', async () => {
    const findings = { 'B1-1': ['未按期召开支部大会'], 'B2-3': ['批评意见空泛', '会前谈心不足'] };
    const { campaign } = await driveCampaign(application, {
      campaignId: campaignNo(1),
      findings,
      forwardTo: log.forwardTo,
    });
    expect(campaign.status).toBe('signedOff');
    expect(campaign.stages.map(({ closed }) => closed?.how)).toEqual(Array(5).fill('approved'));
    expect(summary(campaign)).toMatchObject({
      problems: { length: 3 },
      measures: { length: 3 },
      closed: { length: 3 },
    });
    expect(obligations(campaign)).toEqual([]);
    // Command by command on drafts, and folded as a whole on a bare object, it is one and the same state.
    expect((await application.campaignAsOf(campaignNo(1), '2999-12-31'))?.campaign).toEqual(campaign);
    expect((await createApplication({ store: log.store }).campaign(campaignNo(1)))?.campaign).toEqual(
      campaign,
    );
  });
});
