import {
  at,
  discharge,
  inCampaign,
  launched,
  ordinary,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  whoOwes,
  type CampaignWorld,
} from '@rectify/testing';
import { produce } from 'immer';
import { isOverdue } from '../obligation/obligation';
import { campaignDecider } from './campaign.decider';
import type { Campaign, CampaignState } from './campaign.state';
import { obligations } from './obligations';

const keysOf = (world: CampaignWorld): string[] => owedNow(world).map(({ key }) => key);

describe('obligations', () => {
  it('RR1.4 begin with one answer a person and aspect, due at the end of the screening', () => {
    const world = launched();
    expect(keysOf(world)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5'].map((code) => `answerCheckItem:${code}:1`));
    expect(owedNow(world).every(({ since, dueOn }) => since === '2026-03-03' && dueOn === '2026-03-30')).toBe(
      true,
    );
    expect(owedNow(world).map((one) => whoOwes(world, one))).toEqual([
      [people.organiser],
      [people.deputy],
      [people.organiser],
      [people.deputy],
      [people.publicity],
    ]);
  });

  it('ask a clue item of the secretary, apart from the aspect’s other items', () => {
    const template = templateState();
    const aspect = template.latest?.aspects.find(({ code }) => code === 'B3');
    if (aspect?.items[0]) Object.assign(aspect.items[0], { clue: true });
    const world = launched({ template });
    expect(theOwed(world, 'answerCheckItem', 'B3-clue').action.defaults).toEqual({
      answers: [{ item: 'B3-1' }],
    });
    expect(whoOwes(world, theOwed(world, 'answerCheckItem', 'B3-clue'))).toEqual([people.secretary]);
  });

  it('RR2.6 R6.2 date a decision in working days from the day it arose, which is not counted', () => {
    const world = whenProblemIs('reported');
    expect(theOwed(world, 'triageProblem')).toMatchObject({
      since: '2026-03-03',
      dueOn: '2026-03-10',
      dueVersion: 1,
    });
    const beforeHoliday = send(
      at(launched(), '2026-09-29T02:00:00.000Z'),
      people.organiser,
      discharge(theOwed(launched(), 'answerCheckItem', 'B3'), ordinary),
    );
    expect(theOwed(beforeHoliday, 'triageProblem').dueOn).toBe('2026-10-12');
  });

  it('follow the plan’s own limits and roll rule, whatever kind they are of', () => {
    const template = templateState();
    Object.assign(template.latest ?? {}, {
      handlingRoll: 'none',
      handlingLimits: {
        ...template.latest?.handlingLimits,
        answerCheckItem: { n: 4, unit: 'calendarDay' },
        triageProblem: 'stageEnd',
        confirmScreening: 'problem.dueOn',
      },
    });
    const world = launched({ template });
    expect(theOwed(world, 'answerCheckItem').dueOn).toBe('2026-03-07');
    expect(theOwed(whenProblemIs('reported', ordinary, world), 'triageProblem').dueOn).toBe('2026-03-30');
    expect(theOwed(whenOwed('confirmScreening', ordinary, { from: world }), 'confirmScreening').dueOn).toBe(
      '2026-03-30',
    );
  });

  it('RR2.1 lie ahead where a stage has not begun, and are not asked before', () => {
    const world = walk(
      launched(),
      ordinary,
      ({ campaign }) => campaign.stages[0]?.closed !== null && campaign.stages[0] !== undefined,
    );
    expect(theOwed(world, 'confirmProblemList')).toMatchObject({
      since: '2026-03-31',
      armedOn: '2026-03-31',
      dueOn: '2026-04-03',
    });
  });

  it('count a decision that came early only from the stage’s own first day', () => {
    const world = walk(
      at(launched(), '2026-03-03T02:00:00.000Z'),
      ordinary,
      ({ campaign }) => campaign.screening !== null,
    );
    expect(theOwed(world, 'approveStage')).toMatchObject({
      key: 'approveStage:screening#0:1',
      since: '2026-03-03',
      dueOn: '2026-03-06',
    });
  });

  it('name the measures and the claim side by side, each by its own date', () => {
    const world = whenProblemIs('rectifying');
    const { id, plan, dueOn } = theProblem(world);
    expect(
      owedNow(world)
        .filter(({ subject }) => subject.problemId === id)
        .map(({ key, dueOn: due }) => [key, due]),
    ).toEqual([
      [`finishMeasure:${plan?.measures[0]?.id}:1`, plan?.measures[0]?.dueOn],
      [`claimCompletion:${id}:1`, dueOn],
    ]);
  });

  it('RR3.5 carry the hash of what a decision decides on, so that it can be done from where it stands', () => {
    const world = whenProblemIs('claimed');
    const { action, alternatives } = theOwed(world, 'reviewCompletion');
    expect(action).toEqual({
      command: 'PassReview',
      defaults: { problemId: theProblem(world).id, basisHash: theProblem(world).claim?.hash },
    });
    expect(alternatives.map(({ command }) => command)).toEqual(['ReturnClaim']);
  });

  it('R6.5 RR1.21 are overdue after their day, by the civil day in Shanghai', () => {
    expect(isOverdue({ dueOn: '2026-03-30' }, '2026-03-30')).toBe(false);
    expect(isOverdue({ dueOn: '2026-03-30' }, '2026-03-31')).toBe(true);
  });

  it('R6.7 tell a date that rests on an unannounced year', () => {
    const late = at(launched(), '2026-12-28T02:00:00.000Z');
    const reported = send(
      late,
      people.organiser,
      discharge(theOwed(late, 'answerCheckItem', 'B3'), ordinary),
    );
    expect(theOwed(reported, 'triageProblem')).toMatchObject({ provisional: true, dueOn: '2027-01-04' });
    expect(theOwed(reported, 'answerCheckItem').provisional).toBe(false);
  });
});

describe('due versions', () => {
  const rectifying = whenProblemIs('rectifying');
  const settle = (campaign: Campaign, world = rectifying) =>
    campaignDecider.settle?.(campaign, { ...world, actor: { kind: 'system' } }) ?? [];
  const changed = (change: (draft: CampaignState) => void): Campaign =>
    produce(rectifying.campaign, change as never);

  it('RR3.3 R5.5 rise with each change of the date, and re-arm the ladder from that day', () => {
    const moved = changed((draft) => {
      for (const problem of Object.values(draft.problems)) problem.dueOn = '2026-07-01';
    });
    expect(settle(moved, at(rectifying, '2026-04-20T02:00:00.000Z'))).toMatchObject([
      {
        type: 'ObligationsDated',
        data: { dated: [{ dueOn: '2026-07-01', dueVersion: 2, armedOn: '2026-04-20' }] },
      },
    ]);
  });

  it('leave everything else as it was dated: a later calendar moves nothing by itself', () => {
    const calendar = { ...rectifying.calendar, version: rectifying.calendar.version + 1, years: {} };
    expect(settle(rectifying.campaign, { ...rectifying, calendar })).toEqual([]);
    const claimed = whenProblemIs('claimed');
    const before = theOwed(claimed, 'reviewCompletion');
    const assigned = inCampaign({ ...claimed, calendar })
      .when(people.secretary, {
        type: 'AssignDuty',
        data: { duty: 'reviewer', subject: theProblem(claimed).id, person: people.member, reason: '调整' },
      })
      .world();
    expect(theOwed(assigned, 'reviewCompletion')).toMatchObject({ dueOn: before.dueOn, dueVersion: 2 });
  });

  it('R4.17 RR3.3 begin at 1 in a new round', () => {
    const claimed = whenProblemIs('claimed', ordinary, rectifying);
    const back = send(claimed, people.organiser, {
      type: 'WithdrawClaim',
      data: { problemId: theProblem(claimed).id, reason: '补充' },
    });
    expect(theOwed(back, 'claimCompletion')).toMatchObject({
      key: `claimCompletion:${theProblem(back).id}:2`,
      dueVersion: 1,
    });
  });
});

describe('what is remembered of a state', () => {
  it('is what reckoning it anew would give, at every step of a campaign', () => {
    const { log } = walk(launched(), ordinary, ({ campaign }) => campaign.status === 'signedOff');
    let shared: Campaign = campaignDecider.initialState();
    for (const { event, ...recorded } of log) {
      shared = produce(shared, (draft) => campaignDecider.evolve(draft as CampaignState, event, recorded));
      expect(obligations(shared)).toEqual(obligations(structuredClone(shared) as Campaign));
    }
    expect(shared.status).toBe('signedOff');
  });

  it('shares what a command did not touch', () => {
    const both = (now: CampaignWorld) => owedNow(now, 'acknowledgeProblem').length === 2;
    const world = walk(launched(), { 'B3-1': ['甲', '乙'] }, both, ['acknowledgeProblem']);
    const [one = ''] = world.campaign.order;
    const recorded = {
      version: world.log.length + 1,
      at: world.now,
      actor: { kind: 'person' as const, personId: people.organiser },
    };
    const after = produce(world.campaign, (draft) => {
      campaignDecider.evolve(
        draft as CampaignState,
        { type: 'ProblemAcknowledged', data: { problemId: one, on: '2026-04-01' } },
        recorded,
      );
    });
    const untouched = (campaign: Campaign) =>
      obligations(campaign).find(({ kind, subject }) => kind === 'acknowledgeProblem' && subject.id !== one);
    expect(untouched(after)).toBeDefined();
    expect(untouched(after)).toBe(untouched(world.campaign));
  });
});
