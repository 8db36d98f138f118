/** Commands about one problem under way, as specs say them. */
import type {
  CampaignCommand,
  ClockRule,
  CommandData,
  Obligation,
  RectificationData,
  TemplateDefinition,
} from '@rectify/domain';
import { commandOf, theOwed, theProblem } from './campaign-scenes';
import { launched, type CampaignWorld } from './campaign-world';
import { templateState } from './organisation';

/** Launched from the shipped template with some of its rules written otherwise. */
export const launchedWith = (
  change: (definition: TemplateDefinition) => TemplateDefinition,
): CampaignWorld => {
  const template = templateState();
  if (!template.latest) throw new Error('no template');
  return launched({ template: { ...template, latest: change(template.latest) } });
};

/** The same with some of its rules of rectification written otherwise. */
export const withRules = (rules: Partial<NonNullable<TemplateDefinition['rectification']>>): CampaignWorld =>
  launchedWith((definition) => {
    const { rectification } = definition;
    if (!rectification) throw new Error('the shipped template has no rules of rectification');
    return { ...definition, rectification: { ...rectification, ...rules } };
  });

export const askingFor = (
  world: CampaignWorld,
  dueOn: string,
  more: Partial<RectificationData<'RequestExtension'>> = {},
): CampaignCommand => ({
  type: 'RequestExtension',
  data: { problemId: theProblem(world).id, reason: '需要上级审批', progress: '已完成初稿', dueOn, ...more },
});

/** The decision on what is asked for, as it is offered. */
export const granting = (
  world: CampaignWorld,
  more: Partial<CommandData<'GrantExtension'>> = {},
): CampaignCommand => commandOf(theOwed(world, 'decideExtension'), more);

export const refusing = (world: CampaignWorld): CampaignCommand =>
  commandOf(theOwed(world, 'decideExtension'), { reason: '理由不充分' }, 'RefuseExtension');

/** The alternative of what is owed, with what is missing and the clock rule. */
export const returning = (
  world: CampaignWorld,
  kind: Obligation['kind'],
  command: 'ReturnPlan' | 'ReturnClaim',
  clock?: ClockRule,
): CampaignCommand => {
  const back = commandOf(theOwed(world, kind), { missing: '缺少佐证' }, command);
  return { ...back, data: { ...back.data, ...(clock === undefined ? {} : { clock }) } } as CampaignCommand;
};

export const amending = (
  world: CampaignWorld,
  measures: RectificationData<'AmendPlan'>['measures'],
): CampaignCommand => ({
  type: 'AmendPlan',
  data: {
    problemId: theProblem(world).id,
    reason: '措施不够具体',
    rootCause: '责任不清',
    target: '责任到人',
    measures,
  },
});

/** The first problem's claim as it was shown, with whatever else a command takes. */
const shown = (world: CampaignWorld) => ({
  problemId: theProblem(world).id,
  basisHash: theProblem(world).claim?.hash ?? '',
});

export const checking = (world: CampaignWorld): CampaignCommand => ({
  type: 'RecordCheck',
  data: { ...shown(world), found: '现场与申请一致' },
});

export const posting = (
  world: CampaignWorld,
  days: { readonly from?: string; readonly to?: string } = {},
): CampaignCommand => ({ type: 'PostPublicNotice', data: { ...shown(world), ...days } });

export const objecting = (
  world: CampaignWorld,
  outcome: 'unfounded' | 'upheld',
  count = 1,
): CampaignCommand => ({
  type: 'RecordObjection',
  data: { problemId: theProblem(world).id, count, outcome },
});

export const reopening = (world: CampaignWorld, dueOn?: string): CampaignCommand => ({
  type: 'ReopenProblem',
  data: { problemId: theProblem(world).id, reason: '问题反弹', ...(dueOn === undefined ? {} : { dueOn }) },
});

export const terminating = (world: CampaignWorld): CampaignCommand => ({
  type: 'TerminateProblem',
  data: { problemId: theProblem(world).id, reason: '责任主体已撤销' },
});

export const reviewing = (world: CampaignWorld, cycle = 1): CampaignCommand => ({
  type: 'RecordReview',
  data: { problemId: theProblem(world).id, cycle, looked: '抽查会议记录', evidence: '支部工作手册' },
});

export const endingSustained = (world: CampaignWorld): CampaignCommand => ({
  type: 'EndSustained',
  data: { problemId: theProblem(world).id, reason: '已成常态' },
});
