import { describe, expect, it } from '@jest/globals';
import {
  assign,
  at,
  attempt,
  commandOf,
  inCampaign,
  launched,
  owedNow,
  people,
  send,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whoOwes,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import { lookBackResult } from './look-back';
import { isStageOpen, stageOf } from './stages';
import { summaryCounts } from './summary';

/** Eight problems of two aspects: led by the secretary and by the deputy, all of them owned by the organiser. */
const many = {
  'B1-1': ['党课次数不足', '会议记录不全', '签到不实', '议题空泛'],
  'B3-1': ['谈心谈话未做到全覆盖', '谈话记录不全', '谈话走过场', '未及时反馈'],
};
const eightStages = launched({}, []);
const toDraw = whenOwed('drawSample', many, { from: eightStages });
const drawing = commandOf(theOwed(toDraw, 'drawSample'));
const [sampler = ''] = whoOwes(toDraw, theOwed(toDraw, 'drawSample'));
const drawn = send(toDraw, sampler, drawing);
const [first] = owedNow(drawn, 'giveLookBackVerdict');
const problemId = first?.subject.problemId ?? '';
const [examiner = ''] = first ? whoOwes(drawn, first) : [];
const words = { looked: '抽查三个月记录', evidence: '支部工作手册' };
const verdict = (is: 'holds' | 'relapsed', of = first): CampaignCommand =>
  commandOf(of ?? theOwed(drawn, 'giveLookBackVerdict'), { verdict: is, ...words });
const theSample = ({ campaign: { samples } }: CampaignWorld) => samples[samples.length - 1];
const nextDay = (world: CampaignWorld): CampaignWorld =>
  at(world, new Date(Date.parse(world.now) + 86_400_000).toISOString());
/** Everybody does everything that is owed for what was drawn, and nothing else. */
const judged = (world = drawn): CampaignWorld =>
  walk(world, {}, ({ campaign }) => isExitOfLookBack(campaign), ['approveStage', 'claimCompletion']);
const isExitOfLookBack = (campaign: CampaignWorld['campaign']): boolean =>
  Object.values(campaign.problems).every(({ sampled, verdicts }) => sampled === 0 || verdicts.length > 0);

describe('R3.23 the draw', () => {
  it('is owed within five working days of the opening of its stage, by who looks back in the plan', () => {
    const owed = theOwed(toDraw, 'drawSample');
    expect(owed).toMatchObject({ key: 'drawSample:lookBack:1', since: '2026-11-12', dueOn: '2026-11-19' });
    expect(sampler).toBe(people.discipline);
    inCampaign(toDraw).when(people.secretary, drawing).thenRefused('NOT_YOURS');
  });

  it('takes as many closed problems as the plan says, and writes down what it was drawn by', () => {
    inCampaign(toDraw)
      .when(sampler, drawing)
      .then({
        type: 'SampleDrawn',
        data: {
          round: 1,
          algorithm: 'sample@1',
          percent: 20,
          atLeast: 5,
          basis: { fn: 'look-back-population@1' },
        },
      });
    expect(theSample(drawn)?.drawn).toHaveLength(5);
    expect(theSample(drawn)?.population).toEqual(Object.values(drawn.campaign.problems).map(({ id }) => id));
    expect(
      owedNow(drawn, 'giveLookBackVerdict')
        .map(({ subject }) => subject.problemId)
        .sort(),
    ).toEqual([...(theSample(drawn)?.drawn ?? [])].sort());
  });

  it('is the same whoever draws and whenever', () => {
    const put = send(toDraw, people.secretary, assign('examiner', 'lookBack', people.publicity));
    const later = send(nextDay(put), people.publicity, drawing);
    expect(theSample(later)?.drawn).toEqual(theSample(drawn)?.drawn);
    expect(theSample(later)?.seed).toBe(theSample(drawn)?.seed);
  });

  it('is made once, on what was shown, in its stage only', () => {
    inCampaign(drawn).when(sampler, drawing).thenRefused('ALREADY_DECIDED');
    const stale: CampaignCommand = { type: 'DrawSample', data: { basisHash: 'f'.repeat(64) } };
    inCampaign(toDraw).when(sampler, stale).thenRefused('BASIS_CHANGED', 'basisHash');
    const early = whenOwed('approveSummary', many, { from: eightStages });
    expect(isStageOpen(early.campaign, 'lookBack', '2026-08-12')).toBe(false);
    inCampaign(early).when(sampler, stale).thenRefused('STAGE_NOT_OPEN');
    inCampaign(whenOwed('signOffCampaign', many)).when(sampler, stale).thenRefused('STAGE_NOT_PLANNED');
  });

  it('counts what stands closed: a reopened problem is not drawn, and where all are the draw waits for them', () => {
    const [one = '', ...others] = toDraw.campaign.order;
    const reopen = (world: CampaignWorld, id: string) =>
      send(world, people.secretary, { type: 'ReopenProblem', data: { problemId: id, reason: '群众反映' } });
    const without = reopen(toDraw, one);
    inCampaign(without).when(sampler, drawing).thenRefused('BASIS_CHANGED');
    const again = send(without, sampler, commandOf(theOwed(without, 'drawSample')));
    expect(theSample(again)?.population).toEqual(others);
    const none = others.reduce(reopen, without);
    inCampaign(none).when(sampler, drawing).thenRefused('NOTHING_TO_SAMPLE');
    expect(owedNow(none, 'drawSample')).toEqual([]);
    expect(owedNow(none, 'approveStage').filter(({ subject }) => subject.id.startsWith('lookBack'))).toEqual(
      [],
    );
  });

  it('is asked of nobody where nothing was ever closed: the stage closes by its chain', () => {
    const nil = whenOwed('approveStage', {}, { from: eightStages, about: 'lookBack' });
    expect(owedNow(nil, 'drawSample')).toEqual([]);
    const over = send(nil, people.secretary, commandOf(theOwed(nil, 'approveStage', 'lookBack')));
    expect(over.campaign.status).toBe('signedOff');
  });
});

describe('R3.24 a verdict', () => {
  it('is owed on each problem drawn by the end of the stage, and on no other', () => {
    expect(first).toMatchObject({
      key: `giveLookBackVerdict:${problemId}#1:1`,
      dueOn: stageOf(drawn.campaign, 'lookBack').endOn,
    });
    const other = drawn.campaign.order.find((id) => !theSample(drawn)?.drawn.includes(id)) ?? '';
    const command = (round: number, id: string): CampaignCommand => ({
      type: 'RecordVerdict',
      data: { problemId: id, round, verdict: 'holds', ...words },
    });
    inCampaign(drawn).when(people.publicity, command(1, other)).thenRefused('NOT_SAMPLED');
    inCampaign(drawn).when(people.publicity, command(2, problemId)).thenRefused('NOT_SAMPLED');
    inCampaign(drawn).when(people.publicity, command(1, 'none')).thenRefused('PROBLEM_UNKNOWN', 'problemId');
    inCampaign(toDraw).when(people.publicity, command(1, problemId)).thenRefused('NOT_SAMPLED');
  });

  it('is given by nobody who had a part in the problem, and by who is next of the list', () => {
    expect(examiner).toBe(people.publicity);
    const { doers, reviewers } = drawn.campaign.problems[problemId] ?? theProblem(drawn);
    expect([...doers, ...reviewers]).toEqual(expect.arrayContaining([people.organiser, people.discipline]));
    inCampaign(drawn).when(people.organiser, verdict('holds')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(drawn).when(people.discipline, verdict('holds')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(drawn).when(people.member, verdict('holds')).thenRefused('NOT_YOURS');
    for (const person of [people.organiser, people.discipline])
      inCampaign(drawn)
        .when(people.secretary, assign('examiner', problemId, person))
        .thenRefused('SEPARATION_OF_DUTIES', 'person');
    const nobody = assign('examiner', 'none', people.member);
    inCampaign(drawn).when(people.secretary, nobody).thenRefused('SUBJECT_UNKNOWN', 'subject');
    const put = send(drawn, people.secretary, assign('examiner', problemId, people.member));
    expect(attempt(put, people.member, verdict('holds')).ok).toBe(true);
  });

  it('that it holds leaves the problem closed, once', () => {
    inCampaign(drawn)
      .when(examiner, verdict('holds'))
      .then({ type: 'VerdictRecorded', data: { problemId, round: 1, verdict: 'holds', ...words } });
    const held = send(drawn, examiner, verdict('holds'));
    expect(held.campaign.problems[problemId]?.status).toBe('closed');
    inCampaign(held).when(examiner, verdict('relapsed')).thenRefused('ALREADY_DECIDED');
  });

  it('of a relapse reopens the problem with a link to its first closing, counted once, by whom it is put right again', () => {
    const before = drawn.campaign.problems[problemId];
    inCampaign(drawn)
      .when(examiner, verdict('relapsed'))
      .then(
        { type: 'VerdictRecorded', data: { verdict: 'relapsed' } },
        {
          type: 'ProblemReopened',
          data: {
            problemId,
            cause: 'lookBack',
            reason: words.looked,
            firstClosedOn: before?.firstClosed?.on,
            firstClosing: before?.firstClosed?.version,
          },
        },
      );
    const relapsed = send(drawn, examiner, verdict('relapsed'));
    const problem = relapsed.campaign.problems[problemId];
    expect(summaryCounts(relapsed.campaign)).toMatchObject({
      problems: 8,
      closed: 7,
      judged: 1,
      relapsed: 1,
    });
    expect(lookBackResult(relapsed.campaign)).toMatchObject({ judged: [problemId], relapsed: [problemId] });
    expect(problem).toMatchObject({ status: 'rectifying', reopenings: [{ cause: 'lookBack' }] });
    expect(owedNow(relapsed, 'claimCompletion')).toMatchObject([{ subject: { problemId } }]);
    // Who looked back on it is not made to do it afterwards.
    inCampaign(relapsed)
      .when(people.secretary, assign('owner', problemId, examiner))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it('waits while its problem is under way again, and is asked anew when it is closed', () => {
    const reopened = send(drawn, people.secretary, {
      type: 'ReopenProblem',
      data: { problemId, reason: '群众反映' },
    });
    inCampaign(reopened).when(examiner, verdict('holds')).thenRefused('NOT_CLOSED');
    const others = judged(reopened);
    expect(
      owedNow(others, 'approveStage').filter(({ subject }) => subject.id.startsWith('lookBack')),
    ).toEqual([]);
    const closed = walk(reopened, {}, ({ campaign }) => campaign.problems[problemId]?.status === 'closed', [
      'giveLookBackVerdict',
      'approveSummary',
    ]);
    expect(owedNow(closed, 'giveLookBackVerdict').map(({ key }) => key)).toContain(
      `giveLookBackVerdict:${problemId}#1:2`,
    );
  });
});

describe('R3.23 R3.24 the look-back', () => {
  it('closes once every problem drawn is judged, and not before', () => {
    expect(owedNow(drawn, 'approveStage').filter(({ subject }) => subject.id.startsWith('lookBack'))).toEqual(
      [],
    );
    const shown = theOwed(judged(), 'approveStage', 'lookBack');
    inCampaign(drawn).when(people.secretary, commandOf(shown)).thenRefused('EXIT_NOT_MET');
    const over = send(judged(), people.secretary, commandOf(shown));
    expect(stageOf(over.campaign, 'lookBack').closed?.how).toBe('approved');
  });

  it('leaves a campaign with a relapse alive until that is put right, though every stage is closed', () => {
    const relapsed = judged(send(drawn, examiner, verdict('relapsed')));
    const closed = send(relapsed, people.secretary, commandOf(theOwed(relapsed, 'approveStage', 'lookBack')));
    const summed = walk(closed, {}, ({ campaign }) => stageOf(campaign, 'summary').closed !== null, [
      'claimCompletion',
    ]);
    expect(summed.campaign).toMatchObject({ status: 'open', signedOffOn: expect.any(String) });
    expect(owedNow(summed).map(({ kind }) => kind)).toEqual(['claimCompletion']);
    const over = walk(summed, {}, ({ campaign }) => campaign.status !== 'open');
    expect(over.campaign).toMatchObject({ status: 'signedOff' });
    expect(over.campaign.problems[problemId]).toMatchObject({ status: 'closed', verdicts: [{ round: 1 }] });
  });

  it('that is returned asks for another sample; what was found stands', () => {
    const shown = theOwed(judged(), 'approveStage', 'lookBack');
    const back = send(judged(), people.secretary, commandOf(shown, { reason: '抽查面不够' }, 'ReturnStage'));
    const owed = theOwed(back, 'drawSample');
    expect(owed.key).toBe('drawSample:lookBack:2');
    const again = send(back, sampler, commandOf(owed));
    expect(theSample(again)).toMatchObject({ round: 2 });
    expect(theSample(again)?.seed).not.toBe(theSample(drawn)?.seed);
    expect(owedNow(again, 'giveLookBackVerdict')).toHaveLength(5);
    expect(again.campaign.problems[problemId]?.verdicts).toHaveLength(1);
  });
});
