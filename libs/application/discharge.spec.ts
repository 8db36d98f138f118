import { beforeAll, describe, expect, it } from '@jest/globals';
import { datedKeys, obligations } from '@rectify/domain';
import { campaignNo, driveCampaign, inMemoryLog, launchOf, personIds, sendTo, setUp } from '@rectify/testing';
import { createApplication } from './create-application';

describe('what is not owed any more', () => {
  const log = inMemoryLog();
  const application = createApplication({ store: log.store });
  const id = campaignNo(1);

  beforeAll(async () => {
    await setUp(application);
    await sendTo(application, personIds.secretary, launchOf());
    await driveCampaign(application, {
      campaignId: id,
      findings: { 'B1-1': ['未按期召开支部大会'] },
      forwardTo: log.forwardTo,
      until: ({ campaign }) => Object.values(campaign.problems).some(({ status }) => status === 'rectifying'),
    });
  });

  it('names the event that ended it: before it is owed, with it no more', async () => {
    const campaign = (await application.campaign(id))?.campaign;
    if (!campaign) throw new Error('a campaign');
    const over = datedKeys(campaign.dated).filter(
      (key) => !obligations(campaign).some((owed) => owed.key === key),
    );
    const found: Record<string, string> = {};
    for (const key of over) {
      const event = await application.dischargeOf(id, key);
      if (!event) throw new Error(`nothing ended ${key}`);
      found[key.slice(0, key.indexOf(':'))] = event.type;
      const owedAt = async (version: number) => {
        const then = (await application.campaignAsOf(id, version))?.campaign;
        return then ? obligations(then).some((owed) => owed.key === key) : false;
      };
      expect([key, await owedAt(event.version)]).toEqual([key, false]);
      expect([key, await owedAt(event.version - 1)]).toEqual([key, true]);
    }
    expect(found).toMatchObject({
      triageProblem: 'ProblemIncluded',
      issueProblem: 'ProblemIssued',
      acknowledgeProblem: 'ProblemAcknowledged',
      submitPlan: 'PlanSubmitted',
      decidePlan: 'PlanApproved',
    });
  });

  it('is nothing where it is owed still, or never was', async () => {
    const campaign = (await application.campaign(id))?.campaign;
    const [owed] = campaign ? obligations(campaign) : [];
    expect(await application.dischargeOf(id, owed?.key ?? '')).toBeNull();
    expect(await application.dischargeOf(id, 'submitPlan:nobody:0')).toBeNull();
  });
});
