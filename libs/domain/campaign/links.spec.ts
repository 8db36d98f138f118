import {
  inCampaign,
  linkedScene,
  people,
  send,
  terminating,
  theOwed,
  walk,
  whenOwed,
  whenProblemIs,
  withFirst,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import { summary } from './summary';

const { findings, first, problem, link, begun, linked } = linkedScene();

describe('R3.35 what is linked is put right and counted in its own campaign alone', () => {
  const waiting = whenOwed('signOffCampaign', {}, { from: linked });
  const signing = (world: CampaignWorld): CampaignCommand => ({
    type: 'SignOffCampaign',
    data: { basisHash: String(theOwed(world, 'signOffCampaign').action.defaults['basisHash']) },
  });
  const sign = (other: CampaignWorld, world = waiting) =>
    inCampaign(withFirst(world, other)).when(people.secretary, signing(world));

  it('counts nowhere in the campaign that links', () => {
    const counts = Object.values(summary(waiting.campaign)).map((ids: readonly string[]) => ids.length);
    expect(counts).toEqual([0, 0, 0, 0]);
    expect(summary(first.campaign).problems).toContain(problem.id);
  });

  it('R3.19 keeps the campaign from its sign-off until it is at its end there', () => {
    for (const status of ['included', 'rectifying', 'accepted'] as const)
      sign(whenProblemIs(status, findings)).thenRefused('LINKED_PROBLEM_OPEN');
  });

  const closed = whenProblemIs('closed', findings, first);

  it('lets it be signed off once it is closed, and waits for it again where it was reopened', () => {
    sign(closed).then({ type: 'StageStepApproved' }, { type: 'StageClosed' }, { type: 'CampaignSignedOff' });
    const reopened = send(closed, people.secretary, {
      type: 'ReopenProblem',
      data: { problemId: problem.id, reason: '反弹', dueOn: '2026-12-01' },
    });
    sign(reopened).thenRefused('LINKED_PROBLEM_OPEN');
  });

  it('is at its end also where it was terminated, or is kept up', () => {
    const listed = whenOwed('confirmProblemList', findings, { from: first });
    sign(send(listed, people.secretary, terminating(listed))).then({ type: 'StageStepApproved' }, ...ended);
    const kept = { ...first.campaign.problems, [problem.id]: { ...problem, status: 'sustained' as const } };
    sign({ ...first, campaign: { ...first.campaign, problems: kept } }).then(
      { type: 'StageStepApproved' },
      ...ended,
    );
  });
  const ended = [{ type: 'StageClosed' }, { type: 'CampaignSignedOff' }] as const;

  it('R3.31 is followed to where it went by a merging', () => {
    const [, second = ''] = first.campaign.order;
    const listed = whenOwed('confirmProblemList', findings, { from: first });
    const merged = send(listed, people.secretary, {
      type: 'MergeProblems',
      data: { into: second, problemIds: [problem.id], reason: '重复' },
    });
    sign(merged).thenRefused('LINKED_PROBLEM_OPEN');
    const done = walk(merged, {}, ({ campaign }) => campaign.problems[second]?.status === 'closed');
    sign(done).then({ type: 'StageStepApproved' }, ...ended);
  });

  it('is open where nobody read the other campaign', () => {
    inCampaign({ ...waiting, linked: {} })
      .when(people.secretary, signing(waiting))
      .thenRefused('LINKED_PROBLEM_OPEN');
  });

  it('R3.20 is asked again at a supervisor’s step, which is the last', () => {
    const withSupervisor = whenOwed(
      'signOffCampaign',
      {},
      { from: send(supervised, people.organiser, link) },
    );
    const signed = sign(closed, withSupervisor).then({ type: 'StageStepApproved' }).world();
    const last: CampaignCommand = {
      type: 'ApproveStage',
      data: {
        stage: 'signOff',
        basisHash: String(theOwed(signed, 'approveStage').action.defaults['basisHash']),
      },
    };
    inCampaign(withFirst(signed, first)).when(people.supervisor, last).thenRefused('LINKED_PROBLEM_OPEN');
    inCampaign(signed)
      .when(people.supervisor, last)
      .then({ type: 'StageStepApproved' }, ...ended);
  });
  const supervised: CampaignWorld = {
    ...begun,
    campaign: {
      ...begun.campaign,
      plan: {
        ...begun.campaign.plan,
        stages: begun.campaign.plan.stages.map((stage) =>
          stage.kind === 'signOff'
            ? { ...stage, approvals: [...stage.approvals, ['supervisor@parent'] as const] }
            : stage,
        ),
      },
    },
  };

  it('leaves the one that is linked as it was: its campaign knows nothing of the link', () => {
    expect(walk(closed, {}, () => false).campaign.status).toBe('signedOff');
  });
});
