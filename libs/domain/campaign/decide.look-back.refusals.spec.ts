import {
  assign,
  at,
  commandOf,
  contextOf,
  inCampaign,
  launched,
  owedNow,
  people,
  send,
  theOwed,
  whenOwed,
  whoOwes,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { Obligation } from '../obligation/obligation';
import type { CampaignCommand } from './campaign.commands';
import { drawSample } from './decide.look-back';

/** One led by the secretary, one by the deputy: both are drawn, whatever the seed. */
const two = { 'B1-1': ['党课次数不足'], 'B3-1': ['谈心谈话未做到全覆盖'] };
const toDraw = whenOwed('drawSample', two, { from: launched({}, []) });
const drawing = commandOf(theOwed(toDraw, 'drawSample')) as Extract<CampaignCommand, { type: 'DrawSample' }>;
const [sampler = ''] = whoOwes(toDraw, theOwed(toDraw, 'drawSample'));
const drawn = send(toDraw, sampler, drawing);
const owed = owedNow(drawn, 'giveLookBackVerdict');
const isLed = ({ subject }: Obligation): boolean =>
  drawn.campaign.problems[subject.problemId ?? '']?.leads.includes(people.secretary) === true;
const [shown = theOwed(drawn, 'giveLookBackVerdict'), other = shown] = [
  owed.find(isLed),
  owed.find((one) => !isLed(one)),
];
const [examiner = ''] = whoOwes(drawn, shown);
const verdict = (more: object = {}): CampaignCommand =>
  commandOf(shown, { verdict: 'holds', looked: '抽查三个月记录', evidence: '支部工作手册', ...more });
const today = ({ now }: CampaignWorld) => now.slice(0, 10);
const nextDay = (world: CampaignWorld) => at(world, `${addDays(today(world), 1)}T02:00:00.000Z`);

describe('R3.23 what a draw is refused for', () => {
  it('names the day of the one before', () => {
    inCampaign(nextDay(drawn))
      .when(sampler, drawing)
      .thenRefused('ALREADY_DECIDED', { params: { on: today(drawn) } });
  });

  it('names the day on which its stage opens, as far as that is known', () => {
    const summing = whenOwed('approveSummary', two, { from: launched({}, []) });
    inCampaign(summing)
      .when(sampler, drawing)
      .thenRefused('STAGE_NOT_OPEN', { params: { opensOn: '2026-11-12' } });
    const early = launched({}, []);
    inCampaign(early)
      .when(sampler, drawing)
      .thenRefused('STAGE_NOT_OPEN', { params: { opensOn: '' } });
  });

  it('is what its seed would be made of: without the hash of the sign-off nothing is drawn', () => {
    const { signOffHash, ...context } = contextOf(toDraw, sampler);
    expect(signOffHash).toBeDefined();
    expect(drawSample(toDraw.campaign, drawing.data, context)).toMatchObject({
      ok: false,
      refusal: { code: 'STAGE_NOT_OPEN' },
    });
  });
});

describe('R3.24 what a verdict is refused for', () => {
  it('names the day of the verdict there is', () => {
    const held = send(drawn, examiner, verdict());
    inCampaign(nextDay(held))
      .when(examiner, verdict({ verdict: 'relapsed' }))
      .thenRefused('ALREADY_DECIDED', { params: { on: today(held) } });
  });

  it('is a round in which the problem was not drawn', () => {
    for (const round of [0, 2])
      inCampaign(drawn).when(examiner, verdict({ round })).thenRefused('NOT_SAMPLED');
    inCampaign(toDraw)
      .when(examiner, verdict({ round: 0 }))
      .thenRefused('NOT_SAMPLED');
  });

  it('R4.21 is that the stage was forced: nothing of it is owed any more, and each refusal names the day', () => {
    // A relapse keeps the campaign open.
    const relapse = commandOf(other, { verdict: 'relapsed', looked: '抽查', evidence: '手册' });
    const relapsed = send(drawn, whoOwes(drawn, other)[0] ?? '', relapse);
    const forced = send(relapsed, people.secretary, {
      type: 'ForceStage',
      data: { stage: 'lookBack', reason: '并入年终检查' },
    });
    expect(owedNow(relapsed, 'giveLookBackVerdict')).toHaveLength(1);
    expect(owedNow(forced, 'giveLookBackVerdict')).toEqual([]);
    // The deputy accepted what the secretary led, so the secretary may say who looks back on it.
    const naming = assign('examiner', shown.subject.problemId ?? '', people.member);
    for (const [person, command] of [
      [examiner, verdict()],
      [people.secretary, naming],
      [sampler, drawing],
    ] as const)
      inCampaign(nextDay(forced))
        .when(person, command)
        .thenRefused('ALREADY_DECIDED', { params: { on: today(forced) } });
  });
});
