import {
  amending,
  askingFor,
  at,
  commandOf,
  givingBack,
  granting,
  inCampaign,
  judge,
  measure,
  ordinary,
  people,
  planning,
  refusing,
  returning,
  send,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays, instantAt } from '../calendar/civil-date';
import type { CampaignCommand } from './campaign.commands';
import { outcomeOf } from './outcomes';
import { extendedSince } from './rectification.state';

const withdrawing = (world: CampaignWorld): CampaignCommand => ({
  type: 'WithdrawStep',
  data: { problemId: theProblem(world).id, reason: '漏看一条' },
});
const back = (world: CampaignWorld, person: string) => send(world, person, withdrawing(world));

const acknowledged = whenProblemIs('acknowledged');
const submitted = send(acknowledged, people.organiser, planning(acknowledged));
const byLead = send(submitted, people.deputy, commandOf(theOwed(submitted, 'decidePlan')));
const approved = send(byLead, people.secretary, commandOf(theOwed(byLead, 'decidePlan')));
const due = theProblem(approved).dueOn ?? '';
const asked = send(approved, people.organiser, askingFor(approved, addDays(due, 20)));
const grantedByLead = send(asked, people.deputy, granting(asked));
const granted = send(grantedByLead, people.secretary, granting(grantedByLead));

/** What a problem's state is about, apart from its rounds, the days it was ever given and who ever took part. */
const standing = (world: CampaignWorld) => {
  const { status, dueOn, plan, extension, amendment, claim, accepted, missing, planDueOn } =
    theProblem(world);
  return { status, dueOn, plan, extension, amendment, claim, accepted, missing, planDueOn };
};

