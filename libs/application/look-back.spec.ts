import { beforeAll, describe, expect, it } from '@jest/globals';
import { draw, hashOfText, sampleSize, type CampaignCommand } from '@rectify/domain';
import { campaignNo, driveCampaign, inMemoryLog, launchOf, personIds, sendTo, setUp } from '@rectify/testing';
import { createApplication } from './create-application';

const titles = (n: number): string[] => Array.from({ length: n }, (_, index) => `问题${index + 1}`);

describe('R3.23 a sample drawn through the write path', () => {
  const log = inMemoryLog();
  const application = createApplication({ store: log.store });
  const stream = `campaign/${campaignNo(1)}`;

  beforeAll(async () => {
    await setUp(application);
    await sendTo(application, personIds.secretary, launchOf(1, 1, []));
  });

  it('is drawn by the hash that the log gives the sign-off, and by nothing else', async () => {
    const { campaign } = await driveCampaign(application, {
      campaignId: campaignNo(1),
      findings: { 'B1-1': titles(4), 'B2-3': titles(3) },
      forwardTo: log.forwardTo,
      until: ({ campaign: { samples } }) => samples.length > 0,
    });
    const recorded = await log.store.readStream(stream, 0, 1_000);
    const signOff = recorded.find(({ type }) => type === 'CampaignSignedOff');
    const [sample] = campaign.samples;
    // As docs/sampling.md has it: the hash, and the round behind it.
    const seed = hashOfText(`${signOff?.hash ?? ''}1`);
    expect(sample).toMatchObject({ round: 1, signOffHash: signOff?.hash, seed, percent: 20, atLeast: 5 });
    const ids = campaign.order.filter((id) => campaign.problems[id]?.status === 'closed');
    expect(ids).toHaveLength(7);
    expect(sample?.drawn).toEqual(draw(seed, ids, sampleSize({ percent: 20, atLeast: 5 }, 7)));
    expect((await createApplication({ store: log.store }).campaign(campaignNo(1)))?.campaign).toEqual(
      campaign,
    );
  });

  it('R3.24 RR2.18 is judged problem by problem; a relapse keeps the campaign alive behind its last stage, and its end is rung', async () => {
    let relapsed = '';
    const drive = (more: Partial<Parameters<typeof driveCampaign>[1]>) =>
      driveCampaign(application, {
        campaignId: campaignNo(1),
        findings: {},
        forwardTo: log.forwardTo,
        ...more,
      });
    const staged = await drive({
      except: ['claimCompletion'],
      instead: ({ kind, subject, action }) => {
        if (kind !== 'giveLookBackVerdict' || relapsed !== '') return null;
        relapsed = subject.problemId ?? '';
        const found = { verdict: 'relapsed', looked: '又有两次会议没有记录', evidence: '会议记录本' };
        return {
          type: 'RecordVerdict',
          data: { ...action.defaults, ...found },
        } as unknown as CampaignCommand;
      },
      until: ({ campaign: { stages } }) => stages.every(({ closed }) => closed !== null),
    });
    expect(staged.campaign.problems[relapsed]).toMatchObject({
      status: 'rectifying',
      reopenings: [{ cause: 'lookBack' }],
    });
    expect(
      Object.values(staged.campaign.problems).filter(({ verdicts }) => verdicts.length === 1),
    ).toHaveLength(5);
    expect(staged.campaign.stages.map(({ closed }) => closed?.how)).toEqual(Array(8).fill('approved'));
    expect(staged.campaign.status).toBe('open');
    const { campaign } = await drive({});
    expect(campaign.status).toBe('signedOff');
    expect(campaign.problems[relapsed]).toMatchObject({
      status: 'closed',
      verdicts: [{ verdict: 'relapsed' }],
    });
    expect(log.appends.at(-1)?.ring).toEqual({ raise: true });
  });
});
