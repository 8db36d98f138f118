import {
  inCampaign,
  measure,
  ordinary,
  people,
  planning,
  send,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  withPosts,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const acknowledged = whenProblemIs('acknowledged');

describe('a measure', () => {
  const two = planning(acknowledged, { measures: [measure(), measure({ owner: people.member })] });
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

  it('R3.16 RR1.12 RR2.10 is worked on by the person its plan names, else by the problem’s owner', () => {
    inCampaign(rectifying)
      .when(people.organiser, finish(own))
      .then({ type: 'MeasureFinished', data: { measureId: own } });
    inCampaign(rectifying).when(people.member, progress(named)).then({ type: 'ProgressReported' });
    inCampaign(rectifying).when(people.organiser, finish(named)).thenRefused('NOT_YOURS');
    inCampaign(rectifying).when(people.member, finish(own)).thenRefused('NOT_YOURS');
  });

  it('R3.16 is finished once, under an approved plan', () => {
    const done = send(rectifying, people.organiser, finish(own));
    inCampaign(done)
      .when(people.organiser, progress(own))
      .thenRefused('ALREADY_DECIDED', { params: { on: done.now.slice(0, 10) } });
    inCampaign(acknowledged)
      .when(people.organiser, finish('none'))
      .thenRefused('MEASURE_UNKNOWN', 'measureId');
    inCampaign(rectifying).when(people.organiser, finish('none')).thenRefused('MEASURE_UNKNOWN', 'measureId');
    const waiting = send(acknowledged, people.organiser, two);
    inCampaign(waiting).when(people.organiser, finish(own)).thenRefused('PLAN_NOT_APPROVED');
    inCampaign(rectifying)
      .when(people.organiser, {
        type: 'FinishMeasure',
        data: { problemId: 'none', measureId: own, result: '' },
      })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
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