describe('R4.19 the latest step about a problem', () => {
  const finished = walk(
    approved,
    ordinary,
    (world) => theProblem(world).plan?.measures.every((one) => one.finished) ?? false,
  );
  const reviewed = whenProblemIs('reviewed');
  const amended = send(approved, people.organiser, amending(approved, [measure({ dueOn: due })]));
  const amendedByLead = send(amended, people.deputy, commandOf(theOwed(amended, 'decidePlan')));
  const steps: readonly [string, CampaignWorld, string, CampaignCommand][] = [
    ['PlanSubmitted', acknowledged, people.organiser, planning(acknowledged)],
    ['PlanApproved', submitted, people.deputy, commandOf(theOwed(submitted, 'decidePlan'))],
    ['PlanApproved', byLead, people.secretary, commandOf(theOwed(byLead, 'decidePlan'))],
    [
      'PlanReturned',
      submitted,
      people.deputy,
      returning(submitted, 'decidePlan', 'ReturnPlan', { grantDays: 5, unit: 'workingDay' }),
    ],
    ['PlanAmended', approved, people.organiser, amending(approved, [measure({ dueOn: due })])],
    ['PlanApproved', amendedByLead, people.secretary, commandOf(theOwed(amendedByLead, 'decidePlan'))],
    ['PlanReturned', amended, people.deputy, returning(amended, 'decidePlan', 'ReturnPlan')],
    ['ExtensionRequested', approved, people.organiser, askingFor(approved, addDays(due, 20))],
    ['ExtensionGranted', asked, people.deputy, granting(asked)],
    ['ExtensionGranted', grantedByLead, people.secretary, granting(grantedByLead)],
    ['ExtensionRefused', asked, people.deputy, refusing(asked)],
    ['CompletionAccepted', reviewed, people.secretary, judge(reviewed, 'AcceptCompletion')],
    ['ClaimReturned', reviewed, people.secretary, givingBack(reviewed)],
  ];

  it.each(steps)('%s is taken back by whoever took it, and all stands as before', (of, before, by, step) => {
    const taken = send(before, by, step);
    expect(standing(taken)).not.toEqual(standing(before));
    const world = inCampaign(taken)
      .when(by, withdrawing(taken))
      .then({ type: 'StepWithdrawn', data: { of, reason: '漏看一条' } })
      .world();
    expect(standing(world)).toEqual(standing(before));
    inCampaign(world).when(by, withdrawing(world)).thenRefused('NOTHING_TO_WITHDRAW');
  });

  it('is nobody else’s: neither who is next nor who could have taken it', () => {
    inCampaign(byLead).when(people.secretary, withdrawing(byLead)).thenRefused('NOT_YOURS');
    inCampaign(byLead).when(people.organiser, withdrawing(byLead)).thenRefused('NOT_YOURS');
    inCampaign(approved).when(people.deputy, withdrawing(approved)).thenRefused('NOT_YOURS');
    inCampaign(byLead)
      .when(people.deputy, { type: 'WithdrawStep', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('stands once the day is over that it would make due again', () => {
    const lastDay = at(granted, instantAt(due, '09:00'));
    inCampaign(lastDay).when(people.secretary, withdrawing(lastDay)).then({ type: 'StepWithdrawn' });
    const dayAfter = at(granted, instantAt(addDays(due, 1), '09:00'));
    inCampaign(dayAfter)
      .when(people.secretary, withdrawing(dayAfter))
      .thenRefused('EARLIER_DUE_OVER', { params: { dueOn: due } });
  });

  it('stands once anybody has acted on it, and once its stage was approved with it', () => {
    inCampaign(finished).when(people.secretary, withdrawing(finished)).thenRefused('NOTHING_TO_WITHDRAW');
    const accepted = whenProblemIs('accepted');
    const closed = send(accepted, people.secretary, judge(accepted, 'SignOffProblem'));
    inCampaign(closed).when(people.secretary, withdrawing(closed)).thenRefused('NOTHING_TO_WITHDRAW');
    const stageApproved = walk(approved, ordinary, ({ campaign }) =>
      campaign.stages.some(
        ({ kind, approvals, closed }) => kind === 'measures' && (approvals.length > 0 || closed),
      ),
    );
    expect(theProblem(stageApproved).latest).toBeNull();
  });
});

describe('R4.19 what was withdrawn', () => {
  it('is owed anew in a round of its own: no key comes back', () => {
    const world = back(approved, people.secretary);
    const owed = theOwed(world, 'decidePlan');
    expect(owed.key).toBe(`decidePlan:${theProblem(world).id}#1:2`);
    const again = send(world, people.secretary, commandOf(owed));
    const keys = (of: CampaignWorld) => [
      theOwed(of, 'finishMeasure').key,
      theOwed(of, 'claimCompletion').key,
    ];
    for (const key of keys(again)) expect(keys(approved)).not.toContain(key);
  });

  it('R4.12 R4.14 does not count as an extension, and its day stays visible', () => {
    const world = back(granted, people.secretary);
    const problem = theProblem(world);
    expect(extendedSince(problem)).toEqual({ from: due, granted: 0 });
    expect(extendedSince(theProblem(granted))).toEqual({ from: due, granted: 1 });
    const own = problem.dates.filter(({ measureId }) => measureId === null);
    expect(own.map(({ why, dueOn }) => [why, dueOn])).toEqual([
      ['planned', due],
      ['extended', addDays(due, 20)],
      ['withdrawn', due],
    ]);
    const again = send(world, people.secretary, granting(world));
    expect(extendedSince(theProblem(again))).toEqual({ from: due, granted: 1 });
  });

  it('R4.1 forgets nobody’s part: who accepted once stays an acceptor', () => {
    const accepted = whenProblemIs('accepted');
    const world = back(accepted, people.secretary);
    expect(theProblem(world)).toMatchObject({ status: 'reviewed', accepted: null });
    expect(theProblem(world).acceptors).toContain(people.secretary);
  });

  it('gives the ids of a withdrawn plan’s measures to no other', () => {
    const world = back(submitted, people.organiser);
    const [gone] = theProblem(submitted).plan?.measures ?? [];
    inCampaign(world)
      .when(people.organiser, planning(world, { measures: [measure(gone ? { id: gone.id } : {})] }))
      .thenRefused('ALREADY_EXISTS');
  });

  it('RR4.11 is told to whoever was told of it', () => {
    const told = (world: CampaignWorld, person: string) => {
      const after = back(world, person);
      return after.log
        .slice(world.log.length)
        .flatMap(({ event }) => outcomeOf(world.campaign, event)?.what ?? []);
    };
    expect(told(approved, people.secretary)).toEqual(['stepWithdrawn']);
    expect(told(byLead, people.deputy)).toEqual([]);
    expect(told(granted, people.secretary)).toEqual(['stepWithdrawn']);
    expect(told(grantedByLead, people.deputy)).toEqual([]);
    expect(told(submitted, people.organiser)).toEqual([]);
  });
});
