import { launched, people } from '@rectify/testing';
import { walk } from '@rectify/testing';
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
    expect(people.secretary).toBeDefined();
  });
});
