import { launched, walk } from '@rectify/testing';
import { fold } from '../kernel/kernel';
import { campaignDecider } from './campaign.decider';
import type { CampaignEvent } from './campaign.events';
import { currentStage } from './stages';
import { summary } from './summary';

describe('a campaign by its obligations alone', () => {
  it('goes through all five stages and is signed off', () => {
    const findings = { 'B1-1': ['党课次数不足'], 'B2-3': ['问题二'], 'B3-1': ['问题三'] };
    const done = walk(launched(), findings, ({ campaign }) => campaign.status === 'signedOff');
    expect(done.campaign.status).toBe('signedOff');
    expect(currentStage(done.campaign)).toBeNull();
    expect(
      Object.fromEntries(Object.entries(summary(done.campaign)).map(([name, ids]) => [name, ids.length])),
    ).toEqual({
      problems: 3,
      measures: 3,
      closed: 3,
      sustained: 0,
    });
  });

  it('goes through all eight where none was left out', () => {
    const done = walk(launched({}, []), { 'B1-1': ['党课次数不足'] }, () => false);
    expect(done.campaign.stages.map(({ kind, closed }) => [kind, closed?.how])).toEqual(
      [
        'mobilisation',
        'screening',
        'problemList',
        'measures',
        'deadlines',
        'signOff',
        'summary',
        'lookBack',
      ].map((kind) => [kind, 'approved']),
    );
    expect(done.campaign.status).toBe('signedOff');
  });

  it('folds as ever from a log whose plan said nothing of openings and exits', () => {
    const done = walk(launched(), { 'B1-1': ['党课次数不足'] }, () => false);
    const older = JSON.parse(JSON.stringify(done.log)) as typeof done.log;
    const first = older[0]?.event as Extract<CampaignEvent, { type: 'CampaignLaunched' }>;
    const silent = ['opens', 'exit', 'vacuousWhenNoProblem'];
    for (const stage of first.data.plan.stages)
      for (const name of silent) delete (stage as unknown as Record<string, unknown>)[name];
    expect(JSON.parse(JSON.stringify(fold(campaignDecider, older)))).toEqual(
      JSON.parse(JSON.stringify(done.campaign)),
    );
  });
});
