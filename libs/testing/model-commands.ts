import {
  addDays,
  currentStage,
  groupNow,
  obligations,
  voteClasses,
  type CampaignCommand,
  type Obligation,
  type VoteClass,
} from '@rectify/domain';
import type { CampaignWorld } from './campaign-world';
import { aboutActivities } from './model-activities';
import { aboutTheList } from './model-list';
import { people } from './organisation';
import { discharge, newId, type Findings } from './walk-campaign';

export const everybody: readonly string[] = Object.values(people);
const mostProblems = 4;

/** What the plain answers of a story find, as long as there is room. */
const findings: Findings = { 'B1-1': ['党课次数不足'], 'B3-1': ['谈心谈话不够', '谈话记录不全'] };

/** An obligation's command in the plain way, which is promised to be accepted. */
export const plainly = (
  { campaign }: CampaignWorld,
  obligation: Obligation,
  found: Findings = campaign.order.length < mostProblems ? findings : {},
): CampaignCommand => {
  const command = discharge(obligation, found);
  if (command.type !== 'AnswerCheckItems') return command;
  const reported = new Set(Object.values(campaign.problems).map(({ item }) => item));
  // An item put in doubt after a report stays found.
  const answers = command.data.answers.map((given) =>
    given.answer === 'noProblem' && reported.has(given.item)
      ? { item: given.item, answer: 'problem' as const }
      : given,
  );
  return { type: command.type, data: { answers } };
};

export const alternativeOf = (
  world: CampaignWorld,
  { alternatives: [other] }: Obligation,
): CampaignCommand => {
  if (!other) throw new Error('no alternative');
  if (other.command === 'RecordMeetingVote')
    return meetingVote(world, String(other.defaults['basisHash']), world.log.length);
  const words = { missing: '缺少佐证', reason: '内容不全', text: '进行中' };
  return { type: other.command, data: { ...other.defaults, ...words } } as unknown as CampaignCommand;
};

/** The same as somebody else might fill it in; not always accepted. */
export const varied = (world: CampaignWorld, obligation: Obligation, n: number): CampaignCommand => {
  const plain = plainly(world, obligation);
  switch (plain.type) {
    case 'AnswerCheckItems':
      return {
        type: plain.type,
        data: { answers: plain.data.answers.map((given, index) => answered(world, given, n + index)) },
      };
    case 'CastVote':
      return { type: plain.type, data: { ...plain.data, vote: classOf(n) } };
    case 'TriageProblem':
      return n % 5 === 4
        ? { type: plain.type, data: { problemId: plain.data.problemId, decision: 'handOver' } }
        : { type: plain.type, data: { ...plain.data, decision: n % 3 === 0 ? 'exclude' : 'include' } };
    case 'IssueProblem':
      return { type: plain.type, data: { ...plain.data, ...issuedTo(n) } };
    case 'RecordVerdict':
      return { type: plain.type, data: { ...plain.data, verdict: n % 2 === 0 ? 'relapsed' : 'holds' } };
    case 'SubmitPlan': {
      const { dueOn } = plain.data;
      return {
        type: plain.type,
        data: { ...plain.data, measures: [measure(dueOn, n), measure(dueOn, n + 1)] },
      };
    }
    default:
      return plain;
  }
};

const classOf = (n: number): VoteClass => voteClasses[n % voteClasses.length] ?? 'for';

/** A meeting of everybody who is in the leading group now, mostly for it. */
export const meetingVote = (
  { campaign, directory }: Pick<CampaignWorld, 'campaign' | 'directory'>,
  basisHash: string,
  n = 0,
): CampaignCommand => {
  const group = campaign.plan.vote ? groupNow(campaign, campaign.plan.vote, directory) : [];
  const votes = group.flatMap(({ person }, seat) =>
    person === null ? [] : [{ person, vote: (n + seat) % 5 === 4 ? classOf(n) : ('for' as const) }],
  );
  return { type: 'RecordMeetingVote', data: { basisHash, minutes: '2026年第5次', votes } };
};

type Answered = Extract<CampaignCommand, { type: 'AnswerCheckItems' }>['data']['answers'][number];

const answered = ({ campaign }: CampaignWorld, given: Answered, n: number): Answered => {
  const { item } = given;
  if (given.answer === 'notApplicable') return { item, answer: n % 2 === 0 ? 'handedOver' : 'notApplicable' };
  if (n % 4 === 1) return { item, answer: 'toCheck' };
  if (n % 4 < 2 || campaign.order.length >= mostProblems) return given;
  return { item, answer: 'problem', problems: [{ id: newId(), title: `问题${n}`, detail: '' }] };
};

const nth = (n: number): string => everybody[n % everybody.length] ?? '';

const issuedTo = (n: number) => ({
  fixType: (['immediate', 'timeLimited', 'sustained', 'timeLimited'] as const)[n % 4] ?? 'timeLimited',
  ...(n % 2 === 0 ? { owner: nth(n) } : {}),
  ...(n % 5 === 0 ? { reviewer: nth(n + 3) } : {}),
  ...(n % 7 === 0 ? { lead: nth(n + 5) } : {}),
});

const measure = (dueOn: string, n: number) => ({
  id: newId(),
  text: '修订制度',
  dueOn,
  ...(n % 3 === 0 ? { owner: nth(n) } : {}),
});

