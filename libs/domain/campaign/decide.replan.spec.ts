import {
  at,
  commandOf,
  inCampaign,
  launched,
  ordinary,
  owedNow,
  people,
  send,
  theOwed,
  walk,
  whenOwed,
  whenProblemIs,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';
import { dueRungs } from './open-ladders';
import { chainLength, stageOf } from './stages';

const replanning = (parts: Omit<CommandData<'ReplanCampaign'>, 'reason'>): CampaignCommand => ({
  type: 'ReplanCampaign',
  data: { ...parts, reason: '按全区通知调整' },
});
const begun = at(launched(), '2026-03-10T02:00:00.000Z');
const withSupervisor = [['disciplineMember'], ['secretary'], ['supervisor@parent']] as const;
const days = (n: number) => ({ n, unit: 'workingDay' as const });

describe('re-planning a campaign', () => {
  it('R4.23 changes chains, limits and ladders, the old beside the new', () => {
    const rungs = [{ rung: 'T', at: 0, do: 'remind', to: ['holder'] }] as const;
    const replanned = inCampaign(begun)
      .when(
        people.secretary,
        replanning({
          chains: [{ stage: 'signOff', approvals: withSupervisor }],
          limits: [{ kind: 'submitPlan', limit: days(8) }],
          ladders: [{ ladder: 'answer', rungs }],
          notice: '区委〔2026〕12号',
        }),
      )
      .then({
        type: 'CampaignReplanned',
        data: {
          chains: [{ stage: 'signOff', to: withSupervisor, restarted: false }],
          limits: [{ kind: 'submitPlan', from: days(5), to: days(8) }],
          ladders: [{ ladder: 'answer', from: begun.campaign.plan.ladders.answer, to: rungs }],
          notice: '区委〔2026〕12号',
        },
      })
      .world();
    expect(chainLength(replanned.campaign, 'signOff')).toBe(3);
    expect(replanned.campaign.plan.handlingLimits.submitPlan).toEqual(days(8));
  });

  it('R4.23 dates what is owed anew by the new limit, counted from the day it arose, one due version up', () => {
    const waiting = whenProblemIs('acknowledged');
    const before = theOwed(waiting, 'submitPlan');
    const longer = send(
      waiting,
      people.secretary,
      replanning({ limits: [{ kind: 'submitPlan', limit: days(10) }] }),
    );
    const after = theOwed(longer, 'submitPlan');
    expect(after).toMatchObject({ key: before.key, since: before.since, dueVersion: 2 });
    expect([before.dueOn, after.dueOn]).toEqual(['2026-04-08', '2026-04-15']);
    const other = replanning({ limits: [{ kind: 'decidePlan', limit: days(4) }] });
    const again = send(longer, people.secretary, other);
    expect(theOwed(again, 'submitPlan')).toMatchObject({ dueVersion: 2, dueOn: '2026-04-15' });
  });

  it('never dates it into the past', () => {
    const waiting = at(whenProblemIs('acknowledged'), '2026-04-07T02:00:00.000Z');
    const shorter = send(
      waiting,
      people.secretary,
      replanning({ limits: [{ kind: 'submitPlan', limit: days(1) }] }),
    );
    expect(theOwed(shorter, 'submitPlan').dueOn).toBe('2026-04-07');
  });

  it('lets what is owed climb the new ladder from today', () => {
    const rungs = [
      { rung: 'T-20', at: -20, do: 'remind', to: ['holder'] },
      { rung: 'T-10', at: -10, do: 'remind', to: ['holder'] },
    ] as const;
    const replanned = send(begun, people.secretary, replanning({ ladders: [{ ladder: 'answer', rungs }] }));
    expect(owedNow(replanned)[0]).toMatchObject({ armedOn: '2026-03-10', dueVersion: 2 });
    const told = (now: string) =>
      new Set(dueRungs(replanned.campaign, now, replanned.calendar).map(({ rung }) => rung));
    expect(told('2026-03-19T02:00:00.000Z')).toEqual(new Set());
    expect(told('2026-03-20T02:00:00.000Z')).toEqual(new Set(['T-10']));
  });

  it('begins a running chain again, as a new question to its new first post', () => {
    const running = whenOwed('approveStage', ordinary, { about: 'screening' });
    const half = send(running, people.organiser, commandOf(theOwed(running, 'approveStage')));
    const replanned = send(
      half,
      people.secretary,
      replanning({ chains: [{ stage: 'screening', approvals: [['deputySecretary'], ['secretary']] }] }),
    );
    expect(stageOf(replanned.campaign, 'screening')).toMatchObject({ round: 2, approvals: [] });
    const asked = theOwed(replanned, 'approveStage');
    expect(asked.key).toBe('approveStage:screening#0:2');
    inCampaign(replanned).when(people.organiser, commandOf(asked)).thenRefused('NOT_YOURS');
    inCampaign(replanned).when(people.deputy, commandOf(asked)).then({ type: 'StageStepApproved' });
  });

  it.each<[string, Omit<CommandData<'ReplanCampaign'>, 'reason'>, string, string | undefined]>([
    ['nothing at all', {}, 'NOTHING_CHANGES', undefined],
    [
      'what is so already',
      { limits: [{ kind: 'submitPlan', limit: days(5) }] },
      'NOTHING_CHANGES',
      undefined,
    ],
    [
      'a chain without a step',
      { chains: [{ stage: 'measures', approvals: [] }] },
      'INVALID',
      'chains[0].approvals',
    ],
    [
      'a chain of too many steps',
      { chains: [{ stage: 'measures', approvals: Array(11).fill(['secretary']) as never }] },
      'INVALID',
      'chains[0].approvals',
    ],
    [
      'a post that is none',
      { chains: [{ stage: 'measures', approvals: [['chair' as never]] }] },
      'UNKNOWN_POST',
      'chains[0].approvals[0][0]',
    ],
    [
      'a sign-off without the secretary',
      { chains: [{ stage: 'signOff', approvals: [['disciplineMember']] }] },
      'INVALID',
      'chains[0].approvals',
    ],
    [
      'a stage that the plan has not',
      { chains: [{ stage: 'lookBack', approvals: [['secretary']] }] },
      'STAGE_NOT_PLANNED',
      'chains[0].stage',
    ],
    [
      'a stage named twice',
      {
        chains: [
          { stage: 'measures', approvals: [['secretary']] },
          { stage: 'measures', approvals: [['member']] },
        ],
      },
      'NOT_UNIQUE',
      'chains[1].stage',
    ],
    [
      'a kind that is none',
      { limits: [{ kind: 'rest' as never, limit: days(1) }] },
      'INVALID',
      'limits[0].kind',
    ],
    [
      'the date of a measure, which is its own',
      { limits: [{ kind: 'finishMeasure', limit: days(1) }] },
      'INVALID',
      'limits[0].kind',
    ],
    [
      'a limit of no day',
      { limits: [{ kind: 'submitPlan', limit: days(0) }] },
      'OUT_OF_BOUNDS',
      'limits[0].limit',
    ],
    [
      'a limit of more than a quarter',
      { limits: [{ kind: 'submitPlan', limit: { n: 4, unit: 'month' } }] },
      'OUT_OF_BOUNDS',
      'limits[0].limit',
    ],
    ['a ladder without a rung', { ladders: [{ ladder: 'work', rungs: [] }] }, 'INVALID', 'ladders[0].rungs'],
    [
      'a ladder that reaches nobody known',
      { ladders: [{ ladder: 'work', rungs: [{ rung: 'T', at: 0, do: 'remind', to: ['everybody'] }] }] },
      'UNKNOWN_POST',
      'ladders[0].rungs[0].to[0]',
    ],
  ])('refuses %s', (_, parts, code, field) => {
    inCampaign(begun)
      .when(people.secretary, replanning(parts))
      .thenRefused(code as 'INVALID', field);
  });

  it('is the secretary’s alone, and leaves a closed stage’s chain as it was', () => {
    const chains = [{ stage: 'screening', approvals: [['secretary']] }] as const;
    inCampaign(begun).when(people.deputy, replanning({ chains })).thenRefused('NOT_YOURS');
    const listing = whenOwed('confirmProblemList', ordinary);
    inCampaign(listing).when(people.secretary, replanning({ chains })).thenRefused('ALREADY_DECIDED');
  });
});

describe('a campaign that a supervisor signs off as well', () => {
  const asked = send(
    begun,
    people.secretary,
    replanning({ chains: [{ stage: 'signOff', approvals: withSupervisor }] }),
  );
  const secretarys = whenOwed('signOffCampaign', ordinary, { from: asked });
  const signed = send(secretarys, people.secretary, commandOf(theOwed(secretarys, 'signOffCampaign')));
  const last = theOwed(signed, 'approveStage', 'signOff');

  it('R3.20 RR1.18 is not signed off by the secretary’s step alone', () => {
    inCampaign(secretarys)
      .when(people.secretary, commandOf(theOwed(secretarys, 'signOffCampaign')))
      .then({ type: 'StageStepApproved', data: { stage: 'signOff', step: 1 } });
    expect(signed.campaign).toMatchObject({ status: 'open', signedOffOn: null });
    inCampaign(signed)
      .when(people.secretary, commandOf(theOwed(secretarys, 'signOffCampaign')))
      .thenRefused('ALREADY_DECIDED');
  });

  it('R3.20 RR1.18 is signed off with the supervisor’s, the last of the chain', () => {
    expect(last.subject.id).toBe('signOff#2');
    inCampaign(signed).when(people.secretary, commandOf(last)).thenRefused('ALREADY_DECIDED');
    inCampaign(signed)
      .when(people.supervisor, commandOf(last))
      .then(
        { type: 'StageStepApproved', data: { stage: 'signOff', step: 2 } },
        { type: 'StageClosed', data: { stage: 'signOff', how: 'approved' } },
        { type: 'CampaignSignedOff' },
      );
    expect(walk(signed, ordinary, () => false).campaign.status).toBe('signedOff');
  });

  it('can be returned by the supervisor, and is then signed from the first step', () => {
    const returned = send(signed, people.supervisor, commandOf(last, { reason: '材料不全' }, 'ReturnStage'));
    expect(theOwed(returned, 'approveStage', 'signOff').key).toBe('approveStage:signOff#0:2');
  });
});
