import {
  commandOf,
  launched,
  ordinary,
  people,
  send,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { summary, summaryCounts } from './summary';

const counts = (world: CampaignWorld) => {
  const { problems, measures, closed, sustained } = summary(world.campaign);
  expect(summaryCounts(world.campaign)).toEqual({
    problems: problems.length,
    measures: measures.length,
    closed: closed.length,
    closedLate: closed.filter((id) => world.campaign.problems[id]?.closed?.late).length,
    judged: 0,
    relapsed: 0,
  });
  return [problems.length, measures.length, closed.length, sustained.length];
};

describe('the result sentence', () => {
  it('RR2.16 counts problems from their inclusion, not from their report', () => {
    const reported = whenProblemIs('reported');
    expect(counts(reported)).toEqual([0, 0, 0, 0]);
    expect(counts(whenProblemIs('included', ordinary, reported))).toEqual([1, 0, 0, 0]);
    const left = send(reported, people.secretary, {
      type: 'TriageProblem',
      data: { problemId: theProblem(reported).id, decision: 'exclude', reason: '不属于整治范围' },
    });
    expect(counts(left)).toEqual([0, 0, 0, 0]);
  });

  it('RR2.16 counts measures in force: not those of a plan that waits for approval or was returned', () => {
    const submitted = whenProblemIs('planSubmitted');
    expect(counts(submitted)).toEqual([1, 0, 0, 0]);
    const returned = send(
      submitted,
      people.deputy,
      commandOf(theOwed(submitted, 'decidePlan'), { missing: '不具体' }, 'ReturnPlan'),
    );
    expect(theProblem(returned).plan).not.toBeNull();
    expect(counts(returned)).toEqual([1, 0, 0, 0]);
    expect(counts(whenProblemIs('rectifying'))).toEqual([1, 1, 0, 0]);
  });

  it('counts as 完成 what is closed, and names the rows behind each number', () => {
    expect(counts(whenProblemIs('accepted'))).toEqual([1, 1, 0, 0]);
    const closed = whenProblemIs('closed');
    expect(counts(closed)).toEqual([1, 1, 1, 0]);
    expect(summary(closed.campaign)).toEqual({
      problems: [theProblem(closed).id],
      measures: theProblem(closed).plan?.measures.map(({ id }) => id),
      closed: [theProblem(closed).id],
      sustained: [],
    });
  });

  it('stands still once the campaign is signed off', () => {
    const done = walk(
      launched(),
      { ...ordinary, 'B2-1': ['问题', '问题'] },
      ({ campaign }) => campaign.status === 'signedOff',
    );
    expect(counts(done)).toEqual([3, 3, 3, 0]);
  });
});
