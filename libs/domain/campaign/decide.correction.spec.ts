import {
  inCampaign,
  launched,
  owedNow,
  people,
  send,
  theOwed,
  theProblem,
  whenOwed,
  whenProblemIs,
  withoutVote,
  ordinary,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';

const listed = whenOwed('confirmProblemList');
const { id } = theProblem(listed);
const correct = (more: Partial<CommandData<'CorrectProblem'>> = {}): CampaignCommand => ({
  type: 'CorrectProblem',
  data: { problemId: id, reason: '表述不准', title: '谈心谈话覆盖不全', ...more },
});
const shown = (world: CampaignWorld) => ({
  basisHash: String(theOwed(world, 'confirmProblemList').action.defaults['basisHash']),
});

describe('correcting a problem before the list is frozen', () => {
  it('changes what it says and where it belongs, with a reason; its number stays', () => {
    const after = inCampaign(listed)
      .when(people.secretary, correct({ item: 'B1-1', detail: '两人未谈' }))
      .then({
        type: 'ProblemCorrected',
        data: { problemId: id, item: 'B1-1', aspect: 'B1', reason: '表述不准' },
      })
      .world();
    expect(theProblem(after)).toMatchObject({
      title: '谈心谈话覆盖不全',
      detail: '两人未谈',
      aspect: 'B1',
      number: theProblem(listed).number,
      code: theProblem(listed).code,
    });
    expect(theProblem(after).textHash).not.toBe(theProblem(listed).textHash);
    inCampaign(after)
      .when(people.secretary, correct({ item: 'B1-1', detail: '两人未谈' }))
      .then();
  });

  it('is another text with another title alone, and with another detail alone', () => {
    const titled = send(listed, people.secretary, correct());
    for (const more of [{ title: '谈心谈话次数不足' }, { detail: '两人未谈' }])
      inCampaign(titled)
        .when(people.secretary, correct(more))
        .then({ type: 'ProblemCorrected', data: { title: '谈心谈话覆盖不全', ...more } });
    inCampaign(titled).when(people.secretary, correct()).then();
  });

  it('voids the votes on the list as it was, and opens the way to a new one', () => {
    const opened = send(listed, people.secretary, { type: 'OpenVote', data: shown(listed) });
    const voted = send(opened, people.deputy, { type: 'CastVote', data: { ...shown(listed), vote: 'for' } });
    const corrected = send(voted, people.secretary, correct());
    expect(owedNow(corrected, 'castVote')).toEqual([]);
    expect(theOwed(corrected, 'confirmProblemList').key).toBe('confirmProblemList:problemList:2');
    inCampaign(corrected)
      .when(people.secretary, { type: 'OpenVote', data: shown(listed) })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(corrected)
      .when(people.secretary, { type: 'OpenVote', data: shown(corrected) })
      .then({ type: 'VoteOpened' });
  });

  it('is the secretary’s, of a listed problem, at an ordinary item', () => {
    inCampaign(listed).when(people.deputy, correct()).thenRefused('NOT_YOURS');
    inCampaign(listed)
      .when(people.secretary, correct({ problemId: 'constructor' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    inCampaign(listed)
      .when(people.secretary, correct({ item: 'Z9-9' }))
      .thenRefused('ITEM_UNKNOWN', 'item');
    const clue = listed.campaign.plan.aspects.flatMap(({ items }) => items).find((item) => item.clue);
    if (clue)
      inCampaign(listed)
        .when(people.secretary, correct({ item: clue.code }))
        .thenRefused('CLUE_ONLY', 'item');
    const reported = whenProblemIs('reported');
    const own = { problemId: theProblem(reported).id };
    inCampaign(reported).when(people.secretary, correct(own)).thenRefused('NOT_INCLUDED', 'problemId');
    const included = whenProblemIs('included');
    inCampaign(included)
      .when(people.secretary, correct({ problemId: theProblem(included).id }))
      .thenRefused('STAGE_NOT_OPEN', { params: { opensOn: '' } });
  });

  it('R3.11 ends when the list is frozen, and for what is issued before', () => {
    const issued = send(listed, people.secretary, {
      type: 'IssueProblem',
      data: { problemId: id, fixType: 'immediate' },
    });
    const on = issued.now.slice(0, 10);
    inCampaign(issued)
      .when(people.secretary, correct())
      .thenRefused('ALREADY_DECIDED', { field: 'problemId', params: { on } });
    const plain = whenOwed('confirmProblemList', ordinary, { from: launched({ template: withoutVote() }) });
    const frozen = send(plain, people.secretary, { type: 'ConfirmProblemList', data: shown(plain) });
    inCampaign(frozen)
      .when(people.secretary, correct({ problemId: theProblem(plain).id }))
      .thenRefused('LIST_FROZEN', { params: { on: plain.now.slice(0, 10) } });
  });
});
