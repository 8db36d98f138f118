import {
  at,
  answering,
  commandOf,
  inCampaign,
  launched,
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
  withPosts,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import type { ReportText } from './report-text';
import { currentStage } from './stages';

const begun = at(launched(), '2026-03-03T02:00:00.000Z');

describe('triage', () => {
  const reported = whenProblemIs('reported');
  const { id } = theProblem(reported);

  it('R3.6 R3.8 includes with a reason and gives the permanent number', () => {
    inCampaign(reported)
      .when(people.secretary, triage(id, 'include'))
      .then({
        type: 'ProblemIncluded',
        data: { problemId: id, number: 1, code: 'PDH-2026-B01-001', reason: '经核实' },
      });
  });

  it('R3.8 counts numbers on inclusion, so that one left out leaves no gap and none is used again', () => {
    const three = walk(begun, { 'B3-1': ['甲', '乙', '丙'] }, ({ campaign }) => campaign.order.length === 3);
    const [first = '', second = '', third = ''] = three.campaign.order;
    const included = send(three, people.secretary, triage(first, 'include'));
    const excluded = send(included, people.secretary, triage(second, 'exclude'));
    inCampaign(excluded)
      .when(people.secretary, triage(third, 'include'))
      .then({ type: 'ProblemIncluded', data: { number: 2 } });
  });

  it('RR1.6 falls to the deputy where the secretary reported it, and to the upper unit where there is no deputy', () => {
    const template = templateState();
    for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
    const own = whenProblemIs('reported', ordinary, launched({ template }));
    const mine = theProblem(own).id;
    inCampaign(own).when(people.secretary, triage(mine, 'include')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(own).when(people.deputy, triage(mine, 'include')).then({ type: 'ProblemIncluded' });
    const alone = { ...own, directory: withPosts(own.directory, ['ends', 'deputySecretary', people.deputy]) };
    inCampaign(alone)
      .when(people.districtSecretary, triage(mine, 'exclude'))
      .then({ type: 'ProblemExcluded' });
  });

  it('is refused to others, for problems that nobody reported, and a second time', () => {
    inCampaign(reported).when(people.organiser, triage(id, 'include')).thenRefused('NOT_YOURS');
    inCampaign(reported)
      .when(people.secretary, triage('constructor', 'include'))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    inCampaign(send(reported, people.secretary, triage(id, 'exclude')))
      .when(people.secretary, triage(id, 'include'))
      .thenRefused('ALREADY_DECIDED');
  });

  it('R3.7 hands over without any text: neither the report’s stays to be read nor a reason is taken', () => {
    const handedOver = inCampaign(reported)
      .when(people.secretary, triage(id, 'handOver'))
      .then({ type: 'ProblemHandedOver', data: { problemId: id } })
      .world();
    const text = theProblem(reported).title;
    expect(text).not.toBe('');
    expect(JSON.stringify(handedOver.campaign)).not.toContain(text);
    expect(theProblem(handedOver)).toMatchObject({
      status: 'handedOver',
      title: '',
      detail: '',
      number: null,
    });
    inCampaign(reported)
      .when(people.secretary, {
        type: 'TriageProblem',
        data: { problemId: id, decision: 'handOver', reason: '某某的来信' },
      })
      .thenRefused('CLUE_ONLY', 'reason');
    inCampaign(handedOver).when(people.secretary, triage(id, 'include')).thenRefused('ALREADY_DECIDED');
  });

  it('needs a reason for what is included or left out', () => {
    inCampaign(reported)
      .when(people.secretary, { type: 'TriageProblem', data: { problemId: id, decision: 'include' } })
      .thenRefused('INVALID', 'reason');
  });

  it('RR2.22 keeps a sealed report’s words only where it is included or left out, and hashes what is stored', () => {
    const sealedId = '01900000-0000-7000-9000-aaaaaaaaaaaa';
    const problems = [{ id: sealedId, title: '', detail: '', sealed: 'c2VhbGVk' }];
    const sealed = send(whenOwed('answerCheckItem'), people.organiser, {
      type: 'AnswerCheckItems',
      data: { answers: [{ item: 'B3-1', answer: 'problem', problems }] },
    });
    const before = theProblem(sealed);
    expect(before).toMatchObject({ sealed: 'c2VhbGVk', title: '' });
    const decide = (decision: 'include' | 'exclude', text?: ReportText): CampaignCommand => ({
      type: 'TriageProblem',
      data: { problemId: sealedId, decision, reason: '经核实', ...(text ? { text } : {}) },
    });
    inCampaign(sealed).when(people.secretary, decide('include')).thenRefused('INVALID', 'problemId');
    for (const decision of ['include', 'exclude'] as const) {
      const kept = send(sealed, people.secretary, decide(decision, { title: '谈话不够', detail: '两人' }));
      expect(theProblem(kept)).toMatchObject({ sealed: null, title: '谈话不够', detail: '两人' });
      expect(theProblem(kept).textHash).not.toBe(before.textHash);
    }
    const over = send(sealed, people.secretary, triage(sealedId, 'handOver'));
    expect(theProblem(over)).toMatchObject({ sealed: null, title: '', status: 'handedOver' });
  });
});

describe('confirming the screening', () => {
  const ready = whenOwed('confirmScreening');
  const confirm = commandOf(theOwed(ready, 'confirmScreening'));
  const nil = whenOwed('confirmScreening', {});
  const signNil = commandOf(theOwed(nil, 'confirmScreening'));

  it('R4.8 binds what was shown by its hash', () => {
    inCampaign(ready).when(people.secretary, confirm).then({ type: 'ScreeningConfirmed' });
    const changed = send(ready, people.organiser, answering({ item: 'B3-2', answer: 'notApplicable' }));
    inCampaign(changed).when(people.secretary, confirm).thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('R3.5 is a nil return where nothing was found: silence is never zero', () => {
    inCampaign(nil).when(people.secretary, signNil).then({ type: 'NilReturnSigned' });
    inCampaign(nil)
      .when(people.secretary, { ...signNil, type: 'ConfirmScreening' } as CampaignCommand)
      .thenRefused('NIL_RETURN_REQUIRED');
    inCampaign(ready)
      .when(people.secretary, { ...confirm, type: 'SignNilReturn' } as CampaignCommand)
      .thenRefused('NOT_NIL');
  });

  it('R3.5 is no nil return where something was reported and left out', () => {
    const reported = whenProblemIs('reported');
    const left = send(reported, people.secretary, triage(theProblem(reported).id, 'exclude'));
    const done = walk(left, {}, (world) => owedNow(world, 'confirmScreening').length > 0);
    expect(theOwed(done, 'confirmScreening').action.command).toBe('ConfirmScreening');
  });

  it('R3.4 R3.6 waits for every answer and every triage', () => {
    inCampaign(begun).when(people.secretary, confirm).thenRefused('SCREENING_INCOMPLETE');
    inCampaign(launched()).when(people.secretary, confirm).thenRefused('STAGE_NOT_OPEN');
  });

  it('RR1.5 is the secretary’s, once', () => {
    inCampaign(ready).when(people.deputy, confirm).thenRefused('NOT_YOURS');
    inCampaign(send(ready, people.secretary, confirm))
      .when(people.secretary, confirm)
      .thenRefused('ALREADY_DECIDED');
  });
});

describe('RR2.3 a campaign without a problem', () => {
  it.each([
    ['a nil return', {}, null],
    ['reports that were all left out', ordinary, 'exclude'],
  ] as const)(
    'of %s closes the middle three with the screening, and only the signing is left',
    (_, findings, decision) => {
      let world = whenOwed(decision ? 'triageProblem' : 'approveStage', findings);
      if (decision) world = send(world, people.secretary, triage(theProblem(world).id, decision));
      world = walk(world, findings, ({ campaign }) => campaign.stages[0]?.approvals.length === 1);
      const closing = inCampaign(world).when(people.secretary, commandOf(theOwed(world, 'approveStage')));
      closing.then(
        { type: 'StageStepApproved', data: { stage: 'screening', step: 1 } },
        { type: 'StageClosed', data: { stage: 'screening', how: 'approved' } },
        { type: 'StageClosed', data: { stage: 'problemList', how: 'noProblem' } },
        { type: 'StageClosed', data: { stage: 'measures', how: 'noProblem' } },
        { type: 'StageClosed', data: { stage: 'deadlines', how: 'noProblem' } },
      );
      const closed = closing.world();
      expect(currentStage(closed.campaign)?.kind).toBe('signOff');
      expect(owedNow(closed).map(({ key, since }) => [key, since])).toEqual([
        ['approveStage:signOff#0:1', '2026-03-03'],
      ]);
      inCampaign(closed)
        .when(people.secretary, { type: 'ConfirmProblemList', data: { basisHash: '' } })
        .thenRefused('NO_PROBLEM');
      expect(walk(closed, {}, () => false).campaign.status).toBe('signedOff');
    },
  );
});