/** A command that nobody need owe: mostly refused, sometimes ahead of its time, such as 立行立改 before the list. */
export const anyCommand = (world: CampaignWorld, b: number, c: number): CampaignCommand => {
  const { campaign } = world;
  const problemId = campaign.order[c % Math.max(1, campaign.order.length)] ?? 'none';
  const problem = campaign.problems[problemId];
  const stage =
    (c % 3 === 0 ? campaign.stages[c % campaign.stages.length] : currentStage(campaign))?.kind ?? 'signOff';
  const [chain] = obligations(campaign).filter(
    ({ kind }) => kind === 'approveStage' || kind === 'signOffCampaign',
  );
  const ofStage = String(chain?.action.defaults['basisHash'] ?? 'none');
  const basisHash = problem?.claim?.hash ?? problem?.plan?.hash ?? 'none';
  const item = campaign.plan.aspects[c % campaign.plan.aspects.length]?.items[b % 2]?.code ?? 'none';
  const commands: readonly CampaignCommand[] = [
    {
      type: 'AnswerCheckItems',
      data: { answers: [{ item, answer: c % 2 === 0 ? 'toCheck' : 'notApplicable' }] },
    },
    { type: 'IssueProblem', data: { problemId, fixType: 'immediate' } },
    { type: 'IssueProblem', data: { problemId, fixType: 'timeLimited', owner: nth(b) } },
    { type: 'WithdrawClaim', data: { problemId, reason: '有误' } },
    { type: 'WithdrawClaim', data: { problemId, reason: '补充' } },
    { type: 'CommentOnProblem', data: { problemId, text: '已与支委沟通' } },
    { type: 'WithdrawReview', data: { problemId, reason: '有误' } },
    { type: 'WithdrawStep', data: { problemId, reason: '有误' } },
    { type: 'WithdrawStep', data: { problemId, reason: '再核' } },
    { type: 'ReturnClaim', data: { problemId, basisHash, missing: '缺少' } },
    { type: 'ReturnPlan', data: { problemId, basisHash, missing: '缺少' } },
    { type: 'PassReview', data: { problemId, basisHash } },
    { type: 'AcceptCompletion', data: { problemId, basisHash } },
    { type: 'SignOffProblem', data: { problemId, basisHash } },
    { type: 'ReturnStage', data: { stage, basisHash: ofStage, reason: '重来' } },
    { type: 'ApproveStage', data: { stage, basisHash: ofStage } },
    { type: 'ForceStage', data: { stage, reason: '提前转段' } },
    redating(campaign, b),
    replanning(campaign, b, c),
    { type: 'OrderMergedReview', data: { reason: '人员不足' } },
    { type: 'ApproveSummary', data: { basisHash: ofStage } },
    { type: 'SignOffCampaign', data: { basisHash: ofStage } },
    { type: 'DrawSample', data: { basisHash: ofStage } },
    {
      type: 'RecordVerdict',
      data: { problemId, round: 1 + (c % 2), verdict: 'relapsed', looked: '又有发生', evidence: '会议记录' },
    },
    { type: 'ConfirmProblemList', data: { basisHash: ofStage } },
    { type: 'CorrectProblem', data: { problemId, title: `更正${b}`, reason: '表述不准' } },
    ...aboutTheList(campaign, b, c),
    { type: 'OpenVote', data: { basisHash: ofStage } },
    { type: 'CastVote', data: { basisHash: ofStage, vote: classOf(c) } },
    { type: 'ConfirmMeetingVote', data: { basisHash: ofStage } },
    meetingVote(world, ofStage, c),
    { type: 'TriageProblem', data: { problemId, decision: 'exclude', reason: '不属实' } },
    { type: 'SignNilReturn', data: { basisHash: ofStage } },
    { type: 'WithdrawLaunch', data: { reason: '撤回' } },
    ...aboutActivities(campaign, b, c),
    { type: 'OpenStage', data: {} },
  ];
  return commands[b % commands.length] as CampaignCommand;
};

/** The last stage that is not closed ends later, by up to a month. */
const redating = ({ stages }: CampaignWorld['campaign'], n: number): CampaignCommand => {
  const {
    kind = 'signOff',
    startOn = '',
    endOn = '',
  } = stages.filter(({ closed }) => closed === null).at(-1) ?? {};
  return {
    type: 'RedateStages',
    data: { stages: [{ stage: kind, startOn, endOn: addDays(endOn, 1 + (n % 30)) }], reason: '延后' },
  };
};

/** Another limit for a decision, another chain for a stage, or a ladder of one rung fewer. */
const replanning = ({ plan }: CampaignWorld['campaign'], b: number, c: number): CampaignCommand => {
  const limit = { n: 1 + (c % 9), unit: 'workingDay' } as const;
  const kinds = ['approveStage', 'submitPlan', 'reviewCompletion', 'answerCheckItem'] as const;
  const { kind: stage, approvals } = plan.stages[c % plan.stages.length] ?? plan.stages[0]!;
  const ladder = (['work', 'decision', 'answer'] as const)[c % 3] ?? 'work';
  const shorter = plan.ladders[ladder].slice(plan.ladders[ladder].length > 3 ? 1 : 0);
  const parts = [
    { limits: [{ kind: kinds[b % kinds.length] ?? 'approveStage', limit }] },
    { chains: [{ stage, approvals: [['disciplineMember', 'deputySecretary'], ...approvals] as const }] },
    { ladders: [{ ladder, rungs: shorter }] },
  ] as const;
  return { type: 'ReplanCampaign', data: { reason: '调整', ...parts[b % 3] } };
};
