import {
  assign,
  at,
  commandOf,
  inCampaign,
  launched,
  ledBySecretary,
  ordinary,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  triage,
  walk,
  whenOwed,
  whenProblemIs,
  withoutVote,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { CampaignCommand, CommandData } from './campaign.commands';
import { stageOf } from './stages';

const issue = (world: CampaignWorld, more: Partial<CommandData<'IssueProblem'>> = {}): CampaignCommand => ({
  type: 'IssueProblem',
  data: { problemId: theProblem(world).id, fixType: 'timeLimited', ...more },
});

describe('confirming the problem list where the plan asks for no vote', () => {
  const onTheDay = whenOwed('confirmProblemList', ordinary, { from: launched({ template: withoutVote() }) });
  const ready = at(onTheDay, '2026-03-30T15:59:00.000Z');
  const confirm = commandOf(theOwed(ready, 'confirmProblemList'));

  it('R3.10 freezes the numbered problems with their hash', () => {
    const { id, textHash } = theProblem(ready);
    inCampaign(onTheDay)
      .when(people.secretary, confirm)
      .then({
        type: 'ProblemListConfirmed',
        data: { basis: { fn: 'problem-list@1', content: [[1, id, textHash]] } },
      });
  });

  it('RR2.1 waits for the day of the stage, which is a date and not an announcement', () => {
    inCampaign(ready)
      .when(people.secretary, confirm)
      .thenRefused('STAGE_NOT_OPEN', { params: { opensOn: '2026-03-31' } });
    expect(stageOf(onTheDay.campaign, 'problemList').announcedOn).toBeNull();
  });

  it('R4.8 is the secretary’s, on what was shown, once', () => {
    inCampaign(onTheDay).when(people.deputy, confirm).thenRefused('NOT_YOURS');
    inCampaign(onTheDay)
      .when(people.secretary, { ...confirm, data: { basisHash: 'stale' } } as CampaignCommand)
      .thenRefused('BASIS_CHANGED', 'basisHash');
    const confirmed = send(onTheDay, people.secretary, confirm);
    inCampaign(at(confirmed, '2026-04-01T02:00:00.000Z'))
      .when(people.secretary, confirm)
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-03-31' } });
    const forced = send(onTheDay, people.secretary, {
      type: 'ForceStage',
      data: { stage: 'problemList', reason: '并入下一阶段' },
    });
    inCampaign(at(forced, '2026-04-01T02:00:00.000Z'))
      .when(people.secretary, confirm)
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-03-31' } });
  });
});

describe('issuing a problem', () => {
  const ready = whenOwed('issueProblem');
  const included = whenProblemIs('included');

  it('RR1.8 names nobody where the duties decide, and leaves the date to the plan', () => {
    inCampaign(ready)
      .when(people.secretary, issue(ready))
      .then({
        type: 'ProblemIssued',
        data: { lead: null, owner: null, reviewer: null, acceptor: null, dueOn: null },
      });
  });

  it('RR2.7 may come before the list is confirmed for 立行立改 only', () => {
    inCampaign(included).when(people.secretary, issue(included)).thenRefused('LIST_NOT_CONFIRMED');
    const done = inCampaign(included)
      .when(people.secretary, issue(included, { fixType: 'immediate' }))
      .then({ type: 'ProblemIssued', data: { fixType: 'immediate', dueOn: '2026-03-17' } })
      .world();
    expect(owedNow(done, 'acknowledgeProblem')).toHaveLength(1);
    const listed = walk(done, ordinary, ({ campaign }) => campaign.listed !== null);
    expect(listed.campaign.listed?.basisHash).toBeDefined();
    expect(owedNow(listed, 'issueProblem')).toEqual([]);
  });

  it('R3.28 RR2.12 dates an immediate one by working days, within sixty calendar days', () => {
    inCampaign(at(included, '2026-09-24T02:00:00.000Z'))
      .when(people.secretary, issue(included, { fixType: 'immediate' }))
      .then({ type: 'ProblemIssued', data: { dueOn: '2026-10-15' } });
    const asked = (dueOn: string) => issue(included, { fixType: 'immediate', dueOn });
    inCampaign(included)
      .when(people.secretary, asked('2026-05-02'))
      .then({ type: 'ProblemIssued', data: { dueOn: '2026-05-02' } });
    inCampaign(included)
      .when(people.secretary, asked('2026-03-03'))
      .then({ type: 'ProblemIssued', data: { dueOn: '2026-03-03' } });
    inCampaign(included)
      .when(people.secretary, asked('2026-05-03'))
      .thenRefused('DUE_TOO_LATE', { field: 'dueOn', params: { latest: '2026-05-02' } });
    inCampaign(included)
      .when(people.secretary, asked('2026-03-02'))
      .thenRefused('DUE_BEFORE_START', { field: 'dueOn', params: { start: '2026-03-03' } });
    inCampaign(included).when(people.secretary, asked('2026-02-30')).thenRefused('INVALID', 'dueOn');
  });

  it('takes a date for an immediate one only', () => {
    inCampaign(ready)
      .when(people.secretary, issue(ready, { dueOn: '2026-05-04' }))
      .thenRefused('DUE_BY_PLAN', 'dueOn');
    inCampaign(ready)
      .when(people.secretary, issue(ready, { fixType: 'sustained', dueOn: '2026-05-04' }))
      .thenRefused('DUE_BY_PLAN', 'dueOn');
  });

  it('R4.2 keeps the named people apart, from each other and from who holds the duty anyhow', () => {
    const refused = (more: Partial<CommandData<'IssueProblem'>>, field: string) =>
      inCampaign(ready).when(people.secretary, issue(ready, more)).thenRefused('SEPARATION_OF_DUTIES', field);
    refused({ owner: people.member, reviewer: people.member }, 'reviewer');
    refused({ owner: people.member, acceptor: people.member }, 'acceptor');
    refused({ reviewer: people.member, acceptor: people.member }, 'acceptor');
    refused({ owner: people.member, lead: people.member }, 'lead');
    refused({ reviewer: people.organiser }, 'reviewer');
    refused({ acceptor: people.discipline }, 'acceptor');
  });

  it('R4.2 keeps them apart from who was assigned before, and is not named anew', () => {
    const owned = send(ready, people.secretary, assign('aspectOwner', 'B3', people.member));
    inCampaign(owned)
      .when(people.secretary, issue(owned, { reviewer: people.member }))
      .thenRefused('SEPARATION_OF_DUTIES', 'reviewer');
  });

  it('RR2.14 keeps a secretary who leads from being named acceptor', () => {
    const led = whenOwed('issueProblem', ledBySecretary);
    inCampaign(led)
      .when(people.secretary, issue(led, { acceptor: people.secretary }))
      .thenRefused('SELF_ASSIGNMENT', 'acceptor');
  });

  it('lets the secretary name themselves to judge only where they would anyhow', () => {
    inCampaign(ready)
      .when(people.secretary, issue(ready, { acceptor: people.secretary }))
      .then({ type: 'ProblemIssued' });
    inCampaign(ready)
      .when(people.secretary, issue(ready, { reviewer: people.secretary }))
      .thenRefused('SELF_ASSIGNMENT', 'reviewer');
  });

  it('names only people who hold a post', () => {
    const gone = { ...ready, directory: withPosts(ready.directory, ['ends', 'member', people.member]) };
    inCampaign(gone)
      .when(people.secretary, issue(gone, { owner: people.member }))
      .thenRefused('PERSON_UNKNOWN', 'owner');
  });

  it('RR1.8 is the secretary’s, for an included problem, once', () => {
    inCampaign(ready).when(people.deputy, issue(ready)).thenRefused('NOT_YOURS');
    inCampaign(ready)
      .when(people.secretary, issue(ready, { problemId: 'none' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    const reported = whenProblemIs('reported');
    inCampaign(reported).when(people.secretary, issue(reported)).thenRefused('NOT_INCLUDED', 'problemId');
    for (const decision of ['exclude', 'handOver'] as const) {
      const gone = send(reported, people.secretary, triage(theProblem(reported).id, decision));
      inCampaign(gone).when(people.secretary, issue(gone)).thenRefused('NOT_INCLUDED', 'problemId');
    }
    const on = ready.now.slice(0, 10);
    inCampaign(at(send(ready, people.secretary, issue(ready)), `${addDays(on, 1)}T02:00:00.000Z`))
      .when(people.secretary, issue(ready))
      .thenRefused('ALREADY_DECIDED', { params: { on } });
  });

  it('makes the owner of the aspect, where one was assigned, somebody who has owned it', () => {
    const owned = send(ready, people.secretary, assign('aspectOwner', 'B3', people.discipline));
    const world = send(owned, people.secretary, issue(owned));
    expect(theProblem(world).doers).toEqual([people.discipline]);
    const back = send(world, people.secretary, assign('aspectOwner', 'B3', people.organiser));
    expect(theProblem(back).doers).toEqual([people.discipline, people.organiser]);
  });
});

describe('an immediate fix of a template with another roll rule', () => {
  it('follows the plan', () => {
    const template = templateState();
    if (template.latest)
      Object.assign(template.latest.fixTypes.immediate, {
        default: { n: 7, unit: 'calendarDay' },
        roll: 'earlier',
      });
    const included = at(
      whenProblemIs('included', ordinary, launched({ template })),
      '2026-03-08T02:00:00.000Z',
    );
    inCampaign(included)
      .when(people.secretary, issue(included, { fixType: 'immediate' }))
      .then({ type: 'ProblemIssued', data: { dueOn: '2026-03-13' } });
  });
});
