import { isTheirsByMatrix } from './authority-audit';
import { judge } from './campaign-sentences';
import { ordinary, whenProblemIs } from './campaign-scenes';
import { launched } from './campaign-world';
import { people } from './organisation';

describe('what the matrix gives, read from posts and duties', () => {
  const claimed = whenProblemIs('claimed', ordinary);
  const theirs = (command: Parameters<typeof isTheirsByMatrix>[2]): readonly string[] =>
    [...Object.values(people), 'system' as const].filter((each) => isTheirsByMatrix(claimed, each, command));

  it('is nobody’s but the one’s whose part it is', () => {
    expect(theirs(judge(claimed, 'PassReview'))).toEqual([people.discipline]);
    expect(theirs({ type: 'ForceStage', data: { stage: 'signOff', reason: '-' } })).toEqual([
      people.secretary,
    ]);
    expect(theirs({ type: 'IssueReminders', data: {} })).toEqual(['system']);
  });

  it('of a launch is the unit’s own secretary’s, before there is a campaign', () => {
    const { unitId } = launched().campaign;
    const data = { campaignId: 'x', unitId, template: 'x', serial: 1 };
    expect(theirs({ type: 'LaunchCampaign', data })).toEqual([people.secretary]);
  });
});
