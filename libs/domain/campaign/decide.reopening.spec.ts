import {
  amending,
  askingFor,
  assign,
  at,
  attempt,
  checking,
  claiming,
  endingSustained,
  givingBack,
  inCampaign,
  judge,
  measure,
  objecting,
  ordinary,
  owedNow,
  people,
  planning,
  posting,
  reopening,
  reviewing,
  send,
  separationBreaches,
  terminating,
  theOwed,
  theProblem,
  triage,
  walk,
  whenProblemIs,
  withdrawing,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import type { CampaignCommand } from './campaign.commands';
import { extendedSince } from './rectification.state';
import { summary } from './summary';

const closed = whenProblemIs('closed');
const today = closed.now.slice(0, 10);
const reopened = send(closed, people.secretary, reopening(closed));

describe('reopening', () => {
  it('R3.25 is the secretary’s, of what is closed, with a date from today on', () => {
    inCampaign(closed).when(people.deputy, reopening(closed)).thenRefused('NOT_YOURS');
    const rectifying = whenProblemIs('rectifying');
    inCampaign(rectifying).when(people.secretary, reopening(rectifying)).thenRefused('NOT_CLOSED');
    inCampaign(reopened).when(people.secretary, reopening(reopened)).thenRefused('NOT_CLOSED');
    const by = (dueOn: string) => inCampaign(closed).when(people.secretary, reopening(closed, dueOn));
    const { date: latest } = addDuration(
      closed.calendar,
      today,
      closed.campaign.plan.fixTypes.timeLimited.max,
      'none',
    );
    by(addDays(today, -1)).thenRefused('DUE_BEFORE_START', { field: 'dueOn', params: { start: today } });
    by(addDays(latest, 1)).thenRefused('DUE_TOO_LATE', { field: 'dueOn', params: { latest } });
    by('tomorrow').thenRefused('INVALID', { field: 'dueOn' });
    for (const dueOn of [today, addDays(today, 30), latest])
      by(dueOn).then({ type: 'ProblemReopened', data: { dueOn } });
    inCampaign(closed)
      .when(people.secretary, { type: 'ReopenProblem', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('R3.25 is linked to the first closing, however often it happens', () => {
    const closing = closed.log.find(({ event }) => event.type === 'ProblemClosed');
    const link = { firstClosing: closing?.version, firstClosedOn: today };
    inCampaign(closed)
      .when(people.secretary, reopening(closed))
      .then({ type: 'ProblemReopened', data: { cause: 'secretary', reason: '问题反弹', ...link } });
    const later = at(reopened, `${addDays(today, 7)}T02:00:00.000Z`);
    const again = walk(later, ordinary, (world) => theProblem(world).status === 'closed');
    inCampaign(again).when(people.secretary, reopening(again)).then({ type: 'ProblemReopened', data: link });
  });

  it('R3.25 is the only way out of closed: whatever else is said of the problem, by whomever, leaves it as it is', () => {
    const problem = theProblem(closed);
    const shown = { problemId: problem.id, basisHash: problem.claim?.hash ?? '' };
    const planShown = { problemId: problem.id, basisHash: problem.plan?.hash ?? '' };
    const measureId = problem.plan?.measures[0]?.id ?? '';
    const others: readonly CampaignCommand[] = [
      triage(problem.id, 'exclude'),
      triage(problem.id, 'handOver'),
      { type: 'IssueProblem', data: { problemId: problem.id, fixType: 'immediate' } },
      { type: 'AcknowledgeProblem', data: { problemId: problem.id } },
      planning(closed),
      { type: 'ApprovePlan', data: planShown },
      { type: 'ReturnPlan', data: { ...planShown, missing: '缺少' } },
      amending(closed, [measure()]),
      { type: 'ReportProgress', data: { problemId: problem.id, measureId, text: '补充' } },
      { type: 'FinishMeasure', data: { problemId: problem.id, measureId, result: '补充' } },
      askingFor(closed, addDays(today, 30)),
      claiming(closed),
      withdrawing(closed),
      judge(closed, 'PassReview'),
      judge(closed, 'AcceptCompletion'),
      judge(closed, 'SignOffProblem'),
      givingBack(closed),
      checking(closed),
      posting(closed),
      objecting(closed, 'upheld'),
      reviewing(closed),
      endingSustained(closed),
      terminating(closed),
      assign('owner', problem.id, people.member),
      { type: 'GrantExtension', data: { ...shown, dueOn: addDays(today, 30) } },
      { type: 'RefuseExtension', data: { ...shown, reason: '不同意' } },
    ];
    for (const command of others)
      for (const person of Object.values(people)) {
        const attempted = attempt(closed, person, command);
        expect([command.type, attempted.ok]).toEqual([command.type, false]);
      }
  });

  it('begins another round by the usual length of its fix type; the result sentence loses it', () => {
    expect(theProblem(reopened)).toMatchObject({
      status: 'rectifying',
      claimRound: 2,
      claim: null,
      reviewed: null,
      accepted: null,
      closed: null,
      dueOn: addDays(today, 60),
    });
    expect(summary(closed.campaign).closed).toHaveLength(1);
    expect(summary(reopened.campaign).closed).toEqual([]);
    expect(theOwed(reopened, 'claimCompletion')).toMatchObject({
      key: `claimCompletion:${theProblem(reopened).id}:2`,
      dueOn: addDays(today, 60),
      dueVersion: 1,
    });
    expect(extendedSince(theProblem(reopened))).toEqual({ from: addDays(today, 60), granted: 0 });
  });

  it('R3.28 of an immediate fix is as short as that: ten working days, within sixty calendar days', () => {
    const included = whenProblemIs('included');
    const issued = send(included, people.secretary, {
      type: 'IssueProblem',
      data: { problemId: theProblem(included).id, fixType: 'immediate' },
    });
    const once = walk(issued, ordinary, (world) => theProblem(world).status === 'closed');
    // A Saturday that is worked.
    const there = at(once, '2026-10-10T02:00:00.000Z');
    const by = (dueOn?: string) => inCampaign(there).when(people.secretary, reopening(there, dueOn));
    by().then({ type: 'ProblemReopened', data: { dueOn: '2026-10-23' } });
    by('2026-12-09').then({ type: 'ProblemReopened', data: { dueOn: '2026-12-09' } });
    by('2026-12-10').thenRefused('DUE_TOO_LATE', { field: 'dueOn', params: { latest: '2026-12-09' } });
  });

  it('opens a campaign again that was signed off, until the problem is closed once more', () => {
    const over = walk(closed, ordinary, ({ campaign }) => campaign.status === 'signedOff');
    expect(owedNow(over)).toEqual([]);
    const open = inCampaign(over)
      .when(people.secretary, reopening(over))
      .then({ type: 'ProblemReopened' })
      .world();
    expect(open.campaign.status).toBe('open');
    expect(owedNow(open).map(({ kind }) => kind)).toEqual(['claimCompletion']);
    const again = walk(open, ordinary, ({ campaign }) => campaign.status === 'signedOff');
    expect(again.campaign.status).toBe('signedOff');
    expect(again.campaign.signedOffOn).toBe(over.campaign.signedOffOn);
    expect(separationBreaches(again)).toEqual([]);
  });
});

describe('terminating', () => {
  const rectifying = whenProblemIs('rectifying');

  it('is the secretary’s, with the reason, of an included problem that is not closed', () => {
    inCampaign(rectifying)
      .when(people.secretary, terminating(rectifying))
      .then({ type: 'ProblemTerminated', data: { reason: '责任主体已撤销' } });
    inCampaign(rectifying).when(people.deputy, terminating(rectifying)).thenRefused('NOT_YOURS');
    inCampaign(at(closed, `${addDays(today, 1)}T02:00:00.000Z`))
      .when(people.secretary, terminating(closed))
      .thenRefused('ALREADY_DECIDED', { params: { on: today } });
    const reported = whenProblemIs('reported');
    inCampaign(reported)
      .when(people.secretary, terminating(reported))
      .thenRefused('NOT_INCLUDED', { field: 'problemId' });
    inCampaign(rectifying)
      .when(people.secretary, { type: 'TerminateProblem', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('is not the secretary’s who owns it: the upper unit’s does', () => {
    const { id } = theProblem(rectifying);
    const owned = send(rectifying, people.secretary, assign('owner', id, people.secretary));
    inCampaign(owned).when(people.secretary, terminating(owned)).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(owned).when(people.districtSecretary, terminating(owned)).then({ type: 'ProblemTerminated' });
  });

  it('ends what is owed, keeps the number, and counts nowhere in the result sentence', () => {
    const done = send(rectifying, people.secretary, terminating(rectifying));
    const { id, number } = theProblem(done);
    expect(number).toBe(1);
    expect(owedNow(done).filter(({ subject }) => subject.problemId === id)).toEqual([]);
    expect(summary(done.campaign)).toEqual({ problems: [], measures: [], closed: [], sustained: [] });
    inCampaign(done).when(people.secretary, terminating(done)).thenRefused('ALREADY_DECIDED');
    inCampaign(done)
      .when(people.secretary, assign('reviewer', id, people.member))
      .thenRefused('ALREADY_DECIDED');
    const over = walk(done, ordinary, ({ campaign }) => campaign.status === 'signedOff');
    expect(over.campaign.status).toBe('signedOff');
  });
});
