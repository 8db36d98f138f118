import { accept, refuse, type Decision } from '../kernel/kernel';
import type { Holder } from '../obligation/obligation';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';
import { closingHolder } from './closing-steps';
import { permitAny, today, type CampaignContext } from './context';
import { acceptor, owner, planStep } from './duties';
import type { WithdrawableStep } from './latest-step';
import type { RectificationData } from './rectification.commands';

/** 撤回: whoever took the latest step about a problem takes it back with a reason, until anybody has acted on it. */
export const withdrawStep = (
  campaign: Campaign,
  { problemId, reason }: RectificationData<'WithdrawStep'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const { latest } = problem;
  const holders = latest ? holdersOf(campaign, problem, latest) : everyHolder(campaign, problem);
  const allowed = permitAny(campaign, holders, context);
  if (!allowed.ok) return allowed;
  if (!latest) return refuse('NOTHING_TO_WITHDRAW');
  // Two may hold what the step needed; it is only its own author's to take back.
  if (latest.by !== allowed.by) return refuse('NOT_YOURS');
  const again = dueAgain(problem, latest);
  // Nobody becomes late because somebody else takes back a day that was relied on.
  if (again !== null && again < today(context))
    return refuse('EARLIER_DUE_OVER', { params: { dueOn: again } });
  return accept<CampaignEvent>(
    [{ type: 'StepWithdrawn', data: { problemId, of: latest.of, reason, on: today(context) } }],
    allowed.as,
  );
};

/** The day that would be due again, where the step gave another one. */
const dueAgain = ({ dueOn }: ReadonlyProblem, { before }: NonNullable<ReadonlyProblem['latest']>) =>
  before.dueOn === dueOn ? null : before.dueOn;

type Step = { readonly of: WithdrawableStep; readonly step: number };

/** Whose such a step is: who no longer may take it may not take it back either. */
const holdersOf = (campaign: Campaign, problem: ReadonlyProblem, { of, step }: Step): readonly Holder[] => {
  switch (of) {
    case 'PlanSubmitted':
    case 'PlanAmended':
    case 'ExtensionRequested':
      return [owner(campaign, problem)];
    case 'PlanApproved':
    case 'PlanReturned':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      return [planStep(campaign, problem, step)];
    case 'CompletionAccepted':
      return [acceptor(campaign, problem)];
    case 'ClaimReturned':
      return Object.values(closingHolder).map((holder) => holder(campaign, problem));
  }
};

const everyHolder = (campaign: Campaign, problem: ReadonlyProblem): readonly Holder[] => [
  owner(campaign, problem),
  ...campaign.plan.planChain.map((_, step) => planStep(campaign, problem, step)),
  ...Object.values(closingHolder).map((holder) => holder(campaign, problem)),
];
