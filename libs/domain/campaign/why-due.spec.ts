import {
  askingFor,
  granting,
  people,
  send,
  theOwed,
  theProblem,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { obligations } from './obligations';
import { whyDue } from './why-due';

const rectifying = whenProblemIs('rectifying');
const why = ({ campaign, calendar }: CampaignWorld, key: string) => whyDue(campaign, key, calendar);

describe('为什么是这天', () => {
  it('is told of everything that is owed, and its result is the day on which that is due', () => {
    for (const world of [
      whenOwed('submitPlan'),
      rectifying,
      whenOwed('approveStage'),
      whenProblemIs('claimed'),
    ]) {
      const owed = obligations(world.campaign);
      expect(owed.length).toBeGreaterThan(0);
      for (const { key, dueOn, provisional } of owed)
        expect(why(world, key)).toMatchObject({ dueOn, provisional });
    }
  });

  it('goes from the length over the day it counts from and the last day before the roll to the result', () => {
    const world = whenOwed('submitPlan');
    const { key, since, dueOn } = theOwed(world, 'submitPlan');
    const limit = world.campaign.plan.handlingLimits.submitPlan;
    if (typeof limit !== 'object') throw new Error('a plan is owed within a length of time');
    const { base, roll, rolled } = addDuration(
      world.calendar,
      since,
      limit,
      world.campaign.plan.handlingRoll,
    );
    expect(why(world, key)).toEqual({
      ...{ rule: 'duration', dueOn, provisional: false, from: since, duration: limit, base, roll, rolled },
      kept: true,
    });
  });

  it('names every day that a measure was given, and why', () => {
    const due = theProblem(rectifying).dueOn ?? '';
    const asked = send(rectifying, people.organiser, askingFor(rectifying, addDays(due, 20)));
    const one = send(asked, people.deputy, granting(asked));
    const extended = send(one, people.secretary, granting(one));
    const { key } = theOwed(extended, 'claimCompletion');
    expect(why(extended, key)).toMatchObject({
      rule: 'own',
      dates: [
        { dueOn: due, why: 'planned' },
        { dueOn: addDays(due, 20), why: 'extended' },
      ],
    });
  });

  it('names the stage at whose end it is due', () => {
    const world = whenOwed('answerCheckItem');
    const { key, dueOn } = theOwed(world, 'answerCheckItem');
    expect(why(world, key)).toMatchObject({ rule: 'stageEnd', stage: 'screening', dueOn });
  });

  it('is nothing where nothing of that key is owed', () => {
    expect(why(rectifying, 'claimCompletion:nobody:0')).toBeNull();
  });
});
