import { beforeAll, describe, expect, it } from '@jest/globals';
import { obligations, summary } from '@rectify/domain';
import {
  campaignNo,
  driveCampaign,
  inMemoryLog,
  launchOf,
  personIds,
  sendTo,
  setUp,
  toCampaign,
} from '@rectify/testing';
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

describe('a campaign of all eight stages, re-dated, re-planned and forced on its way', () => {
  const log = inMemoryLog();
  const application = createApplication({ store: log.store });
  const bySecretary = (command: Parameters<typeof toCampaign>[0]) =>
    sendTo(application, personIds.secretary, toCampaign(command));
  const until = (kind: string) =>
    driveCampaign(application, {
      campaignId: campaignNo(1),
      findings: { 'B1-1': ['未按期召开支部大会'] },
      forwardTo: log.forwardTo,
      until: ({ campaign }) => campaign.stages.some((at) => at.kind === kind && at.closed !== null),
    });

  beforeAll(async () => {
    await setUp(application);
    await sendTo(application, personIds.secretary, launchOf(1, 1, []));
  });

  it('comes to its end all the same, and is one state however it is folded', async () => {
    await until('mobilisation');
    await bySecretary({
      type: 'RedateStages',
      data: {
        stages: [{ stage: 'screening', startOn: '2026-03-10', endOn: '2026-04-03' }],
        reason: '提前两天',
      },
    });
    await bySecretary({
      type: 'ReplanCampaign',
      data: { limits: [{ kind: 'submitPlan', limit: { n: 8, unit: 'workingDay' } }], reason: '放宽' },
    });
    await until('signOff');
    const summing = await application.campaign(campaignNo(1));
    expect(summing?.campaign.status).toBe('open');
    expect(summing?.campaign.signedOffOn).not.toBeNull();
    const { campaign } = await until('summary');
    await log.forwardTo(`${campaign.stages.at(-1)?.startOn ?? ''}T02:00:00.000Z`);
    await bySecretary({ type: 'ForceStage', data: { stage: 'lookBack', reason: '并入年终检查' } });
    const over = (await application.campaign(campaignNo(1)))?.campaign;
    expect(over?.status).toBe('signedOff');
    expect(over?.stages.map(({ closed }) => closed?.how)).toEqual([
      ...Array<string>(7).fill('approved'),
      'forced',
    ]);
    expect((await createApplication({ store: log.store }).campaign(campaignNo(1)))?.campaign).toEqual(over);
  });
});
