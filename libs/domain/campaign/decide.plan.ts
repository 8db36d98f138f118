import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent, PlannedMeasure } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { owner } from './duties';
import { planAtFault } from './plan-at-fault';

/** 签收: once, at issue, before the plan. */
export const acknowledgeProblem = (
  campaign: Campaign,
  { problemId }: CommandData<'AcknowledgeProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.fixType === null) return refuse('NOT_ISSUED');
  if (problem.status !== 'issued') return refuse('ALREADY_DECIDED');
  return accept<CampaignEvent>(
    [{ type: 'ProblemAcknowledged', data: { problemId, on: today(context) } }],
    allowed.as,
  );
};

/** The owner proposes cause, target, measures and date; for an immediate problem it takes effect at once. */
export const submitPlan = (
  campaign: Campaign,
  data: CommandData<'SubmitPlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, data.problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status === 'issued') return refuse('NOT_ACKNOWLEDGED');
  if (problem.fixType === null) return refuse('NOT_ISSUED');
  if (problem.status !== 'acknowledged') return refuse('ALREADY_DECIDED');
  const wrong = planAtFault(campaign, problem, data, context);
  if (wrong) return wrong;
  const { problemId, rootCause, target, dueOn } = data;
  const measures = data.measures.map(({ id, text, owner: named = null, dueOn: by }): PlannedMeasure => ({
    id,
    text,
    owner: named,
    dueOn: by,
  }));
  const planHash = hashOf({ problemId, round: problem.planRound, rootCause, target, measures, dueOn });
  return accept<CampaignEvent>(
    [
      {
        type: 'PlanSubmitted',
        data: { problemId, rootCause, target, measures, dueOn, planHash, on: today(context) },
      },
    ],
    allowed.as,
  );
};
