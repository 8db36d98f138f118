import {
  at,
  commandOf,
  inCampaign,
  launched,
  newWorld,
  ordinary,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import { stagesInUse } from './campaign.plan';
import { currentStage, stageOf } from './stages';

const returning = (world: CampaignWorld, kind: 'approveStage' | 'signOffCampaign' = 'approveStage') =>
  commandOf(theOwed(world, kind), { reason: '内容不完整' }, 'ReturnStage');
const approving = (world: CampaignWorld, about = '') => commandOf(theOwed(world, 'approveStage', about));

describe('a stage’s chain', () => {
  const first = whenOwed('approveStage', ordinary, { about: 'screening' });
  const second = send(first, people.organiser, approving(first));

  it('RR1.15 R4.20 is approved step by step, by the post whose turn it is, and closed with the last', () => {
    inCampaign(first).when(people.secretary, approving(first)).thenRefused('NOT_YOURS');
    inCampaign(first)
      .when(people.organiser, approving(first))
      .then({ type: 'StageStepApproved', data: { stage: 'screening', step: 0 } });
    inCampaign(second)
      .when(people.secretary, approving(second))
      .then(
        { type: 'StageStepApproved', data: { step: 1 } },
        { type: 'StageClosed', data: { stage: 'screening', how: 'approved' } },
      );
  });

  it('RR1.20 of the problem list signs when the list is confirmed and every listed problem issued', () => {
    const confirming = whenOwed('confirmProblemList');
    const approval = { stage: 'problemList', basisHash: 'any' } as const;
    const early = { type: 'ApproveStage', data: approval } as const;
    inCampaign(confirming).when(people.secretary, early).thenRefused('EXIT_NOT_MET');
    const issuing = whenOwed('issueProblem', ordinary, { from: confirming });
    inCampaign(issuing).when(people.secretary, early).thenRefused('EXIT_NOT_MET');
    const issued = whenOwed('approveStage', ordinary, { from: issuing, about: 'problemList' });
    expect(theProblem(issued).status).toBe('issued');
  });

  it('falls to the next post of a step’s list where the first is vacant', () => {
    const vacant = {
      ...first,
      directory: withPosts(first.directory, ['ends', 'organisationMember', people.organiser]),
    };
    inCampaign(vacant).when(people.deputy, approving(vacant)).then({ type: 'StageStepApproved' });
  });

  it('takes both steps from one person who holds both posts, each as an act of its own', () => {
    const directory = withPosts(
      first.directory,
      ['ends', 'secretary', people.secretary],
      ['begins', 'secretary', people.organiser],
    );
    const both = { ...first, directory };
    const half = inCampaign(both)
      .when(people.organiser, approving(both))
      .then({ type: 'StageStepApproved', data: { step: 0 } })
      .world();
    inCampaign(half)
      .when(people.organiser, approving(half))
      .then({ type: 'StageStepApproved', data: { step: 1 } }, { type: 'StageClosed' });
  });

  it('RR2.4 R4.8 RR3.9 approves the content that was shown', () => {
    const { stage } = approving(first).data as { stage: 'screening' };
    inCampaign(first)
      .when(people.organiser, { type: 'ApproveStage', data: { stage, basisHash: 'stale' } })
      .thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('answers who took part that it is decided, and nobody else how it stands', () => {
    inCampaign(second).when(people.organiser, approving(first)).thenRefused('ALREADY_DECIDED');
    const closed = send(second, people.secretary, approving(second));
    for (const person of [people.organiser, people.secretary])
      inCampaign(closed).when(person, approving(first)).thenRefused('ALREADY_DECIDED');
    for (const world of [launched(), first, second, closed])
      inCampaign(world).when(people.member, approving(first)).thenRefused('NOT_YOURS');
  });

  it('R4.20 RR2.1 opens by date: before the day, or before its exit rule is met, nobody approves', () => {
    const approve = (stage: (typeof stagesInUse)[number]): CampaignCommand => ({
      type: 'ApproveStage',
      data: { stage, basisHash: '' },
    });
    inCampaign(launched()).when(people.organiser, approve('screening')).thenRefused('STAGE_NOT_OPEN');
    const begun = at(launched(), '2026-03-03T02:00:00.000Z');
    inCampaign(begun).when(people.organiser, approve('screening')).thenRefused('EXIT_NOT_MET');
    inCampaign(begun).when(people.deputy, approve('measures')).thenRefused('STAGE_NOT_OPEN');
  });

  it.each(stagesInUse)(
    'RR1.15 R4.17 of %s can be returned, starts again in a new round, and is owed again',
    (stage) => {
      const kind = 'approveStage';
      const world = whenOwed(kind, ordinary, { about: stage, from: launched({}, []) });
      const [holder] = stage === 'screening' ? [people.organiser] : whoApproves(stage);
      const returned = inCampaign(world)
        .when(holder ?? '', returning(world))
        .then({ type: 'StageReturned', data: { stage, step: 0, reason: '内容不完整' } })
        .world();
      expect(currentStage(returned.campaign)).toMatchObject({ kind: stage, round: 2, approvals: [] });
      const owed = owedNow(returned).map(({ key }) => key);
      const again = {
        screening: 'confirmScreening:screening:2',
        // The second round of the stage, after the one vote there was.
        problemList: 'confirmProblemList:problemList:3',
        summary: 'approveSummary:summary:2',
        lookBack: 'drawSample:lookBack:2',
      } as Record<string, string>;
      expect(owed).toContain(again[stage] ?? `approveStage:${stage}#0:2`);
      expect(walk(returned, ordinary, () => false).campaign.status).toBe('signedOff');
    },
  );
});

const whoApproves = (stage: (typeof stagesInUse)[number]): string[] =>
  ({
    mobilisation: [people.secretary],
    screening: [people.organiser],
    problemList: [people.secretary],
    measures: [people.deputy],
    deadlines: [people.discipline],
    signOff: [people.discipline],
    summary: [people.secretary],
    lookBack: [people.secretary],
  })[stage];

describe('a chain whose content changes before it ends', () => {
  const template = templateState();
  const rectification = template.latest?.stages.find(({ kind }) => kind === 'deadlines');
  if (rectification)
    Object.assign(rectification, { approvals: [{ post: ['disciplineMember'] }, { post: ['secretary'] }] });
  const claimed = whenOwed('approveStage', ordinary, {
    about: 'deadlines',
    from: launched({ template }),
    except: ['reviewCompletion'],
  });
  const half = send(claimed, people.discipline, approving(claimed));
  const withdraw: CampaignCommand = {
    type: 'WithdrawClaim',
    data: { problemId: theProblem(half).id, reason: '有误' },
  };

  it('R4.9 begins again at its first step, as a new question with a date of its own', () => {
    expect(theOwed(half, 'approveStage').key).toBe('approveStage:deadlines#1:1');
    const later = at(half, '2026-06-01T02:00:00.000Z');
    const back = send(later, people.organiser, withdraw);
    expect(owedNow(back, 'approveStage')).toEqual([]);
    inCampaign(back).when(people.discipline, approving(claimed)).thenRefused('EXIT_NOT_MET');
    const again = walk(back, ordinary, (world) => owedNow(world, 'approveStage').length > 0);
    expect(theOwed(again, 'approveStage')).toMatchObject({
      key: 'approveStage:deadlines#0:2',
      since: '2026-06-01',
      dueOn: '2026-06-04',
    });
    inCampaign(again).when(people.discipline, approving(claimed)).thenRefused('BASIS_CHANGED');
  });

  it('R4.9 keeps the earlier approval in the log', () => {
    const again = walk(
      send(half, people.organiser, withdraw),
      ordinary,
      (world) => stageOf(world.campaign, 'deadlines').closed !== null,
    );
    const approvals = again.log.filter(
      ({ event }) => event.type === 'StageStepApproved' && event.data.stage === 'deadlines',
    );
    expect(approvals.map(({ event }) => (event.data as { step: number }).step)).toEqual([0, 0, 1]);
  });
});

describe('signing the campaign off', () => {
  const first = whenOwed('approveStage', ordinary, { about: 'signOff' });
  const last = send(first, people.discipline, approving(first));
  const signOff = commandOf(theOwed(last, 'signOffCampaign'));

  it('R3.19 RR1.17 is the last step of the last chain, by the secretary, and ends the campaign', () => {
    const over = inCampaign(last)
      .when(people.secretary, signOff)
      .then(
        { type: 'StageStepApproved', data: { stage: 'signOff', step: 1 } },
        { type: 'StageClosed', data: { stage: 'signOff', how: 'approved' } },
        { type: 'CampaignSignedOff' },
      )
      .world();
    inCampaign(over).when(people.secretary, signOff).thenRefused('CAMPAIGN_OVER');
    expect(owedNow(over)).toEqual([]);
  });

  it('RR1.17 is not done by ApproveStage', () => {
    const { basisHash } = signOff.data as { basisHash: string };
    inCampaign(last)
      .when(people.secretary, { type: 'ApproveStage', data: { stage: 'signOff', basisHash } })
      .thenRefused('USE_SIGN_OFF');
  });

  it('waits for the steps before it', () => {
    const { basisHash } = approving(first).data as { basisHash: string };
    inCampaign(first)
      .when(people.secretary, { type: 'SignOffCampaign', data: { basisHash } })
      .thenRefused('CHAIN_NOT_FINISHED');
    inCampaign(first)
      .when(people.discipline, { type: 'SignOffCampaign', data: { basisHash } })
      .thenRefused('NOT_YOURS');
  });

  it('R3.19 waits for every problem, and for the stage before', () => {
    const early = whenOwed('approveStage', ordinary, { about: 'deadlines' });
    inCampaign(early)
      .when(people.secretary, { type: 'SignOffCampaign', data: { basisHash: '' } })
      .thenRefused('EXIT_NOT_MET');
  });

  it('can be returned by the secretary, and is then signed in another round', () => {
    const returned = inCampaign(last)
      .when(people.secretary, returning(last, 'signOffCampaign'))
      .then({ type: 'StageReturned', data: { stage: 'signOff', step: 1 } })
      .world();
    const again = walk(returned, ordinary, (world) => owedNow(world, 'signOffCampaign').length > 0);
    expect(theOwed(again, 'signOffCampaign').key).toBe(`signOffCampaign:${again.campaign.id}:2`);
  });
});

describe('a campaign that is over, and one that never was', () => {
  it('answer people, and let the process find nothing to do', () => {
    const withdrawn = send(launched(), people.secretary, {
      type: 'WithdrawLaunch',
      data: { reason: '撤回' },
    });
    inCampaign(withdrawn).when('system', { type: 'IssueReminders', data: {} }).then();
    inCampaign(withdrawn)
      .when(people.secretary, { type: 'OpenStage', data: {} })
      .thenRefused('CAMPAIGN_OVER');
    inCampaign(newWorld()).when('system', { type: 'OpenStage', data: {} }).thenRefused('NOT_FOUND');
  });
});
