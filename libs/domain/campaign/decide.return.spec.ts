import {
  amending,
  askingFor,
  at,
  commandOf,
  inCampaign,
  measure,
  ordinary,
  people,
  returning,
  send,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';

const claimed = whenProblemIs('claimed');
const due = theProblem(claimed).dueOn ?? '';
const threeDays = { grantDays: 3, unit: 'workingDay' } as const;
const isFinished = (world: CampaignWorld) =>
  theProblem(world).plan?.measures.every(({ finished }) => finished !== null) ?? false;

describe('returning a claim', () => {
  it('R4.16 lets the clock go on where nothing is said, and where that is said', () => {
    for (const clock of [undefined, 'goesOn'] as const) {
      const back = inCampaign(claimed)
        .when(people.discipline, returning(claimed, 'reviewCompletion', 'ReturnClaim', clock))
        .then({ type: 'ClaimReturned', data: { missing: '缺少佐证' } })
        .world();
      expect(theProblem(back)).toMatchObject({ dueOn: due, missing: '缺少佐证' });
    }
  });

  it('R4.16 grants days of a length that the plan offers, counted from the date, as one more date of the history', () => {
    const back = inCampaign(claimed)
      .when(people.discipline, returning(claimed, 'reviewCompletion', 'ReturnClaim', threeDays))
      .then({ type: 'ClaimReturned' }, { type: 'DaysGranted', data: { of: 'problem', days: 3 } })
      .world();
    const { dueOn, dates } = theProblem(back);
    expect((dueOn ?? '') > due).toBe(true);
    expect(dates.at(-1)).toMatchObject({ measureId: null, dueOn, why: 'returned' });
    expect(theOwed(back, 'claimCompletion')).toMatchObject({ dueOn, dueVersion: 1 });
    inCampaign(claimed)
      .when(
        people.discipline,
        returning(claimed, 'reviewCompletion', 'ReturnClaim', { grantDays: 4, unit: 'workingDay' }),
      )
      .thenRefused('CLOCK_NOT_OFFERED', 'clock');
  });

  it('R4.16 counts granted days from the return where the date has passed', () => {
    // Friday 2026-07-31; the third working day after it is Wednesday.
    const late = at(claimed, '2026-07-31T02:00:00.000Z');
    const back = send(late, people.discipline, returning(late, 'reviewCompletion', 'ReturnClaim', threeDays));
    expect(theProblem(back).dueOn).toBe('2026-08-05');
  });
});

describe('returning a plan', () => {
  const planned = whenProblemIs('planSubmitted');

  it('R4.16 can grant days for the next one', () => {
    const back = inCampaign(planned)
      .when(people.deputy, returning(planned, 'decidePlan', 'ReturnPlan', threeDays))
      .then({ type: 'PlanReturned' }, { type: 'DaysGranted', data: { of: 'plan' } })
      .world();
    const usual = send(planned, people.deputy, returning(planned, 'decidePlan', 'ReturnPlan'));
    expect(theOwed(back, 'submitPlan').dueOn < theOwed(usual, 'submitPlan').dueOn).toBe(true);
    expect(theOwed(back, 'submitPlan').dueOn).toBe(theProblem(back).planDueOn);
    expect(theProblem(back).dueOn).toBeNull();
  });

  it('refuses a length that the plan does not offer', () => {
    const month = { grantDays: 1, unit: 'month' } as const;
    inCampaign(planned)
      .when(people.deputy, returning(planned, 'decidePlan', 'ReturnPlan', month))
      .thenRefused('CLOCK_NOT_OFFERED', 'clock');
  });
});

describe('amending a plan', () => {
  const rectifying = whenProblemIs('rectifying');
  const [kept] = theProblem(rectifying).plan?.measures ?? [];
  const asBefore = { id: kept?.id ?? '', text: kept?.text ?? '', dueOn: kept?.dueOn ?? '' };
  const added = measure({ text: '公开办理结果' });
  const amended = send(rectifying, people.organiser, amending(rectifying, [added]));
  const approveAll = (world: CampaignWorld): CampaignWorld => {
    const one = send(world, people.deputy, commandOf(theOwed(world, 'decidePlan')));
    return send(one, people.secretary, commandOf(theOwed(one, 'decidePlan')));
  };

  it('is the owner’s, while the problem is being put right, one at a time', () => {
    inCampaign(rectifying)
      .when(people.organiser, amending(rectifying, [added]))
      .then({ type: 'PlanAmended' });
    inCampaign(rectifying)
      .when(people.deputy, amending(rectifying, [added]))
      .thenRefused('NOT_YOURS');
    inCampaign(claimed)
      .when(people.organiser, amending(claimed, [added]))
      .thenRefused('NOT_RECTIFYING');
    inCampaign(amended)
      .when(people.organiser, amending(amended, [added]))
      .thenRefused('AMENDMENT_PENDING');
    inCampaign(rectifying)
      .when(people.organiser, amending(rectifying, []))
      .thenRefused('MEASURE_REQUIRED', 'measures');
    const late = measure({ dueOn: addDays(theProblem(rectifying).dueOn ?? '', 1) });
    inCampaign(rectifying)
      .when(people.organiser, amending(rectifying, [late]))
      .thenRefused('MEASURE_AFTER_PROBLEM', 'measures[0].dueOn');
    const nowhere = { problemId: 'none', reason: '', rootCause: '', target: '', measures: [added] };
    inCampaign(rectifying)
      .when(people.organiser, { type: 'AmendPlan', data: nowhere })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('replaces measures only through the plan’s chain, on a hash of its own', () => {
    expect(theProblem(amended).plan?.measures.map(({ id }) => id)).toEqual([kept?.id]);
    expect(theOwed(amended, 'finishMeasure').subject.id).toBe(kept?.id);
    inCampaign(amended)
      .when(
        people.deputy,
        commandOf(theOwed(amended, 'decidePlan'), { basisHash: theProblem(amended).plan?.hash ?? '' }),
      )
      .thenRefused('BASIS_CHANGED');
    const done = approveAll(amended);
    expect(theProblem(done)).toMatchObject({ status: 'rectifying', amendment: null, retired: [kept?.id] });
    expect(theProblem(done).plan).toMatchObject({ rootCause: '责任不清', measures: [{ id: added.id }] });
    expect(theOwed(done, 'finishMeasure').subject.id).toBe(added.id);
  });

  it('keeps what was finished, and refuses to rewrite it', () => {
    const finished = walk(rectifying, ordinary, isFinished);
    inCampaign(finished)
      .when(people.organiser, amending(finished, [{ ...asBefore, text: '另一条' }, added]))
      .thenRefused('MEASURE_FINISHED', 'measures[0]');
    const done = approveAll(send(finished, people.organiser, amending(finished, [asBefore, added])));
    const measures = theProblem(done).plan?.measures ?? [];
    expect(measures.map((one) => one.finished !== null)).toEqual([true, false]);
  });

  it('gives back no id of a measure that was replaced', () => {
    const done = approveAll(amended);
    inCampaign(done)
      .when(people.organiser, amending(done, [asBefore]))
      .thenRefused('ALREADY_EXISTS', 'measures[0].id');
  });

  it('that is returned leaves the plan in force, and days that are granted move the date', () => {
    const asked = send(
      amended,
      people.organiser,
      askingFor(amended, addDays(theProblem(amended).dueOn ?? '', 10)),
    );
    const back = inCampaign(asked)
      .when(people.deputy, returning(asked, 'decidePlan', 'ReturnPlan', threeDays))
      .then({ type: 'PlanReturned' }, { type: 'DaysGranted', data: { of: 'problem' } })
      .world();
    expect(theProblem(back)).toMatchObject({ status: 'rectifying', amendment: null, extension: null });
    expect(theProblem(back).plan?.hash).toBe(theProblem(rectifying).plan?.hash);
    expect(theProblem(back).dates.at(-1)).toMatchObject({ measureId: kept?.id, why: 'returned' });
    const again = send(back, people.organiser, amending(back, [added]));
    expect(theOwed(again, 'decidePlan').key).toMatch(/#0:3$/);
  });
});
