import {
  at,
  commandOf,
  inCampaign,
  launched,
  ledBySecretary,
  newId,
  ordinary,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';

type Plan = CommandData<'SubmitPlan'>;
const measure = (more: Partial<Plan['measures'][number]> = {}) => ({
  id: newId(),
  text: '修订制度',
  dueOn: '2026-05-10',
  ...more,
});
const plan = (world: CampaignWorld, more: Partial<Plan> = {}): CampaignCommand => ({
  type: 'SubmitPlan',
  data: {
    problemId: theProblem(world).id,
    rootCause: '执行不严',
    target: '按章办事',
    measures: [measure()],
    dueOn: '2026-05-20',
    ...more,
  },
});
const acknowledge = (world: CampaignWorld): CampaignCommand => ({
  type: 'AcknowledgeProblem',
  data: { problemId: theProblem(world).id },
});
const approve = (world: CampaignWorld) => commandOf(theOwed(world, 'decidePlan'));
const giveBack = (world: CampaignWorld) =>
  commandOf(theOwed(world, 'decidePlan'), { missing: '措施不具体' }, 'ReturnPlan');

const included = whenProblemIs('included');
const issued = whenProblemIs('issued', ordinary, included);
const acknowledged = whenProblemIs('acknowledged', ordinary, issued);
const submitted = send(acknowledged, people.organiser, plan(acknowledged));

describe('acknowledging', () => {
  it('is the owner’s, once, after the issue', () => {
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
  it('is proposed by the owner and takes the fields it knows, nothing else', () => {
    const extra = { ...measure(), isAdmin: true };
    inCampaign(acknowledged)
      .when(people.organiser, plan(acknowledged, { measures: [extra] }))
      .then({ type: 'PlanSubmitted', data: { dueOn: '2026-05-20' } });
    const [own] =
      theProblem(send(acknowledged, people.organiser, plan(acknowledged, { measures: [extra] }))).plan
        ?.measures ?? [];
    expect(Object.keys(own ?? {}).sort()).toEqual(['dueOn', 'finished', 'id', 'owner', 'progress', 'text']);
  });

  it('comes after the acknowledgement and before a decision', () => {
    inCampaign(issued).when(people.organiser, plan(issued)).thenRefused('NOT_ACKNOWLEDGED');
    inCampaign(submitted).when(people.organiser, plan(submitted)).thenRefused('ALREADY_DECIDED');
    inCampaign(included).when(people.organiser, plan(included)).thenRefused('NOT_ISSUED');
    inCampaign(acknowledged).when(people.deputy, plan(acknowledged)).thenRefused('NOT_YOURS');
    inCampaign(acknowledged)
      .when(people.organiser, plan(acknowledged, { problemId: 'none' }))
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
    inCampaign(acknowledged).when(people.organiser, plan(acknowledged, more)).thenRefused(code, field);
  });

  it('refuses a measure’s id that is in use, in this plan, in another or for a problem', () => {
    const one = measure();
    const twice = plan(acknowledged, { measures: [one, one] });
    inCampaign(acknowledged).when(people.organiser, twice).thenRefused('ALREADY_EXISTS', 'measures[1].id');
    const asProblem = plan(acknowledged, { measures: [measure({ id: theProblem(acknowledged).id })] });
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

  it('of a problem issued after the stage’s end may take the default length', () => {
    const late = whenProblemIs(
      'acknowledged',
      ordinary,
      at(whenOwed('issueProblem'), '2026-08-03T02:00:00.000Z'),
    );
    const { dueOn } = theOwed(late, 'submitPlan').action.defaults as { dueOn: string };
    expect(dueOn).toBe('2026-10-02');
    inCampaign(late)
      .when(people.organiser, plan(late, { dueOn, measures: [measure({ dueOn })] }))
      .then({ type: 'PlanSubmitted' });
    inCampaign(late)
      .when(people.organiser, plan(late, { dueOn: '2026-10-03' }))
      .thenRefused('DUE_TOO_LATE');
  });

  it('of an immediate problem keeps the date of the issue, late or not, and takes effect at once', () => {
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
      .when(people.organiser, plan(late, dates))
      .then({ type: 'PlanSubmitted' })
      .world();
    expect(theProblem(done).status).toBe('rectifying');
    inCampaign(late)
      .when(people.organiser, plan(late, { ...dates, dueOn: '2026-03-25' }))
      .thenRefused('DUE_FIXED_BY_ISSUE', 'dueOn');
  });
});

describe('the plan’s chain', () => {
  it('is the lead’s, then the secretary’s, and sets the deadline with its last step', () => {
    inCampaign(submitted).when(people.secretary, approve(submitted)).thenRefused('NOT_YOURS');
    const first = inCampaign(submitted)
      .when(people.deputy, approve(submitted))
      .then({ type: 'PlanApproved', data: { step: 0, last: false } })
      .world();
    expect(theProblem(first)).toMatchObject({ status: 'planSubmitted', dueOn: null, leads: [people.deputy] });
    const last = inCampaign(first)
      .when(people.secretary, approve(first))
      .then({ type: 'PlanApproved', data: { step: 1, last: true } })
      .world();
    expect(theProblem(last)).toMatchObject({ status: 'rectifying', dueOn: '2026-05-20' });
  });

  it('has one step where lead and secretary are one person', () => {
    const world = whenProblemIs('planSubmitted', ledBySecretary);
    const done = inCampaign(world)
      .when(people.secretary, approve(world))
      .then({ type: 'PlanApproved', data: { step: 0, last: true } })
      .world();
    expect(theProblem(done)).toMatchObject({ status: 'rectifying', leads: [people.secretary] });
  });

  it('is never the proposer’s: a secretary who owns it is replaced by the deputy, then by the upper unit', () => {
    const template = templateState();
    for (const aspect of template.latest?.aspects ?? [])
      Object.assign(aspect, { owner: 'secretary', lead: 'secretary' });
    const world = whenProblemIs('planSubmitted', ordinary, whenOwnTriaged(template));
    inCampaign(world).when(people.secretary, approve(world)).thenRefused('SEPARATION_OF_DUTIES');
    const first = inCampaign(world)
      .when(people.deputy, approve(world))
      .then({ type: 'PlanApproved', data: { last: false } })
      .world();
    inCampaign(first).when(people.secretary, approve(first)).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(first)
      .when(people.districtSecretary, approve(first))
      .then({ type: 'PlanApproved', data: { last: true } });
  });

  it('goes on where the lead has become secretary in between', () => {
    const first = send(submitted, people.deputy, approve(submitted));
    const directory = withPosts(
      first.directory,
      ['ends', 'secretary', people.secretary],
      ['ends', 'deputySecretary', people.deputy],
      ['begins', 'secretary', people.deputy],
    );
    inCampaign({ ...first, directory })
      .when(people.deputy, approve(first))
      .then({ type: 'PlanApproved', data: { step: 1, last: true } });
  });

  it('can be returned at each step, naming what is missing, and begins again with the next plan', () => {
    const first = send(submitted, people.deputy, approve(submitted));
    const returned = inCampaign(first)
      .when(people.secretary, giveBack(first))
      .then({ type: 'PlanReturned', data: { step: 1, missing: '措施不具体' } })
      .world();
    expect(theProblem(returned)).toMatchObject({
      status: 'acknowledged',
      planRound: 2,
      missing: '措施不具体',
    });
    const again = send(returned, people.organiser, plan(returned));
    expect(theOwed(again, 'decidePlan').key).toBe(`decidePlan:${theProblem(again).id}#0:2`);
    inCampaign(again).when(people.deputy, approve(submitted)).thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('answers who took part that it is decided, and everybody else that it is not theirs', () => {
    const first = send(submitted, people.deputy, approve(submitted));
    inCampaign(first).when(people.deputy, approve(submitted)).thenRefused('ALREADY_DECIDED');
    const done = send(first, people.secretary, approve(first));
    for (const person of [people.deputy, people.secretary])
      inCampaign(done).when(person, approve(first)).thenRefused('ALREADY_DECIDED');
    for (const world of [submitted, first, done])
      inCampaign(world).when(people.member, approve(submitted)).thenRefused('NOT_YOURS');
    inCampaign(acknowledged).when(people.deputy, approve(submitted)).thenRefused('PLAN_MISSING');
    const { data } = approve(submitted);
    inCampaign(submitted)
      .when(people.deputy, {
        type: 'ApprovePlan',
        data: { ...data, problemId: 'none' } as CommandData<'ApprovePlan'>,
      })
      .thenRefused('PROBLEM_UNKNOWN');
  });
});

describe('a measure', () => {
  const two = plan(acknowledged, { measures: [measure(), measure({ owner: people.member })] });
  const rectifying = walk(
    send(acknowledged, people.organiser, two),
    ordinary,
    (world) => theProblem(world).status === 'rectifying',
  );
  const [own, named] = (theProblem(rectifying).plan?.measures ?? []).map(({ id }) => id) as [string, string];
  const problemId = theProblem(rectifying).id;
  const finish = (measureId: string): CampaignCommand => ({
    type: 'FinishMeasure',
    data: { problemId, measureId, result: '完成' },
  });
  const progress = (measureId: string): CampaignCommand => ({
    type: 'ReportProgress',
    data: { problemId, measureId, text: '进行中' },
  });

  it('is worked on by the person its plan names, else by the problem’s owner', () => {
    inCampaign(rectifying)
      .when(people.organiser, finish(own))
      .then({ type: 'MeasureFinished', data: { measureId: own } });
    inCampaign(rectifying).when(people.member, progress(named)).then({ type: 'ProgressReported' });
    inCampaign(rectifying).when(people.organiser, finish(named)).thenRefused('NOT_YOURS');
    inCampaign(rectifying).when(people.member, finish(own)).thenRefused('NOT_YOURS');
  });

  it('is finished once, under an approved plan', () => {
    const done = send(rectifying, people.organiser, finish(own));
    inCampaign(done).when(people.organiser, progress(own)).thenRefused('ALREADY_DECIDED');
    inCampaign(rectifying).when(people.organiser, finish('none')).thenRefused('MEASURE_UNKNOWN', 'measureId');
    const waiting = send(acknowledged, people.organiser, two);
    inCampaign(waiting).when(people.organiser, finish(own)).thenRefused('PLAN_NOT_APPROVED');
    inCampaign(rectifying)
      .when(people.organiser, {
        type: 'FinishMeasure',
        data: { problemId: 'none', measureId: own, result: '' },
      })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('passes to somebody else when the person it names has left', () => {
    const left = {
      ...rectifying,
      directory: withPosts(rectifying.directory, ['ends', 'member', people.member]),
    };
    inCampaign(left).when(people.secretary, finish(named)).thenRefused('NOBODY_ELIGIBLE');
    const { duty } = theOwed(left, 'finishMeasure', named).holder;
    const assign: CampaignCommand = {
      type: 'AssignDuty',
      data: { duty: 'owner', subject: duty?.subject ?? '', person: people.publicity, reason: '人员调离' },
    };
    const assigned = inCampaign(left)
      .when(people.secretary, assign)
      .then({ type: 'DutyAssigned', data: { subject: named } })
      .world();
    expect(theOwed(assigned, 'finishMeasure', named)).toMatchObject({ dueVersion: 2, dueOn: '2026-05-10' });
    expect(theProblem(assigned).doers).toContain(people.publicity);
    inCampaign(assigned).when(people.publicity, finish(named)).then({ type: 'MeasureFinished' });
  });
});

/** A campaign whose problem the secretary reported; the deputy triages it. */
function whenOwnTriaged(template: ReturnType<typeof templateState>): CampaignWorld {
  return whenProblemIs('included', ordinary, launched({ template }));
}
