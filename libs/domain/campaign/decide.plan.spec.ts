import {
  at,
  commandOf,
  inCampaign,
  measure,
  ordinary,
  people,
  planning,
  send,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';

type Plan = CommandData<'SubmitPlan'>;
const acknowledge = (world: CampaignWorld): CampaignCommand => ({
  type: 'AcknowledgeProblem',
  data: { problemId: theProblem(world).id },
});
const included = whenProblemIs('included');
const issued = whenProblemIs('issued', ordinary, included);
const acknowledged = whenProblemIs('acknowledged', ordinary, issued);
const submitted = send(acknowledged, people.organiser, planning(acknowledged));

describe('acknowledging', () => {
  it('RR1.9 RR2.8 is the owner’s, once, after the issue', () => {
    inCampaign(issued).when(people.organiser, acknowledge(issued)).then({ type: 'ProblemAcknowledged' });
    inCampaign(issued).when(people.secretary, acknowledge(issued)).thenRefused('NOT_YOURS');
    inCampaign(acknowledged).when(people.organiser, acknowledge(issued)).thenRefused('ALREADY_DECIDED');
    inCampaign(included).when(people.organiser, acknowledge(included)).thenRefused('NOT_ISSUED');
    inCampaign(issued)
      .when(people.organiser, { type: 'AcknowledgeProblem', data: { problemId: 'none' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });
});

describe('a plan', () => {
  it('R3.12 RR1.10 RR2.10 is proposed by the owner and takes the fields it knows, nothing else', () => {
    const extra = { ...measure(), isAdmin: true };
    inCampaign(acknowledged)
      .when(people.organiser, planning(acknowledged, { measures: [extra] }))
      .then({ type: 'PlanSubmitted', data: { dueOn: '2026-05-20' } });
    const [own] =
      theProblem(send(acknowledged, people.organiser, planning(acknowledged, { measures: [extra] }))).plan
        ?.measures ?? [];
    expect(Object.keys(own ?? {}).sort()).toEqual(['dueOn', 'finished', 'id', 'owner', 'progress', 'text']);
  });

  it('RR2.8 comes after the acknowledgement and before a decision', () => {
    inCampaign(issued).when(people.organiser, planning(issued)).thenRefused('NOT_ACKNOWLEDGED');
    inCampaign(submitted).when(people.organiser, planning(submitted)).thenRefused('ALREADY_DECIDED');
    inCampaign(included).when(people.organiser, planning(included)).thenRefused('NOT_ISSUED');
    inCampaign(acknowledged).when(people.deputy, planning(acknowledged)).thenRefused('NOT_YOURS');
    inCampaign(acknowledged)
      .when(people.organiser, planning(acknowledged, { problemId: 'none' }))
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it.each([
    ['a date before today', { dueOn: '2026-03-30' }, 'DUE_BEFORE_START', 'dueOn'],
    ['a date that does not exist', { dueOn: '2026-02-30' }, 'INVALID', 'dueOn'],
    ['a date after the stage of rectification', { dueOn: '2026-07-22' }, 'DUE_TOO_LATE', 'dueOn'],
    ['no measure', { measures: [] }, 'MEASURE_REQUIRED', 'measures'],
    [
      'a measure after the problem’s date',
      { measures: [measure({ dueOn: '2026-05-21' })] },
      'MEASURE_AFTER_PROBLEM',
      'measures[0].dueOn',
    ],
    [
      'a measure before the issue',
      { measures: [measure({ dueOn: '2026-03-30' })] },
      'DUE_BEFORE_START',
      'measures[0].dueOn',
    ],
    [
      'a measure on a day that does not exist',
      { measures: [measure({ dueOn: '2026-4-1' })] },
      'INVALID',
      'measures[0].dueOn',
    ],
    ['a measure whose id is none', { measures: [measure({ id: 'm1' })] }, 'INVALID', 'measures[0].id'],
    [
      'a measure for somebody without a post',
      { measures: [measure({ owner: 'nobody' })] },
      'PERSON_UNKNOWN',
      'measures[0].owner',
    ],
  ] as const)('refuses %s', (_, more, code, field) => {
    inCampaign(acknowledged).when(people.organiser, planning(acknowledged, more)).thenRefused(code, field);
  });

  it('refuses a measure’s id that is in use, in this plan, in another or for a problem', () => {
    const one = measure();
    const twice = planning(acknowledged, { measures: [one, one] });
    inCampaign(acknowledged).when(people.organiser, twice).thenRefused('ALREADY_EXISTS', 'measures[1].id');
    const asProblem = planning(acknowledged, { measures: [measure({ id: theProblem(acknowledged).id })] });
    inCampaign(acknowledged)
      .when(people.organiser, asProblem)
      .thenRefused('ALREADY_EXISTS', 'measures[0].id');
  });

  it('can still be made when everything is late: the proposed date is always accepted', () => {
    for (const now of ['2026-06-20', '2026-09-01', '2027-08-01']) {
      const late = at(acknowledged, `${now}T02:00:00.000Z`);
      const proposed = commandOf(theOwed(late, 'submitPlan'), { rootCause: 'r', target: 't' });
      const { dueOn } = proposed.data as { dueOn: string };
      const data = { ...proposed.data, measures: [measure({ dueOn })] } as Plan;
      inCampaign(late)
        .when(people.organiser, { type: 'SubmitPlan', data })
        .then({ type: 'PlanSubmitted', data: { dueOn: '2026-05-30' } });
    }
  });

  it('R3.29 of a problem issued after the stage’s end may take the default length', () => {
    const late = whenProblemIs(
      'acknowledged',
      ordinary,
      at(whenOwed('issueProblem'), '2026-08-03T02:00:00.000Z'),
    );
    const { dueOn } = theOwed(late, 'submitPlan').action.defaults as { dueOn: string };
    expect(dueOn).toBe('2026-10-02');
    inCampaign(late)
      .when(people.organiser, planning(late, { dueOn, measures: [measure({ dueOn })] }))
      .then({ type: 'PlanSubmitted' });
    inCampaign(late)
      .when(people.organiser, planning(late, { dueOn: '2026-10-03' }))
      .thenRefused('DUE_TOO_LATE');
  });

  it('R3.28 RR2.12 of an immediate problem keeps the date of the issue, late or not, and takes effect at once', () => {
    const issue: CampaignCommand = {
      type: 'IssueProblem',
      data: { problemId: theProblem(included).id, fixType: 'immediate', dueOn: '2026-03-10' },
    };
    const immediate = walk(
      send(included, people.secretary, issue),
      ordinary,
      (world) => theProblem(world).status === 'acknowledged',
    );
    const late = at(immediate, '2026-03-20T02:00:00.000Z');
    const dates = { dueOn: '2026-03-10', measures: [measure({ dueOn: '2026-03-10' })] };
    const done = inCampaign(late)
      .when(people.organiser, planning(late, dates))
      .then({ type: 'PlanSubmitted' })
      .world();
    expect(theProblem(done).status).toBe('rectifying');
    inCampaign(late)
      .when(people.organiser, planning(late, { ...dates, dueOn: '2026-03-25' }))
      .thenRefused('DUE_FIXED_BY_ISSUE', 'dueOn');
  });
});
