import type { PersonId } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import type { CampaignContext } from './context';
import { owner } from './duties';

/**
 * Whether somebody would set a date of their own work: who owns a problem, or ever worked on it, has the plan's usual length
 * where others may choose, however high their post.
 */
export const isOwnDate = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  by: PersonId,
  { directory }: CampaignContext,
): boolean => {
  if (problem.doers.includes(by)) return true;
  const { how, people } = resolveHolder(owner(campaign, problem), directory, campaign.unitId);
  return how === 'holder' && people.some(({ personId }) => personId === by);
};
