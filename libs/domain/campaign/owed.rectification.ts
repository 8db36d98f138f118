import type { Campaign, ReadonlyProblem } from './campaign.state';
import * as duties from './duties';
import { act, owe, type Owed } from './owe';
import { nextReview } from './sustained';

/** The decision on an extension, step by step as the plan's chain goes. */
export const owedForExtension = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId, extension, extensionRound: round } = problem;
  if (!extension) return [];
  const last = extension.approvals.at(-1);
  const step = extension.approvals.length;
  const decision = { problemId, basisHash: extension.hash };
  return [
    owe(
      campaign,
      'decideExtension',
      { type: 'problem', id: `${problemId}#${step}`, problemId },
      {
        round,
        holder: duties.planStep(campaign, problem, step),
        action: act('GrantExtension', { ...decision, dueOn: last?.dueOn ?? extension.dueOn }),
        alternatives: [act('RefuseExtension', decision)],
      },
    ),
  ];
};

/** The decision on a plan, or on the one that is to replace it. */
export const owedForPlan = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId, planRound: round } = problem;
  const plan = problem.amendment ?? problem.plan;
  const step = plan?.approvals.length ?? 0;
  const defaults = { problemId, basisHash: plan?.hash ?? '' };
  return [
    owe(
      campaign,
      'decidePlan',
      { type: 'problem', id: `${problemId}#${step}`, problemId },
      {
        round,
        holder: duties.planStep(campaign, problem, step),
        action: act('ApprovePlan', defaults),
        alternatives: [act('ReturnPlan', defaults)],
      },
    ),
  ];
};

/** One review a cycle, from the day on which it ends; missed, it climbs the ladder of work. */
export const owedForReview = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId } = problem;
  const next = nextReview(campaign, problem);
  if (!next) return [];
  return [
    owe(
      campaign,
      'reviewSustained',
      { type: 'problem', id: problemId, problemId },
      {
        round: next.cycle,
        holder: duties.reviewer(campaign, problem),
        from: next.on,
        action: act('RecordReview', { problemId, cycle: next.cycle }),
      },
    ),
  ];
};
