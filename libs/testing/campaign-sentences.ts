/** Commands as specs say them: `judge(world, 'PassReview')`, `assign('owner', id, people.member)`. */
import type { CampaignCommand, CommandData, DutyKind } from '@rectify/domain';
import { theProblem } from './campaign-scenes';
import type { CampaignWorld } from './campaign-world';
import { newId } from './walk-campaign';

type GivenAnswer = CommandData<'AnswerCheckItems'>['answers'][number];
type Plan = CommandData<'SubmitPlan'>;

export const answering = (...answers: readonly GivenAnswer[]): CampaignCommand => ({
  type: 'AnswerCheckItems',
  data: { answers },
});

/** 有此问题 with one problem. */
export const found = (item: string, id = newId()): GivenAnswer => ({
  item,
  answer: 'problem',
  problems: [{ id, title: '问题', detail: '' }],
});

export const triage = (problemId: string, decision: 'include' | 'exclude' | 'handOver'): CampaignCommand => ({
  type: 'TriageProblem',
  data: { problemId, decision, ...(decision === 'handOver' ? {} : { reason: '经核实' }) },
});

export const measure = (more: Partial<Plan['measures'][number]> = {}): Plan['measures'][number] => ({
  id: newId(),
  text: '修订制度',
  dueOn: '2026-05-10',
  ...more,
});

export const planning = (world: CampaignWorld, more: Partial<Plan> = {}): CampaignCommand => ({
  type: 'SubmitPlan',
  data: {
    problemId: theProblem(world).id,
    rootCause: '执行不严',
    target: '按章办事',
    measures: [measure()],
    dueOn: '2026-05-20',
    ...more,
  },
});

export const claiming = (world: CampaignWorld): CampaignCommand => ({
  type: 'ClaimCompletion',
  data: { problemId: theProblem(world).id, result: '已整改' },
});

export const withdrawing = (world: CampaignWorld): CampaignCommand => ({
  type: 'WithdrawClaim',
  data: { problemId: theProblem(world).id, reason: '材料有误' },
});

const shown = (world: CampaignWorld) => ({
  problemId: theProblem(world).id,
  basisHash: theProblem(world).claim?.hash ?? '',
});

export const judge = (
  world: CampaignWorld,
  type: 'PassReview' | 'AcceptCompletion' | 'SignOffProblem',
): CampaignCommand => ({ type, data: shown(world) });

export const givingBack = (world: CampaignWorld): CampaignCommand => ({
  type: 'ReturnClaim',
  data: { ...shown(world), missing: '缺少佐证' },
});

export const assign = (duty: DutyKind, subject: string, person: string): CampaignCommand => ({
  type: 'AssignDuty',
  data: { duty, subject, person, reason: '工作需要' },
});
