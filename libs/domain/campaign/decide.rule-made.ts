import { isCivilDate } from '../calendar/civil-date';
import { accept, refuse, type Decision } from '../kernel/kernel';
import { ACTIVITY_LIMITS } from '../template/activity.kinds';
import type { CampaignEvent } from './campaign.events';
import type { CommandData } from './campaign.commands';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { owner, secretary } from './duties';

/** 建章立制: a rule made, with its number, which means one rule for ever. The secretary, or the owner of its problem. */
export const registerRuleMade = (
  campaign: Campaign,
  { number, title, effectiveOn, problemId }: CommandData<'RegisterRuleMade'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemId === undefined ? undefined : problemOf(campaign, problemId);
  const bySecretary = permit(campaign, secretary(), context);
  const allowed =
    bySecretary.ok || !problem ? bySecretary : permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problemId !== undefined && !problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  if (problem && problem.number === null) return refuse('NOT_INCLUDED', { field: 'problemId' });
  if (campaign.rulesMade.some((rule) => rule.number === number))
    return refuse('ALREADY_EXISTS', { field: 'number', params: { code: number } });
  if (!isCivilDate(effectiveOn)) return refuse('INVALID', { field: 'effectiveOn' });
  const max = ACTIVITY_LIMITS.rulesMade;
  if (campaign.rulesMade.length >= max) return refuse('LIMIT_REACHED', { field: 'number', params: { max } });
  const data = { number, title, effectiveOn, problemId: problemId ?? null, on: today(context) };
  return accept<CampaignEvent>([{ type: 'RuleMadeRegistered', data }], allowed.as);
};

/** Withdrawn or superseded: a fact with its reason. The number stays taken. */
export const retireRuleMade = (
  campaign: Campaign,
  { number, reason }: CommandData<'RetireRuleMade'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const rule = campaign.rulesMade.find((each) => each.number === number);
  if (!rule) return refuse('RULE_MADE_UNKNOWN', { field: 'number' });
  if (rule.retired) return refuse('ALREADY_DECIDED', { params: { on: rule.retired.on } });
  return accept<CampaignEvent>(
    [{ type: 'RuleMadeRetired', data: { number, reason, on: today(context) } }],
    allowed.as,
  );
};
