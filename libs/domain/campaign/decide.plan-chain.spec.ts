import {
  commandOf,
  inCampaign,
  launched,
  ledBySecretary,
  ordinary,
  people,
  planning,
  send,
  templateState,
  theOwed,
  theProblem,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CommandData } from './campaign.commands';

const acknowledged = whenProblemIs('acknowledged');
const submitted = send(acknowledged, people.organiser, planning(acknowledged));
const approve = (world: CampaignWorld) => commandOf(theOwed(world, 'decidePlan'));
const giveBack = (world: CampaignWorld) =>
  commandOf(theOwed(world, 'decidePlan'), { missing: '措施不具体' }, 'ReturnPlan');

describe('the plan’s chain', () => {
  it('R3.13 RR1.11 RR2.11 is the lead’s, then the secretary’s, and sets the deadline with its last step', () => {
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

  it('R4.7 keeps the approval of a lead who has left since: the secretary’s is the one that is missing', () => {
    const first = send(submitted, people.deputy, approve(submitted));
    const left = {
      ...first,
      directory: withPosts(first.directory, ['ends', 'deputySecretary', people.deputy]),
    };
    expect(theOwed(left, 'decidePlan').key).toBe(theOwed(first, 'decidePlan').key);
    const done = inCampaign(left)
      .when(people.secretary, approve(left))
      .then({ type: 'PlanApproved', data: { step: 1, last: true } })
      .world();
    expect(theProblem(done).plan?.approvals.map(({ by }) => by)).toEqual([people.deputy, people.secretary]);
  });

  it('RR2.15 has one step where lead and secretary are one person', () => {
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
    const world = whenProblemIs('planSubmitted', ordinary, launched({ template }));
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

  it('R4.15 RR1.11 can be returned at each step, naming what is missing, and begins again with the next plan', () => {
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
    const again = send(returned, people.organiser, planning(returned));
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
