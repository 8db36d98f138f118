import {
  at,
  inCampaign,
  launched,
  ordinary,
  owedNow,
  people,
  send,
  walk,
  whenOwed,
  whenProblemIs,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import type { StageInUse } from './campaign.events';
import { opensOn, stageOf } from './stages';
import { forcedStages } from './summary';

const forcing = (stage: StageInUse): CampaignCommand => ({
  type: 'ForceStage',
  data: { stage, reason: '上级要求提前转入下一阶段' },
});
const begun = at(launched(), '2026-03-03T02:00:00.000Z');
const kinds = (world: typeof begun) => owedNow(world).map(({ kind }) => kind);

describe('forcing a stage', () => {
  it('R4.21 closes it against its exit rule, by the secretary with a reason, and shows so', () => {
    const forced = inCampaign(begun)
      .when(people.secretary, forcing('screening'))
      .then({
        type: 'StageClosed',
        data: {
          stage: 'screening',
          how: 'forced',
          reason: '上级要求提前转入下一阶段',
          on: '2026-03-03',
        },
      })
      .world();
    const closed = { on: '2026-03-03', how: 'forced', reason: '上级要求提前转入下一阶段' };
    expect(stageOf(forced.campaign, 'screening').closed).toEqual(closed);
    expect(forcedStages(forced.campaign)).toEqual([
      { stage: 'screening', on: closed.on, reason: closed.reason },
    ]);
  });

  it('cancels what the stage itself still owed, and opens the next by its own rule', () => {
    expect(new Set(kinds(begun))).toEqual(new Set(['answerCheckItem']));
    const forced = send(begun, people.secretary, forcing('screening'));
    expect(owedNow(forced)).toMatchObject([{ kind: 'confirmProblemList', since: '2026-03-31' }]);
    expect(opensOn(forced.campaign, 'problemList')).toBe('2026-03-31');
    inCampaign(forced)
      .when(people.secretary, forcing('problemList'))
      .thenRefused('STAGE_NOT_OPEN', { field: 'stage', params: { opensOn: '2026-03-31' } });
    inCampaign(forced)
      .when(people.secretary, forcing('measures'))
      .thenRefused('STAGE_NOT_OPEN', { field: 'stage', params: { opensOn: '' } });
  });

  it('takes nothing as 无问题: silence is never zero', () => {
    const forced = send(begun, people.secretary, forcing('screening'));
    expect(stageOf(forced.campaign, 'problemList').closed).toBeNull();
    inCampaign(forced)
      .when(people.organiser, {
        type: 'AnswerCheckItems',
        data: { answers: [{ item: 'B3-1', answer: 'noProblem' }] },
      })
      .thenRefused('SCREENING_CONFIRMED');
  });

  it('leaves a problem where it stands: it is issued though its list was never confirmed, and the campaign ends', () => {
    const listing = whenOwed('confirmProblemList', ordinary);
    const forced = send(listing, people.secretary, forcing('problemList'));
    expect(kinds(forced)).toContain('issueProblem');
    inCampaign(forced)
      .when(people.secretary, { type: 'ConfirmProblemList', data: { basisHash: '' } })
      .thenRefused('ALREADY_DECIDED');
    expect(walk(forced, ordinary, () => false).campaign.status).toBe('signedOff');
  });

  it('of the measures leaves the plan to be made all the same', () => {
    const acknowledged = at(whenProblemIs('acknowledged'), '2026-04-08T02:00:00.000Z');
    const listed = walk(
      acknowledged,
      ordinary,
      ({ campaign }) => stageOf(campaign, 'problemList').closed !== null,
      ['submitPlan'],
    );
    const open = at(listed, '2026-04-08T02:00:00.000Z');
    const forced = send(open, people.secretary, forcing('measures'));
    expect(kinds(forced)).toContain('submitPlan');
    expect(walk(forced, ordinary, () => false).campaign.status).toBe('signedOff');
  });

  it('ends a campaign with its last stage, where that is forced', () => {
    const whole = launched({}, []);
    const waiting = whenOwed('approveStage', ordinary, { about: 'lookBack', from: whole });
    expect(waiting.campaign.status).toBe('open');
    expect(waiting.campaign.signedOffOn).not.toBeNull();
    const over = send(waiting, people.secretary, forcing('lookBack'));
    expect(over.campaign.status).toBe('signedOff');
    expect(owedNow(over)).toEqual([]);
  });

  it('R4.21 is nobody else’s, once, never before the day, and never of the sign-off', () => {
    for (const person of [people.deputy, people.districtSecretary, people.outsider])
      inCampaign(begun).when(person, forcing('screening')).thenRefused('NOT_YOURS');
    inCampaign(launched()).when(people.secretary, forcing('screening')).thenRefused('STAGE_NOT_OPEN');
    inCampaign(begun).when(people.secretary, forcing('signOff')).thenRefused('USE_SIGN_OFF', 'stage');
    inCampaign(begun).when(people.secretary, forcing('summary')).thenRefused('STAGE_NOT_PLANNED', 'stage');
    const forced = send(begun, people.secretary, forcing('screening'));
    inCampaign(forced)
      .when(people.secretary, forcing('screening'))
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-03-03' } });
  });
});
