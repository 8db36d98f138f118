import {
  at,
  answering,
  campaignId,
  found,
  inCampaign,
  launched,
  newId,
  newWorld,
  people,
  send,
  templateState,
  theOwed,
  units,
  whenOwed,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const begun = at(launched(), '2026-03-03T02:00:00.000Z');
/** The conduct campaign of the discipline commission: its last aspect holds clue items. */
const withClues = () => {
  const template = templateState('vulgarised-transactional');
  const launch: CampaignCommand = {
    type: 'LaunchCampaign',
    data: {
      campaignId,
      unitId: units.branch,
      template: 'vulgarised-transactional',
      serial: 1,
      leaveOut: ['mobilisation'],
    },
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
  it('R3.4 is done by the aspect’s owner, problems reported with the answer', () => {
    const id = newId();
    inCampaign(begun)
      .when(people.organiser, answering({ item: 'B3-1', answer: 'noProblem' }, found('B3-2', id)))
      .then(
        { type: 'CheckItemAnswered', data: { item: 'B3-1', answer: 'noProblem', on: '2026-03-03' } },
        { type: 'CheckItemAnswered', data: { item: 'B3-2', answer: 'problem' } },
        { type: 'ProblemReported', data: { problemId: id, item: 'B3-2', aspect: 'B3' } },
      );
  });

  it('waits for the first day, and for nothing that the process writes', () => {
    inCampaign(launched())
      .when(people.organiser, answering({ item: 'B3-1', answer: 'noProblem' }))
      .thenRefused('STAGE_NOT_OPEN');
    expect(begun.campaign.stages[0]?.announcedOn).toBeNull();
  });

  it('RR2.5 goes on after the window has ended: late answers count', () => {
    inCampaign(at(begun, '2026-05-20T02:00:00.000Z'))
      .when(people.organiser, answering({ item: 'B3-1', answer: 'noProblem' }))
      .then({ type: 'CheckItemAnswered', data: { on: '2026-05-20' } });
  });

  it('R3.4 may be put off with 待核实, which stays owed, and be changed until it is confirmed', () => {
    const toCheck = inCampaign(begun)
      .when(people.publicity, answering({ item: 'B5-1', answer: 'toCheck' }))
      .world();
    expect(theOwed(toCheck, 'answerCheckItem', 'B5').action.defaults['answers']).toContainEqual({
      item: 'B5-1',
    });
    inCampaign(toCheck)
      .when(people.publicity, answering({ item: 'B5-1', answer: 'noProblem' }))
      .then({ type: 'CheckItemAnswered' });
  });

  it('is no new fact where the answer is the same, though a further problem is', () => {
    const once = inCampaign(begun)
      .when(people.organiser, answering(found('B3-1')))
      .world();
    inCampaign(once)
      .when(people.organiser, answering({ item: 'B3-1', answer: 'problem' }))
      .then();
    inCampaign(once)
      .when(people.organiser, answering(found('B3-1')))
      .then({ type: 'ProblemReported' });
  });

  it('is refused to everybody else, whatever the campaign’s state', () => {
    const one = answering({ item: 'B3-1', answer: 'noProblem' });
    for (const person of [people.secretary, people.member, people.outsider]) {
      for (const world of [launched(), begun, whenOwed('approveStage')])
        inCampaign(world).when(person, one).thenRefused('NOT_YOURS');
    }
  });

  it('ends with the confirmation', () => {
    inCampaign(whenOwed('approveStage'))
      .when(people.organiser, answering({ item: 'B3-2', answer: 'notApplicable' }))
      .thenRefused('SCREENING_CONFIRMED');
  });

  it.each([
    [
      'an item the plan has not',
      answering({ item: 'constructor', answer: 'noProblem' }),
      'ITEM_UNKNOWN',
      'answers[0].item',
    ],
    ['nothing at all', answering(), 'INVALID', 'answers'],
    [
      'an item twice',
      answering({ item: 'B3-1', answer: 'noProblem' }, { item: 'B3-1', answer: 'problem' }),
      'ITEM_TWICE',
      'answers[1].item',
    ],
    [
      '有此问题 without the problem',
      answering({ item: 'B3-1', answer: 'problem' }),
      'PROBLEM_REQUIRED',
      'answers[0].problems',
    ],
    [
      'a problem beside 无此问题',
      answering({ ...found('B3-1'), answer: 'noProblem' }),
      'PROBLEM_NOT_EXPECTED',
      'answers[0].problems',
    ],
    [
      '已移交 at an ordinary item',
      answering({ item: 'B3-1', answer: 'handedOver' }),
      'INVALID',
      'answers[0].answer',
    ],
    [
      'a problem whose id is none',
      answering(found('B3-1', '__proto__')),
      'INVALID',
      'answers[0].problems[0].id',
    ],
  ] as const)('refuses %s', (_, command, code, field) => {
    inCampaign(begun).when(people.organiser, command).thenRefused(code, field);
  });

  it('refuses an id that names another problem already, in the log or in the same command', () => {
    const id = newId();
    inCampaign(begun)
      .when(people.organiser, answering(found('B3-1', id), found('B3-2', id)))
      .thenRefused('ALREADY_EXISTS', 'answers[1].problems[0].id');
    const once = inCampaign(begun)
      .when(people.organiser, answering(found('B3-1', id)))
      .world();
    inCampaign(once)
      .when(people.organiser, answering(found('B3-2', id)))
      .thenRefused('ALREADY_EXISTS');
  });

  it('R4.19 does not take a report back by another answer, but may put the item in doubt', () => {
    const once = inCampaign(begun)
      .when(people.organiser, answering(found('B3-1')))
      .world();
    inCampaign(once)
      .when(people.organiser, answering({ item: 'B3-1', answer: 'noProblem' }))
      .thenRefused('ANSWER_HAS_PROBLEM', 'answers[0].answer');
    inCampaign(once)
      .when(people.organiser, answering({ item: 'B3-1', answer: 'toCheck' }))
      .then({ type: 'CheckItemAnswered' });
  });

  it('RR2.20 takes of a clue item nothing but 已移交 or 不适用, from the secretary, without text', () => {
    const item = clueItem();
    inCampaign(withClues())
      .when(people.secretary, answering({ item, answer: 'handedOver' }))
      .then({ type: 'CheckItemAnswered', data: { item, answer: 'handedOver' } });
    inCampaign(withClues())
      .when(people.secretary, answering({ item, answer: 'noProblem' }))
      .thenRefused('CLUE_ONLY', 'answers[0].answer');
    inCampaign(withClues())
      .when(people.secretary, answering({ ...found(item), answer: 'handedOver' }))
      .thenRefused('CLUE_ONLY', 'answers[0].problems');
    inCampaign(withClues())
      .when(people.deputy, answering({ item, answer: 'handedOver' }))
      .thenRefused('NOT_YOURS');
  });
});
