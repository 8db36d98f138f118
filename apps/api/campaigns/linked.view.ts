import type { CampaignView } from '@rectify/contracts';
import { openLink, problemOf, type Campaign, type Link } from '@rectify/domain';
import type { DeepReadonly } from '@rectify/domain';
import type { Seen } from '../access/campaign-access';

/** What is linked, apart from the own problems; of a campaign that the reader may not see just the code. */
export const linkedView = (
  { links }: Pick<Campaign, 'links'>,
  seen: Readonly<Record<string, Seen>>,
): CampaignView['linked'] =>
  links.map((link) => ({
    item: link.item,
    code: link.code,
    problem: seenProblem(link, seen[link.campaignId]),
  }));

const seenProblem = (
  link: DeepReadonly<Link>,
  seen: Seen | undefined,
): CampaignView['linked'][number]['problem'] => {
  if (seen?.access !== 'records') return null;
  const { campaign } = seen.standing;
  const problem = problemOf(campaign, link.problemId);
  if (!problem) return null;
  const { id, title, status, dueOn, closed } = problem;
  const isOpen = openLink({ links: [link] }, { [campaign.id]: campaign }) !== null;
  const { plan, code } = campaign;
  return {
    ...{ id, title, status, dueOn, closedOn: closed?.on ?? null, isOpen },
    campaign: { id: campaign.id, code, title: plan.title, titleEn: plan.titleEn },
  };
};
