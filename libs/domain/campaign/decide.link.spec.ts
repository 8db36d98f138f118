import {
  answering,
  at,
  found,
  inCampaign,
  LINKED_ITEM,
  linkedScene,
  linking,
  people,
  send,
  terminating,
  theOwed,
  theProblem,
  units,
  unlinking,
  walk,
  whenOwed,
  whenProblemIs,
  withFirst,
  type CampaignWorld,
} from '@rectify/testing';
import { hashOf } from '../kernel/hash';
import type { CampaignCommand } from './campaign.commands';
import { LINK_LIMITS } from './decide.link';

const { findings, first, problem, link, begun, linked } = linkedScene();
/** Everything else answered 无此问题; what is owed first is the confirmation. */
const screened = whenOwed('confirmScreening', {}, { from: linked });

describe('R3.34 one problem for two campaigns, by link', () => {
  it('answers an item 有此问题 with references and the permanent code, and no text', () => {
    inCampaign(begun)
      .when(people.organiser, link)
      .then(
        { type: 'CheckItemAnswered', data: { item: LINKED_ITEM, answer: 'problem', on: '2026-03-03' } },
        {
          type: 'ProblemLinked',
          data: { item: LINKED_ITEM, problemId: problem.id, code: 'PDH-2026-B01-001' },
        },
      );
    expect(JSON.stringify(linked.log)).not.toContain(problem.title);
    expect(linked.campaign.order).toEqual([]);
  });

  it('is the aspect owner’s or the secretary’s, while the screening is open and not confirmed', () => {
    inCampaign(begun)
      .when(people.secretary, link)
      .then({ type: 'CheckItemAnswered' }, { type: 'ProblemLinked' });
    for (const person of [people.deputy, people.member, people.outsider])
      inCampaign(begun).when(person, link).thenRefused('NOT_YOURS');
    inCampaign(at(begun, '2026-03-02T02:00:00.000Z'))
      .when(people.organiser, link)
      .thenRefused('STAGE_NOT_OPEN');
    const confirmed = whenOwed('approveStage', {}, { from: linked });
    inCampaign(confirmed).when(people.organiser, link).thenRefused('SCREENING_CONFIRMED');
    inCampaign(confirmed)
      .when(people.organiser, unlinking(first, LINKED_ITEM, problem.id))
      .thenRefused('SCREENING_CONFIRMED');
  });

  it('RR2.20 is never made at a clue item', () => {
    inCampaign(begun)
      .when(people.secretary, linking(first, 'A12-1', problem.id))
      .thenRefused('CLUE_ONLY', 'item');
    inCampaign(begun)
      .when(people.secretary, linking(first, 'B9-9', problem.id))
      .thenRefused('ITEM_UNKNOWN', 'item');
  });

  it('leads to an included, not terminated problem of another campaign of the same unit', () => {
    const refused = (command: CampaignCommand, code: Code, field: string, world = begun) =>
      inCampaign(world).when(people.organiser, command).thenRefused(code, field);
    const to = (data: object): CampaignCommand =>
      ({ type: 'LinkProblem', data: { ...link.data, ...data } }) as CampaignCommand;
    refused(to({ campaignId: 'constructor' }), 'CAMPAIGN_UNKNOWN', 'campaignId');
    refused(to({ campaignId: begun.campaign.id }), 'CAMPAIGN_UNKNOWN', 'campaignId');
    refused(to({ problemId: 'constructor' }), 'PROBLEM_UNKNOWN', 'problemId');
    const elsewhere = { ...first, campaign: { ...first.campaign, unitId: units.other } };
    refused(link, 'CAMPAIGN_UNKNOWN', 'campaignId', withFirst(begun, elsewhere));
    const reported = whenProblemIs('reported', findings);
    refused(
      linking(reported, LINKED_ITEM, theProblem(reported).id),
      'NOT_INCLUDED',
      'problemId',
      withFirst(begun, reported),
    );
    const listed = whenOwed('confirmProblemList', findings);
    const terminated = send(listed, people.secretary, terminating(listed));
    const gone = linking(terminated, LINKED_ITEM, theProblem(terminated).id);
    refused(gone, 'ALREADY_DECIDED', 'problemId', withFirst(begun, terminated));
  });

  it('may be to one that is closed already', () => {
    const closed = whenProblemIs('closed', findings);
    inCampaign(withFirst(begun, closed))
      .when(people.organiser, linking(closed, LINKED_ITEM, theProblem(closed).id))
      .then({ type: 'CheckItemAnswered' }, { type: 'ProblemLinked' });
  });

  it('is made once, beside other links and own reports of the item', () => {
    inCampaign(linked).when(people.organiser, link).then();
    inCampaign(linked)
      .when(people.organiser, answering({ item: LINKED_ITEM, answer: 'problem' }))
      .then();
    inCampaign(linked)
      .when(people.organiser, answering(found(LINKED_ITEM)))
      .then({ type: 'ProblemReported' });
    inCampaign(send(begun, people.organiser, answering(found(LINKED_ITEM))))
      .when(people.organiser, link)
      .then({ type: 'ProblemLinked' });
    inCampaign(linked)
      .when(people.organiser, answering({ item: LINKED_ITEM, answer: 'noProblem' }))
      .thenRefused('ANSWER_HAS_PROBLEM', 'answers[0].answer');
  });

  it('leads to so many campaigns at most, and is made so often at most', () => {
    const other = (n: number) => `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
    const others = Array.from({ length: LINK_LIMITS.campaigns + 1 }, (_, n) => ({
      ...first,
      campaign: { ...first.campaign, id: other(n) },
    }));
    const world = others.reduce(withFirst, begun);
    const full = others
      .slice(0, LINK_LIMITS.campaigns)
      .reduce((now, each) => send(now, people.organiser, linking(each, LINKED_ITEM, problem.id)), world);
    inCampaign(full)
      .when(people.organiser, linking(others.at(-1) ?? first, LINKED_ITEM, problem.id))
      .thenRefused('LIMIT_REACHED', 'campaignId');
    const [one] = linked.campaign.links;
    const links = Array.from({ length: LINK_LIMITS.links }, (_, n) => ({ ...one!, problemId: `p${n}` }));
    inCampaign({ ...linked, campaign: { ...linked.campaign, links } })
      .when(people.organiser, link)
      .thenRefused('LIMIT_REACHED', 'campaignId');
  });

  it('R4.19 is taken back with a reason, and what nothing else was found at is owed an answer again', () => {
    const back = unlinking(first, LINKED_ITEM, problem.id);
    const after = send(linked, people.organiser, back);
    inCampaign(linked)
      .when(people.secretary, back)
      .then({
        type: 'ProblemUnlinked',
        data: { item: LINKED_ITEM, code: 'PDH-2026-B01-001', reason: '关联有误' },
      });
    expect(theOwed(after, 'answerCheckItem', 'B3').action.defaults['answers']).toContainEqual({
      item: LINKED_ITEM,
    });
    inCampaign(after).when(people.organiser, back).thenRefused('NOT_LINKED', 'problemId');
    inCampaign(linked).when(people.member, back).thenRefused('NOT_YOURS');
    const beside = send(linked, people.organiser, answering(found(LINKED_ITEM)));
    expect(send(beside, people.organiser, back).campaign.answers[LINKED_ITEM]?.answer).toBe('problem');
  });

  it('R3.10 stands in what the confirmation of the screening freezes, where there is one', () => {
    const basisOf = (world: CampaignWorld) =>
      walk(world, {}, ({ campaign }) => campaign.screening !== null).log.find(({ event }) =>
        ['ScreeningConfirmed', 'NilReturnSigned'].includes(event.type),
      )?.event.data as { basis: { fn: string; content: object }; basisHash: string };
    const frozen = basisOf(screened);
    const reference = [LINKED_ITEM, first.campaign.id, problem.id, 'PDH-2026-B01-001'];
    expect(frozen.basis).toMatchObject({ fn: 'screening@2', content: { links: [reference] } });
    expect(frozen.basisHash).toBe(hashOf(frozen.basis));
    expect(basisOf(begun).basis).toMatchObject({ fn: 'screening@1' });
  });

  it('R4.8 makes the confirmation another question: who was shown it without the link is refused', () => {
    const shown = String(theOwed(screened, 'confirmScreening').action.defaults['basisHash']);
    const [, second = ''] = first.campaign.order;
    const included = walk(first, findings, ({ campaign }) => campaign.problems[second]?.number === 2);
    const more = send(
      withFirst(screened, included),
      people.organiser,
      linking(included, LINKED_ITEM, second),
    );
    inCampaign(more)
      .when(people.secretary, { type: 'ConfirmScreening', data: { basisHash: shown } })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    const anew = String(theOwed(more, 'confirmScreening').action.defaults['basisHash']);
    inCampaign(more)
      .when(people.secretary, { type: 'ConfirmScreening', data: { basisHash: anew } })
      .then({ type: 'ScreeningConfirmed' });
  });

  it('R3.5 is no nil return', () => {
    expect(theOwed(screened, 'confirmScreening').action.command).toBe('ConfirmScreening');
  });
});

type Code = Parameters<ReturnType<ReturnType<typeof inCampaign>['when']>['thenRefused']>[0];
