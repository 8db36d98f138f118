import {
  at,
  commandOf,
  inCampaign,
  launched,
  newId,
  ordinary,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  units,
  campaignId,
  newWorld,
  walk,
  whenOwed,
  whenProblemIs,
  withPosts,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';
import { currentStage } from './stages';

type Given = CommandData<'AnswerCheckItems'>['answers'][number];

const begun = at(launched(), '2026-03-03T02:00:00.000Z');
const answers = (...given: readonly Given[]): CampaignCommand => ({
  type: 'AnswerCheckItems',
  data: { answers: given },
});
const found = (item: string, id = newId()): Given => ({
  item,
  answer: 'problem',
  problems: [{ id, title: '问题', detail: '' }],
});
const triage = (problemId: string, decision: 'include' | 'exclude' | 'handOver'): CampaignCommand => ({
  type: 'TriageProblem',
  data: { problemId, decision, reason: '经核实' },
});

/** The conduct campaign of the discipline commission: its last aspect holds clue items. */
const withClues = () => {
  const template = templateState('vulgarised-transactional');
  const launch: CampaignCommand = {
    type: 'LaunchCampaign',
    data: { campaignId, unitId: units.branch, template: 'vulgarised-transactional', serial: 1 },
  };
  return at(send(newWorld({ template }), people.secretary, launch), '2026-03-03T02:00:00.000Z');
};
const clueItem = (): string => {
  const item = withClues()
    .campaign.plan.aspects.flatMap(({ items }) => items)
    .find(({ clue }) => clue);
  if (!item) throw new Error('the template has no clue item');
  return item.code;
};

describe('answering check items', () => {
  it('is done by the aspect’s owner, problems reported with the answer', () => {
    const id = newId();
    inCampaign(begun)
      .when(people.organiser, answers({ item: 'B3-1', answer: 'noProblem' }, found('B3-2', id)))
      .then(
        { type: 'CheckItemAnswered', data: { item: 'B3-1', answer: 'noProblem', on: '2026-03-03' } },
        { type: 'CheckItemAnswered', data: { item: 'B3-2', answer: 'problem' } },
        { type: 'ProblemReported', data: { problemId: id, item: 'B3-2', aspect: 'B3' } },
      );
  });

  it('waits for the first day, and for nothing that the process writes', () => {
    inCampaign(launched())
      .when(people.organiser, answers({ item: 'B3-1', answer: 'noProblem' }))
      .thenRefused('STAGE_NOT_OPEN');
    expect(begun.campaign.stages[0]?.announcedOn).toBeNull();
  });

  it('goes on after the window has ended: late answers count', () => {
    inCampaign(at(begun, '2026-05-20T02:00:00.000Z'))
      .when(people.organiser, answers({ item: 'B3-1', answer: 'noProblem' }))
      .then({ type: 'CheckItemAnswered', data: { on: '2026-05-20' } });
  });

  it('may be put off with 待核实, which stays owed, and be changed until it is confirmed', () => {
    const toCheck = inCampaign(begun)
      .when(people.publicity, answers({ item: 'B5-1', answer: 'toCheck' }))
      .world();
    expect(theOwed(toCheck, 'answerCheckItem', 'B5').action.defaults['answers']).toContainEqual({
      item: 'B5-1',
    });
    inCampaign(toCheck)
      .when(people.publicity, answers({ item: 'B5-1', answer: 'noProblem' }))
      .then({ type: 'CheckItemAnswered' });
  });

  it('is no new fact where the answer is the same, though a further problem is', () => {
    const once = inCampaign(begun)
      .when(people.organiser, answers(found('B3-1')))
      .world();
    inCampaign(once)
      .when(people.organiser, answers({ item: 'B3-1', answer: 'problem' }))
      .then();
    inCampaign(once)
      .when(people.organiser, answers(found('B3-1')))
      .then({ type: 'ProblemReported' });
  });

  it('is refused to everybody else, whatever the campaign’s state', () => {
    const one = answers({ item: 'B3-1', answer: 'noProblem' });
    for (const person of [people.secretary, people.member, people.outsider]) {
      for (const world of [launched(), begun, whenOwed('approveStage')])
        inCampaign(world).when(person, one).thenRefused('NOT_YOURS');
    }
  });

  it('ends with the confirmation', () => {
    inCampaign(whenOwed('approveStage'))
      .when(people.organiser, answers({ item: 'B3-2', answer: 'notApplicable' }))
      .thenRefused('SCREENING_CONFIRMED');
  });

  it.each([
    [
      'an item the plan has not',
      answers({ item: 'constructor', answer: 'noProblem' }),
      'ITEM_UNKNOWN',
      'answers[0].item',
    ],
    ['nothing at all', answers(), 'INVALID', 'answers'],
    [
      'an item twice',
      answers({ item: 'B3-1', answer: 'noProblem' }, { item: 'B3-1', answer: 'problem' }),
      'ITEM_TWICE',
      'answers[1].item',
    ],
    [
      '有此问题 without the problem',
      answers({ item: 'B3-1', answer: 'problem' }),
      'PROBLEM_REQUIRED',
      'answers[0].problems',
    ],
    [
      'a problem beside 无此问题',
      answers({ ...found('B3-1'), answer: 'noProblem' }),
      'PROBLEM_NOT_EXPECTED',
      'answers[0].problems',
    ],
    [
      '已移交 at an ordinary item',
      answers({ item: 'B3-1', answer: 'handedOver' }),
      'INVALID',
      'answers[0].answer',
    ],
    [
      'a problem whose id is none',
      answers(found('B3-1', '__proto__')),
      'INVALID',
      'answers[0].problems[0].id',
    ],
  ] as const)('refuses %s', (_, command, code, field) => {
    inCampaign(begun).when(people.organiser, command).thenRefused(code, field);
  });

  it('refuses an id that names another problem already, in the log or in the same command', () => {
    const id = newId();
    inCampaign(begun)
      .when(people.organiser, answers(found('B3-1', id), found('B3-2', id)))
      .thenRefused('ALREADY_EXISTS', 'answers[1].problems[0].id');
    const once = inCampaign(begun)
      .when(people.organiser, answers(found('B3-1', id)))
      .world();
    inCampaign(once)
      .when(people.organiser, answers(found('B3-2', id)))
      .thenRefused('ALREADY_EXISTS');
  });

  it('does not take a report back by another answer, but may put the item in doubt', () => {
    const once = inCampaign(begun)
      .when(people.organiser, answers(found('B3-1')))
      .world();
    inCampaign(once)
      .when(people.organiser, answers({ item: 'B3-1', answer: 'noProblem' }))
      .thenRefused('ANSWER_HAS_PROBLEM', 'answers[0].answer');
    inCampaign(once)
      .when(people.organiser, answers({ item: 'B3-1', answer: 'toCheck' }))
      .then({ type: 'CheckItemAnswered' });
  });

  it('takes of a clue item nothing but 已移交 or 不适用, from the secretary, without text', () => {
    const item = clueItem();
    inCampaign(withClues())
      .when(people.secretary, answers({ item, answer: 'handedOver' }))
      .then({ type: 'CheckItemAnswered', data: { item, answer: 'handedOver' } });
    inCampaign(withClues())
      .when(people.secretary, answers({ item, answer: 'noProblem' }))
      .thenRefused('CLUE_ONLY', 'answers[0].answer');
    inCampaign(withClues())
      .when(people.secretary, answers({ ...found(item), answer: 'handedOver' }))
      .thenRefused('CLUE_ONLY', 'answers[0].problems');
    inCampaign(withClues())
      .when(people.deputy, answers({ item, answer: 'handedOver' }))
      .thenRefused('NOT_YOURS');
  });
});

describe('triage', () => {
  const reported = whenProblemIs('reported');
  const { id } = theProblem(reported);

  it('includes with a reason and gives the permanent number', () => {
    inCampaign(reported)
      .when(people.secretary, triage(id, 'include'))
      .then({
        type: 'ProblemIncluded',
        data: { problemId: id, number: 1, code: 'PDH-2026-B01-001', reason: '经核实' },
      });
  });

  it('counts numbers on inclusion, so that one left out leaves no gap and none is used again', () => {
    const three = walk(begun, { 'B3-1': ['甲', '乙', '丙'] }, ({ campaign }) => campaign.order.length === 3);
    const [first = '', second = '', third = ''] = three.campaign.order;
    const included = send(three, people.secretary, triage(first, 'include'));
    const excluded = send(included, people.secretary, triage(second, 'exclude'));
    inCampaign(excluded)
      .when(people.secretary, triage(third, 'include'))
      .then({ type: 'ProblemIncluded', data: { number: 2 } });
  });

  it('falls to the deputy where the secretary reported it, and to the upper unit where there is no deputy', () => {
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

  it('cannot hand over yet', () => {
    inCampaign(reported)
      .when(people.secretary, triage(id, 'handOver'))
      .thenRefused('NOT_AVAILABLE_YET', 'decision');
  });
});

describe('confirming the screening', () => {
  const ready = whenOwed('confirmScreening');
  const confirm = commandOf(theOwed(ready, 'confirmScreening'));
  const nil = whenOwed('confirmScreening', {});
  const signNil = commandOf(theOwed(nil, 'confirmScreening'));

  it('binds what was shown by its hash', () => {
    inCampaign(ready).when(people.secretary, confirm).then({ type: 'ScreeningConfirmed' });
    const changed = send(ready, people.organiser, answers({ item: 'B3-2', answer: 'notApplicable' }));
    inCampaign(changed).when(people.secretary, confirm).thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('is a nil return where nothing was found: silence is never zero', () => {
    inCampaign(nil).when(people.secretary, signNil).then({ type: 'NilReturnSigned' });
    inCampaign(nil)
      .when(people.secretary, { ...signNil, type: 'ConfirmScreening' } as CampaignCommand)
      .thenRefused('NIL_RETURN_REQUIRED');
    inCampaign(ready)
      .when(people.secretary, { ...confirm, type: 'SignNilReturn' } as CampaignCommand)
      .thenRefused('NOT_NIL');
  });

  it('is no nil return where something was reported and left out', () => {
    const reported = whenProblemIs('reported');
    const left = send(reported, people.secretary, triage(theProblem(reported).id, 'exclude'));
    const done = walk(left, {}, (world) => owedNow(world, 'confirmScreening').length > 0);
    expect(theOwed(done, 'confirmScreening').action.command).toBe('ConfirmScreening');
  });

  it('waits for every answer and every triage', () => {
    inCampaign(begun).when(people.secretary, confirm).thenRefused('SCREENING_INCOMPLETE');
    inCampaign(launched()).when(people.secretary, confirm).thenRefused('STAGE_NOT_OPEN');
  });

  it('is the secretary’s, once', () => {
    inCampaign(ready).when(people.deputy, confirm).thenRefused('NOT_YOURS');
    inCampaign(send(ready, people.secretary, confirm))
      .when(people.secretary, confirm)
      .thenRefused('ALREADY_DECIDED');
  });
});

describe('a campaign without a problem', () => {
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
