import { refuse } from '../kernel/kernel';
import type { Campaign, ReadonlyProblem } from './campaign.state';

/**
 * How large a campaign grows: what an approval approves stands in its event, which the log takes up to 64 KiB, and the
 * summary names every problem and measure. A larger matter is two campaigns.
 */
export const CAMPAIGN_LIMITS = { problems: 300, measures: 900 } as const;

/** Refused where so many more reports, or parts of a split one, would be more than a campaign holds. */
export const tooManyProblems = ({ order }: Campaign, more: number, field: string) => {
  const max = CAMPAIGN_LIMITS.problems;
  return order.length + more > max ? refuse('LIMIT_REACHED', { field, params: { max } }) : null;
};

/** Refused where the measures proposed for a problem, with all others', would be more than a campaign holds. */
export const tooManyMeasures = (
  { problems }: Campaign,
  problem: ReadonlyProblem,
  proposed: number,
  field: string,
) => {
  const max = CAMPAIGN_LIMITS.measures;
  let count = proposed;
  for (const { id, plan, amendment } of Object.values(problems)) {
    if (id !== problem.id) count += Math.max(plan?.measures.length ?? 0, amendment?.measures.length ?? 0);
  }
  return count > max ? refuse('LIMIT_REACHED', { field, params: { max } }) : null;
};
