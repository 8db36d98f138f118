import fc from 'fast-check';
import {
  answering,
  at,
  attempt,
  campaignId,
  inCampaign,
  newId,
  newWorld,
  people,
  send,
  templateState,
  units,
  propertyRuns,
  whenOwed,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';
import { MOST_OF_A_SOURCE } from './clue-counts';

const launch: CampaignCommand = {
  type: 'LaunchCampaign',
  data: {
    ...{ campaignId, unitId: units.branch, template: 'vulgarised-transactional', serial: 1 },
    leaveOut: ['mobilisation'],
  },
};
const world = at(
  send(newWorld({ template: templateState('vulgarised-transactional') }), people.secretary, launch),
  '2026-04-01T02:00:00.000Z',
);
const items = world.campaign.plan.aspects.flatMap((aspect) => aspect.items);
const clues = items.filter(({ clue }) => clue).map(({ code }) => code);
const counted = 'A12-1';
type Counts = NonNullable<CommandData<'AnswerCheckItems'>['answers'][number]['counts']>;
const counting = (counts: Counts, item = counted, answer: 'handedOver' | 'notApplicable' = 'handedOver') =>
  answering({ item, answer, counts });

describe('a clue item that asks for counts', () => {
  it('RR2.21 takes 已移交 with a number for each source category', () => {
    const counts = [
      { source: 'petition', count: 3 },
      { source: 'masses', count: 0 },
    ];
    const after = inCampaign(world)
      .when(people.secretary, counting(counts))
      .then({ type: 'CheckItemAnswered', data: { item: counted, answer: 'handedOver', counts } })
      .world();
    inCampaign(after).when(people.secretary, counting(counts)).then();
    inCampaign(after)
      .when(people.secretary, counting([{ source: 'petition', count: 4 }]))
      .then({ type: 'CheckItemAnswered' });
  });

  it('RR2.21 takes no other source, none twice, and whole numbers within bounds only', () => {
    const refused = (counts: Counts, code: 'INVALID' | 'OUT_OF_BOUNDS', field: string) =>
      inCampaign(world)
        .when(people.secretary, counting(counts))
        .thenRefused(code, `answers[0].counts${field}`);
    refused([{ source: '张某来信', count: 1 }], 'INVALID', '[0].source');
    refused(Array<Counts[number]>(2).fill({ source: 'petition', count: 1 }), 'INVALID', '[1].source');
    for (const count of [-1, 1.5, MOST_OF_A_SOURCE + 1, Number.NaN])
      refused([{ source: 'petition', count }], 'OUT_OF_BOUNDS', '[0].count');
  });

  it('counts nothing with 不适用, at another clue item, or at an ordinary one', () => {
    const counts = [{ source: 'petition', count: 1 }];
    const other = clues.find((code) => code !== counted) ?? '';
    for (const command of [counting(counts, counted, 'notApplicable'), counting(counts, other)])
      inCampaign(world).when(people.secretary, command).thenRefused('CLUE_ONLY', 'answers[0].counts');
    const ordinary = answering({ item: 'A1-1', answer: 'noProblem', counts });
    inCampaign(world).when(people.deputy, ordinary).thenRefused('CLUE_ONLY', 'answers[0].counts');
  });
});

describe('no text comes through a clue item', () => {
  const secret = '某某线索内容';
  const text = fc.constantFrom(secret, `${secret}\n二`, '');
  const code = fc.constantFrom(...clues);
  const problems = fc.array(
    fc.record({ id: fc.constant(0).map(newId), title: text, detail: text, sealed: text }),
    { maxLength: 2 },
  );
  const counts = fc.array(fc.record({ source: text, count: fc.nat() }), { maxLength: 2 });
  const answer = fc.record(
    {
      item: code,
      answer: fc.constantFrom('noProblem', 'problem', 'notApplicable', 'toCheck', 'handedOver'),
      problems,
      counts,
      opinion: text,
    },
    { requiredKeys: ['item', 'answer'] },
  );
  const onSubject = fc.record({ subject: code, problemId: code, measureId: code, text });
  const command = fc.oneof(
    fc
      .array(answer, { minLength: 1, maxLength: 3 })
      .map((answers) => ({ type: 'AnswerCheckItems', data: { answers } })),
    onSubject.chain(({ subject, problemId, measureId, text: given }) =>
      fc.constantFrom(
        { type: 'TriageProblem', data: { problemId, decision: 'handOver', reason: given } },
        {
          type: 'TriageProblem',
          data: { problemId, decision: 'include', reason: given, text: { title: given } },
        },
        { type: 'AssignDuty', data: { duty: 'owner', subject, person: people.member, reason: given } },
        { type: 'AssignDuty', data: { duty: 'aspectOwner', subject, person: people.member, reason: given } },
        { type: 'ReportProgress', data: { problemId, measureId, text: given } },
        { type: 'FinishMeasure', data: { problemId, measureId, result: given } },
        { type: 'ClaimCompletion', data: { problemId, result: given } },
        {
          type: 'SubmitPlan',
          data: { problemId, rootCause: given, target: given, measures: [], dueOn: '2026-05-01' },
        },
      ),
    ),
  );

  it('by any command of anybody', () => {
    fc.assert(
      fc.property(command, fc.constantFrom(...Object.values(people)), (given, person) => {
        const attempted = attempt(world, person, given as unknown as CampaignCommand);
        if (!attempted.ok) return;
        expect(JSON.stringify(attempted.world.log)).not.toContain(secret);
        expect(attempted.events.some(({ type }) => type === 'ProblemReported')).toBe(false);
      }),
      propertyRuns(500),
    );
  });

  // The screening is over here, and a problem stands on the list: whatever could still bring text has somebody to send it.
  const listed = whenOwed('confirmProblemList', { 'A1-1': ['会议次数不足'] }, { from: world });
  const [problemId = ''] = listed.campaign.order;
  const laterAt = (item: string, given: string): readonly CampaignCommand[] => [
    {
      type: 'ReportProblem',
      data: { item, problem: { id: newId(), title: given, detail: given, sealed: given } },
    },
    { type: 'CorrectProblem', data: { problemId, item, title: given, detail: given, reason: given } },
    {
      type: 'SplitProblem',
      data: {
        problemId,
        parts: [
          { id: newId(), item, title: given, detail: given },
          { id: newId(), title: given, detail: '' },
        ],
        reason: given,
      },
    },
  ];

  it('by a late report, a correction or a split, which anywhere else are accepted', () => {
    fc.assert(
      fc.property(code, fc.nat(2), text, fc.constantFrom(...Object.values(people)), (item, n, given, by) => {
        const [command] = laterAt(item, given).slice(n);
        expect(command && attempt(listed, by, command)).toMatchObject({ ok: false });
      }),
      propertyRuns(300),
    );
    for (const item of clues)
      for (const command of laterAt(item, secret))
        inCampaign(listed).when(people.secretary, command).thenRefused('CLUE_ONLY');
    for (const command of laterAt('A1-1', '会议记录不全'))
      expect(attempt(listed, people.secretary, command)).toMatchObject({ ok: true });
  });

  it('and 已移交 or 不适用 is accepted of the secretary at each of them', () => {
    for (const item of clues)
      for (const given of ['handedOver', 'notApplicable'] as const)
        inCampaign(world)
          .when(people.secretary, answering({ item, answer: given }))
          .then({ type: 'CheckItemAnswered', data: { item, answer: given } });
  });
});
