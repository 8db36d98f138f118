import {
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
} from '@rectify/testing';
import { hashOf } from '../kernel/hash';
import { summaryBasis1 } from './basis';
import type { CampaignCommand } from './campaign.commands';
import { isExitMet } from './exit-conditions';
import { currentStage, isStageOpen, opensOn, stageOf } from './stages';
import { summary } from './summary';

const whole = launched({}, []);
const ready = whenOwed('approveSummary', ordinary, { from: whole });
const approve = commandOf(theOwed(ready, 'approveSummary'));

describe('the stages beside the five', () => {
  it('come in the order of the plan, and the campaign’s stage is the earliest not yet closed', () => {
    expect(currentStage(whole.campaign)?.kind).toBe('mobilisation');
    expect(owedNow(whole)).toMatchObject([
      { kind: 'approveStage', subject: { id: 'mobilisation#0' }, since: '2026-03-03' },
    ]);
    expect(opensOn(whole.campaign, 'screening')).toBeNull();
    expect(ready.campaign.signedOffOn).not.toBeNull();
    expect(currentStage(ready.campaign)?.kind).toBe('summary');
  });

  it('let nobody answer before the mobilisation is approved', () => {
    inCampaign(whole)
      .when(people.organiser, {
        type: 'AnswerCheckItems',
        data: { answers: [{ item: 'B3-1', answer: 'noProblem' }] },
      })
      .thenRefused('STAGE_NOT_OPEN');
  });

  it('keep a campaign open after its sign-off, until the last of its plan is closed', () => {
    expect(ready.campaign.status).toBe('open');
    const over = walk(ready, ordinary, () => false);
    expect(over.campaign).toMatchObject({ status: 'signedOff' });
    expect(over.campaign.stages.map(({ closed }) => closed?.how)).toEqual(Array(8).fill('approved'));
    const last = over.log
      .map(({ event }) => event)
      .filter(({ type }) => type === 'StageClosed')
      .at(-1);
    expect(last).toMatchObject({ data: { stage: 'lookBack' } });
  });

  it('open the look-back after its lag, whether or not the summary is approved', () => {
    expect(opensOn(ready.campaign, 'lookBack')).toBe(stageOf(ready.campaign, 'lookBack').startOn);
    const late = whenOwed('approveStage', ordinary, {
      from: ready,
      about: 'lookBack',
      except: ['approveSummary'],
    });
    expect(isStageOpen(late.campaign, 'lookBack', '2026-11-12')).toBe(true);
    const closed = send(late, people.secretary, commandOf(theOwed(late, 'approveStage', 'lookBack')));
    expect(closed.campaign.status).toBe('open');
    expect(currentStage(closed.campaign)?.kind).toBe('summary');
  });

  it('without a problem are still to come: what is vacuous is the middle alone', () => {
    const nothing = whenOwed('approveSummary', {}, { from: whole });
    expect(nothing.campaign.stages.map(({ kind, closed }) => [kind, closed?.how])).toEqual([
      ['mobilisation', 'approved'],
      ['screening', 'approved'],
      ['problemList', 'noProblem'],
      ['measures', 'noProblem'],
      ['deadlines', 'noProblem'],
      ['signOff', 'approved'],
      ['summary', undefined],
      ['lookBack', undefined],
    ]);
  });
});

describe('approving the summary', () => {
  it('R3.21 freezes the four numbers with the ids that prove them', () => {
    const approved = inCampaign(ready)
      .when(people.secretary, approve)
      .then({ type: 'SummaryApproved', data: { basis: { fn: 'summary@2' } } })
      .world();
    const event = approved.log.map((each) => each.event).find(({ type }) => type === 'SummaryApproved');
    if (event?.type !== 'SummaryApproved') throw new Error('no approval');
    const { problems, measures, closed } = summary(ready.campaign);
    expect(event.data.basis.content).toEqual({
      problems: { count: 1, ids: problems },
      measures: { count: 1, ids: measures },
      completed: { count: 1, ids: closed },
      sustained: { count: 0, ids: [] },
      forced: [],
      rulesMade: { count: 0, hash: hashOf([]) },
    });
    expect(event.data.basisHash).toBe(hashOf(event.data.basis));
    expect(theOwed(approved, 'approveStage', 'summary').key).toBe('approveStage:summary#0:1');
  });

  it('R3.22 names the rules made by their numbers, or says that there are none; another registered asks for it anew', () => {
    const number = '党支〔2026〕3号';
    const register: CampaignCommand = {
      type: 'RegisterRuleMade',
      data: { number, title: '议事规则', effectiveOn: '2026-08-01' },
    };
    const none = send(ready, people.secretary, approve);
    expect(isExitMet(ready.campaign, 'summary')).toBe(false);
    expect(isExitMet(none.campaign, 'summary')).toBe(true);
    const chain = commandOf(theOwed(none, 'approveStage', 'summary'));
    const made = send(none, people.secretary, register);
    expect(isExitMet(made.campaign, 'summary')).toBe(false);
    inCampaign(made).when(people.secretary, chain).thenRefused('EXIT_NOT_MET');
    const named = inCampaign(made)
      .when(people.secretary, commandOf(theOwed(made, 'approveSummary')))
      .then({
        type: 'SummaryApproved',
        data: { basis: { content: { rulesMade: { count: 1, hash: hashOf([number]) } } } },
      })
      .world();
    expect(isExitMet(named.campaign, 'summary')).toBe(true);
    const retired = send(named, people.secretary, {
      type: 'RetireRuleMade',
      data: { number, reason: '已被代替' },
    });
    expect(theOwed(retired, 'approveSummary').key).toBe('approveSummary:summary:3');
  });

  it('stands as it was given where it was approved before rules made were part of it', () => {
    const basisHash = hashOf(summaryBasis1(ready.campaign));
    const before = {
      ...ready.campaign,
      summarised: { by: people.secretary, as: null, on: '2026-08-12', basisHash },
    };
    expect(isExitMet(before, 'summary')).toBe(true);
  });

  it('comes before the stage’s chain, once, and is asked again where the chain returns it', () => {
    const { basisHash } = approve.data as { basisHash: string };
    const stage = { stage: 'summary', basisHash } as const;
    inCampaign(ready)
      .when(people.secretary, { type: 'ApproveStage', data: stage })
      .thenRefused('EXIT_NOT_MET');
    const approved = send(ready, people.secretary, approve);
    inCampaign(approved).when(people.secretary, approve).thenRefused('ALREADY_DECIDED');
    const returned = send(approved, people.secretary, {
      type: 'ReturnStage',
      data: { ...stage, reason: '数字需复核' },
    });
    expect(theOwed(returned, 'approveSummary').key).toBe('approveSummary:summary:2');
  });

  it('R3.21 is the secretary’s, of the numbers as shown, and of a summary that is open', () => {
    inCampaign(ready).when(people.deputy, approve).thenRefused('NOT_YOURS');
    const stale: CampaignCommand = { type: 'ApproveSummary', data: { basisHash: 'stale' } };
    inCampaign(ready).when(people.secretary, stale).thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(whole).when(people.secretary, approve).thenRefused('STAGE_NOT_OPEN');
    inCampaign(launched()).when(people.secretary, approve).thenRefused('STAGE_NOT_PLANNED');
    const five = { stage: 'summary', basisHash: '' } as const;
    inCampaign(launched())
      .when(people.secretary, { type: 'ApproveStage', data: five })
      .thenRefused('STAGE_NOT_PLANNED', 'stage');
  });
});
