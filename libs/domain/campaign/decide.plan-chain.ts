import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';
import { clockOf } from './clock-rule';
import { permit, today, type CampaignContext } from './context';
import { planStep } from './duties';

/**
 * One step of the plan's chain, on the hash of just this plan. Where the next step would be the same person's, the chain
 * is one step shorter.
 */
export const approvePlan = (
  campaign: Campaign,
  { problemId, basisHash }: CommandData<'ApprovePlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = planTurn(campaign, problemId, basisHash, context);
  if (!turn.ok) return turn;
  const { step, allowed, problem } = turn;
  const last = nextInChain(campaign, problem, step, context) === null;
  return accept<CampaignEvent>(
    [{ type: 'PlanApproved', data: { problemId, step, last, basisHash, on: today(context) } }],
    allowed.as,
  );
};

/** The step after this one; null where none is left that another person would have to take. */
export const nextInChain = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  step: number,
  context: CampaignContext,
): number | null => {
  let next = step + 1;
  const chain = campaign.plan.planChain.length;
  // Of one person only what is their own falls together: what was entrusted shortens no chain.
  const own = { ...context, command: undefined };
  while (next < chain && permit(campaign, planStep(campaign, problem, next), own).ok) next += 1;
  return next < chain ? next : null;
};

/** 退回 names what is missing and the clock rule; of a plan in force, what was to replace it is dropped. */
export const returnPlan = (
  campaign: Campaign,
  { problemId, basisHash, missing, clock }: CommandData<'ReturnPlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = planTurn(campaign, problemId, basisHash, context);
  if (!turn.ok) return turn;
  const { problem, step } = turn;
  const granted = clockOf(campaign, problem, problem.amendment ? 'problem' : 'plan', clock, context);
  if (!granted.ok) return granted;
  return accept<CampaignEvent>(
    [
      { type: 'PlanReturned', data: { problemId, step, missing, basisHash, on: today(context) } },
      ...granted.events,
    ],
    turn.allowed.as,
  );
};

/** Whose turn the plan's chain is, and whether it is the plan that was shown. Who took part hears that it is decided. */
const planTurn = (campaign: Campaign, problemId: string, basisHash: string, context: CampaignContext) => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const plan = problem.amendment ?? problem.plan;
  const step = plan?.approvals.length ?? 0;
  const allowed = permit(campaign, planStep(campaign, problem, step), context);
  const { actor } = context;
  const mine = plan?.approvals.find(({ by }) => actor.kind === 'person' && by === actor.personId);
  if (!allowed.ok && !mine) return allowed;
  if (!plan) return refuse('PLAN_MISSING');
  const isOpen = problem.amendment !== null || problem.status === 'planSubmitted';
  if (!isOpen || !allowed.ok) {
    return refuse('ALREADY_DECIDED', { params: { on: (mine ?? plan.approvals.at(-1))?.on ?? '' } });
  }
  if (plan.hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return { ok: true as const, problem, step, allowed };
};
