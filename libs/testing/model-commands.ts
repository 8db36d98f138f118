import type { CampaignCommand, Obligation } from '@rectify/domain';
import { theOwed } from './campaign-scenes';
import type { CampaignWorld } from './campaign-world';
import { people } from './organisation';
import { discharge, newId } from './walk-campaign';

const everybody = Object.values(people);
const most = 3;

/** An obligation's command as somebody might fill it in; 0 is the plain way, which is promised to be accepted. */
export const variant = (
  world: CampaignWorld,
  obligation: Obligation,
  n: number,
  alternative = false,
): CampaignCommand => {
  const other = obligation.alternatives[0];
  if (alternative && other) {
    const words = { missing: '缺少佐证', reason: '内容不全', text: '进行中' };
    return { type: other.command, data: { ...other.defaults, ...words } } as unknown as CampaignCommand;
  }
  const plain = discharge(obligation);
  if (n === 0 || alternative) return plain;
  const data = plain.data as Record<string, unknown>;
  switch (plain.type) {
    case 'AnswerCheckItems':
      return {
        type: plain.type,
        data: { answers: plain.data.answers.map((given, index) => answered(world, given, n + index)) },
      };
    case 'TriageProblem':
      return { type: plain.type, data: { ...plain.data, decision: n % 3 === 0 ? 'exclude' : 'include' } };
    case 'IssueProblem':
      return { type: plain.type, data: { ...plain.data, ...issuedTo(n) } };
    case 'SubmitPlan':
      return {
        type: plain.type,
        data: {
          ...plain.data,
          measures: [measure(String(data['dueOn']), n), measure(String(data['dueOn']), n + 1)],
        },
      };
    default:
      return plain;
  }
};

type Answered = Extract<CampaignCommand, { type: 'AnswerCheckItems' }>['data']['answers'][number];

const answered = ({ campaign }: CampaignWorld, given: Answered, n: number): Answered => {
  if (given.answer === 'notApplicable')
    return { item: given.item, answer: n % 2 === 0 ? 'handedOver' : 'notApplicable' };
  if (n % 4 === 1) return { item: given.item, answer: 'toCheck' };
  if (n % 4 < 2 || campaign.order.length >= most) return given;
  return { item: given.item, answer: 'problem', problems: [{ id: newId(), title: `问题${n}`, detail: '' }] };
};

const issuedTo = (n: number) => ({
  fixType: n % 3 === 0 ? ('immediate' as const) : ('timeLimited' as const),
  ...(n % 2 === 0 ? { owner: everybody[n % everybody.length] as string } : {}),
  ...(n % 5 === 0 ? { reviewer: everybody[(n + 3) % everybody.length] as string } : {}),
  ...(n % 7 === 0 ? { lead: everybody[(n + 5) % everybody.length] as string } : {}),
});

const measure = (dueOn: string, n: number) => ({
  id: newId(),
  text: '修订制度',
  dueOn,
  ...(n % 3 === 0 ? { owner: everybody[n % everybody.length] as string } : {}),
});

/** A command that nobody need owe: mostly refused, sometimes ahead of its time, such as 立行立改 before the list. */
export const anyCommand = (world: CampaignWorld, b: number, c: number): CampaignCommand => {
  const { campaign } = world;
  const problemId = campaign.order[c % Math.max(1, campaign.order.length)] ?? 'none';
  const problem = campaign.problems[problemId];
  const basisHash = problem?.claim?.hash ?? problem?.plan?.hash ?? stageHash(world) ?? 'none';
  const stage = campaign.stages[c % campaign.stages.length]?.kind ?? 'screening';
  const item = campaign.plan.aspects[c % campaign.plan.aspects.length]?.items[b % 2]?.code ?? 'none';
  const commands: readonly CampaignCommand[] = [
    {
      type: 'AnswerCheckItems',
      data: { answers: [{ item, answer: c % 2 === 0 ? 'toCheck' : 'notApplicable' }] },
    },
    { type: 'IssueProblem', data: { problemId, fixType: 'immediate' } },
    {
      type: 'IssueProblem',
      data: { problemId, fixType: 'timeLimited', owner: everybody[b % everybody.length] as string },
    },
    { type: 'WithdrawClaim', data: { problemId, reason: '有误' } },
    { type: 'ReturnClaim', data: { problemId, basisHash, missing: '缺少' } },
    { type: 'ReturnPlan', data: { problemId, basisHash, missing: '缺少' } },
    { type: 'PassReview', data: { problemId, basisHash } },
    { type: 'AcceptCompletion', data: { problemId, basisHash } },
    { type: 'SignOffProblem', data: { problemId, basisHash } },
    { type: 'ReturnStage', data: { stage, basisHash, reason: '重来' } },
    { type: 'ApproveStage', data: { stage, basisHash } },
    { type: 'SignOffCampaign', data: { basisHash } },
    { type: 'ConfirmProblemList', data: { basisHash } },
    { type: 'TriageProblem', data: { problemId, decision: 'exclude', reason: '不属实' } },
    { type: 'SignNilReturn', data: { basisHash } },
    { type: 'WithdrawLaunch', data: { reason: '撤回' } },
  ];
  return commands[b % commands.length] as CampaignCommand;
};

const stageHash = (world: CampaignWorld): string | undefined => {
  try {
    return String(theOwed(world, 'approveStage').action.defaults['basisHash']);
  } catch {
    return undefined;
  }
};
