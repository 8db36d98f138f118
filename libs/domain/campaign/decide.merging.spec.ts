import {
  inCampaign,
  newId,
  owedNow,
  people,
  send,
  terminating,
  theOwed,
  triage,
  walk,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import type { ListData } from './list.commands';
import { summary } from './summary';

const listed = whenOwed('confirmProblemList', { 'B3-1': ['谈话未全覆盖', '谈话有空白', '记录不全'] });
const [first = '', second = '', third = ''] = listed.campaign.order;
const merge = (more: Partial<ListData<'MergeProblems'>> = {}): CampaignCommand => ({
  type: 'MergeProblems',
  data: { into: first, problemIds: [second], reason: '内容重复', ...more },
});
const part = (more: object = {}) => ({ id: newId(), title: '谈话未记录', detail: '', ...more });
const split = (more: Partial<ListData<'SplitProblem'>> = {}): CampaignCommand => ({
  type: 'SplitProblem',
  data: { problemId: third, parts: [part(), part({ item: 'B1-1' })], reason: '两个问题', ...more },
});
const shown = (world: CampaignWorld) => ({
  basisHash: String(theOwed(world, 'confirmProblemList').action.defaults['basisHash']),
});
const issued = (world: CampaignWorld, problemId: string) =>
  send(world, people.secretary, { type: 'IssueProblem', data: { problemId, fixType: 'immediate' } });
const passed = (world: CampaignWorld) => walk(world, {}, ({ campaign }) => campaign.listed !== null).campaign;

describe('R3.31 merging problems before the list is frozen', () => {
  const merged = send(listed, people.secretary, merge());

  it('leaves each under its own number and with its text, linked to the one that stays', () => {
    inCampaign(listed)
      .when(people.secretary, merge({ problemIds: [second, third] }))
      .then(
        { type: 'ProblemMerged', data: { problemId: second, into: first, intoCode: 'PDH-2026-B01-001' } },
        { type: 'ProblemMerged', data: { problemId: third, into: first } },
      );
    expect(merged.campaign.problems[second]).toMatchObject({
      status: 'merged',
      number: 2,
      title: '谈话有空白',
      goneInto: { problems: [first], reason: '内容重复', by: people.secretary },
    });
  });

  it('counts it nowhere: not on the list, not in the result, and nothing is owed for it', () => {
    expect(summary(merged.campaign).problems).toEqual([first, third]);
    const { listed: frozen } = passed(merged);
    expect(frozen).not.toBeNull();
    const after = walk(merged, {}, () => false);
    expect(after.campaign.status).toBe('signedOff');
    expect(after.campaign.problems[second]?.status).toBe('merged');
    expect(summary(after.campaign).closed).toEqual([first, third]);
  });

  it('R3.10 freezes the list together with what became of every number that is not on it', () => {
    const confirmed = walk(merged, {}, ({ campaign }) => campaign.listed !== null).log.find(
      ({ event }) => event.type === 'ProblemListConfirmed',
    );
    const hashes = [first, third].map((id) => merged.campaign.problems[id]?.textHash);
    expect(confirmed?.event.data).toMatchObject({
      basis: {
        fn: 'problem-list@2',
        content: {
          listed: [
            [1, first, hashes[0]],
            [3, third, hashes[1]],
          ],
          gone: [[2, second, [first]]],
        },
      },
    });
  });

  it('R3.11 voids a vote that runs, as a correction does', () => {
    const opened = send(listed, people.secretary, { type: 'OpenVote', data: shown(listed) });
    const after = send(opened, people.secretary, merge());
    expect(owedNow(after, 'castVote')).toEqual([]);
    inCampaign(after)
      .when(people.secretary, { type: 'OpenVote', data: shown(listed) })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(after)
      .when(people.secretary, { type: 'OpenVote', data: shown(after) })
      .then({ type: 'VoteOpened' });
  });

  it('may be into one that is under way already, for nothing of that one changes', () => {
    inCampaign(issued(listed, first)).when(people.secretary, merge()).then({ type: 'ProblemMerged' });
    inCampaign(issued(listed, second))
      .when(people.secretary, merge())
      .thenRefused('ALREADY_DECIDED', 'problemIds[0]');
    const over = send(listed, people.secretary, terminating(listed));
    inCampaign(over).when(people.secretary, merge()).thenRefused('ALREADY_DECIDED', 'into');
  });

  it('is the secretary’s, of listed problems, each once and none into itself', () => {
    const refused = (
      more: Partial<ListData<'MergeProblems'>>,
      code: 'INVALID' | 'PROBLEM_UNKNOWN',
      field: string,
    ) => inCampaign(listed).when(people.secretary, merge(more)).thenRefused(code, field);
    inCampaign(listed).when(people.deputy, merge()).thenRefused('NOT_YOURS');
    refused({ problemIds: [] }, 'INVALID', 'problemIds');
    refused({ problemIds: [first] }, 'INVALID', 'problemIds[0]');
    refused({ problemIds: [second, second] }, 'INVALID', 'problemIds[1]');
    refused({ into: 'none' }, 'PROBLEM_UNKNOWN', 'into');
    refused({ problemIds: ['constructor'] }, 'PROBLEM_UNKNOWN', 'problemIds[0]');
    inCampaign(merged).when(people.secretary, merge()).thenRefused('ALREADY_DECIDED', 'problemIds[0]');
    inCampaign(merged)
      .when(people.secretary, merge({ into: second, problemIds: [third] }))
      .thenRefused('ALREADY_DECIDED', 'into');
  });

  it('takes no report that waits for its triage, nor one that was handed over', () => {
    const reported = whenProblemIs('reported', { 'B3-1': ['甲', '乙'] });
    const [one = '', other = ''] = reported.campaign.order;
    const included = send(reported, people.secretary, triage(one, 'include'));
    const into = { into: one, problemIds: [other] };
    inCampaign(included).when(people.secretary, merge(into)).thenRefused('NOT_INCLUDED', 'problemIds[0]');
    inCampaign(send(included, people.secretary, triage(other, 'handOver')))
      .when(people.secretary, merge(into))
      .thenRefused('NOT_INCLUDED', 'problemIds[0]');
    inCampaign(included)
      .when(people.secretary, merge({ into: other, problemIds: [one] }))
      .thenRefused('NOT_INCLUDED', 'into');
    inCampaign(included)
      .when(people.secretary, split({ problemId: other }))
      .thenRefused('NOT_INCLUDED', 'problemId');
  });

  it('ends when the list is frozen', () => {
    const frozen = walk(listed, {}, ({ campaign }) => campaign.listed !== null);
    inCampaign(frozen).when(people.secretary, merge()).thenRefused('LIST_FROZEN');
    inCampaign(frozen).when(people.secretary, split()).thenRefused('LIST_FROZEN');
  });

  it('leaves nothing to issue, to terminate, to correct or to assign for', () => {
    const of = { problemId: second, reason: '有误' };
    for (const command of [
      { type: 'IssueProblem', data: { problemId: second, fixType: 'immediate' } },
      { type: 'TerminateProblem', data: of },
      { type: 'CorrectProblem', data: { ...of, title: '更正' } },
      { type: 'AssignDuty', data: { duty: 'owner', subject: second, person: people.member, reason: '分工' } },
    ] as const)
      inCampaign(merged).when(people.secretary, command).thenRefused('ALREADY_DECIDED');
  });
});

describe('R3.32 splitting a problem before the list is frozen', () => {
  const parts = [part(), part({ item: 'B1-1', title: '党课次数不足' })];
  const after = send(listed, people.secretary, split({ parts }));
  const [one = '', other = ''] = parts.map(({ id }) => id);

  it('R3.8 includes each part under a new number and leaves the whole under its own, linked to them', () => {
    inCampaign(listed)
      .when(people.secretary, split({ parts }))
      .then(
        { type: 'ProblemSplit', data: { problemId: third, parts: [one, other] } },
        { type: 'PartIncluded', data: { problemId: one, partOf: third, number: 4, item: 'B3-1' } },
        { type: 'PartIncluded', data: { problemId: other, code: 'PDH-2026-B01-005', aspect: 'B1' } },
      );
    expect(after.campaign.problems[third]).toMatchObject({
      status: 'split',
      number: 3,
      title: '记录不全',
      goneInto: { problems: [one, other] },
    });
    expect(after.campaign.problems[one]).toMatchObject({ status: 'included', partOf: third, number: 4 });
    expect(summary(after.campaign).problems).toEqual([first, second, one, other]);
  });

  it('lets the parts go the whole way, and counts them alone', () => {
    const end = walk(after, {}, () => false);
    expect(end.campaign.status).toBe('signedOff');
    expect(summary(end.campaign).closed).toEqual([first, second, one, other]);
  });

  it('R3.11 voids a vote that runs', () => {
    const opened = send(listed, people.secretary, { type: 'OpenVote', data: shown(listed) });
    expect(send(opened, people.secretary, split()).campaign.vote).toBeNull();
  });

  it('needs two parts at least, each under an id of its own and at an ordinary item', () => {
    const refused = (
      given: readonly ReturnType<typeof part>[],
      code: Parameters<Refused>[0],
      field: string,
    ) =>
      inCampaign(listed)
        .when(people.secretary, split({ parts: given }))
        .thenRefused(code, field);
    refused([part()], 'INVALID', 'parts');
    refused([part(), part({ id: 'x' })], 'INVALID', 'parts[1].id');
    refused([part(), part({ id: first })], 'ALREADY_EXISTS', 'parts[1].id');
    const twice = newId();
    refused([part({ id: twice }), part({ id: twice })], 'ALREADY_EXISTS', 'parts[1].id');
    refused([part(), part({ item: 'Z9-9' })], 'ITEM_UNKNOWN', 'parts[1].item');
    const clue = listed.campaign.plan.aspects.flatMap(({ items }) => items).find((item) => item.clue);
    if (clue) refused([part({ item: clue.code }), part()], 'CLUE_ONLY', 'parts[0].item');
    inCampaign(listed).when(people.deputy, split()).thenRefused('NOT_YOURS');
    inCampaign(listed)
      .when(people.secretary, split({ problemId: 'constructor' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    inCampaign(after).when(people.secretary, split()).thenRefused('ALREADY_DECIDED');
  });
});

type Refused = ReturnType<ReturnType<typeof inCampaign>['when']>['thenRefused'];
