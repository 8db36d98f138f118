import {
  askingFor,
  givingBack,
  ordinary,
  people,
  refusing,
  reopening,
  returning,
  send,
  terminating,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import { sideStates } from './side-states';

const of = (world: CampaignWorld) => sideStates(theProblem(world));
const rectifying = whenProblemIs('rectifying');

describe('R3.26 the side states of a problem', () => {
  it('are none on the straight path', () => {
    for (const status of ['reported', 'planSubmitted', 'rectifying', 'claimed', 'closed'] as const)
      expect(of(whenProblemIs(status))).toEqual([]);
  });

  it('say 退回整改 from a return of the plan or the claim until the next submission', () => {
    const planned = whenProblemIs('planSubmitted');
    const back = send(planned, people.deputy, returning(planned, 'decidePlan', 'ReturnPlan'));
    expect(of(back)).toEqual(['returned']);
    expect(of(whenProblemIs('planSubmitted', ordinary, back))).toEqual([]);
    const claimed = whenProblemIs('claimed');
    const again = send(claimed, people.discipline, givingBack(claimed));
    expect(of(again)).toEqual(['returned']);
    expect(of(whenProblemIs('claimed', ordinary, again))).toEqual([]);
  });

  it('say 延期审批中 while a request waits', () => {
    const until = addDays(theProblem(rectifying).dueOn ?? '', 9);
    const asked = send(rectifying, people.organiser, askingFor(rectifying, until));
    expect(of(asked)).toEqual(['extending']);
    expect(of(send(asked, people.deputy, refusing(asked)))).toEqual([]);
  });

  it('say 长期坚持 of what is kept up, and 中止 of what was terminated', () => {
    const listed = whenOwed('issueProblem');
    const problemId = theProblem(listed).id;
    const issued = send(listed, people.secretary, {
      type: 'IssueProblem',
      data: { problemId, fixType: 'sustained' },
    });
    expect(of(walk(issued, ordinary, (world) => theProblem(world).status === 'sustained'))).toEqual([
      'sustained',
    ]);
    expect(of(send(rectifying, people.secretary, terminating(rectifying)))).toEqual(['terminated']);
  });

  it('say 重开 for good, and 退回整改 beside it only of a return', () => {
    const closed = whenProblemIs('closed');
    const reopened = send(closed, people.secretary, reopening(closed));
    expect(of(reopened)).toEqual(['reopened']);
    const claimed = whenProblemIs('claimed', ordinary, reopened);
    expect(of(send(claimed, people.discipline, givingBack(claimed)))).toEqual(['returned', 'reopened']);
    expect(of(whenProblemIs('closed', ordinary, claimed))).toEqual(['reopened']);
  });
});
