import { useQuery } from '@tanstack/react-query';
import type { CivilDate, Id } from '@rectify/domain';
import { queries } from '../api/queries';
import type { Campaign, Problem } from '../api/types';
import { useAsOf } from '../as-of/as-of';

export interface ProblemInCampaign {
  readonly campaign: Campaign;
  readonly problem: Problem;
  readonly itemText: string | undefined;
}

/** A problem with what its campaign says about it; undefined while either is being read. */
export const useProblem = (campaignId: Id, problemId: Id | null): ProblemInCampaign | undefined => {
  const asOf = useAsOf();
  const campaign = useQuery(queries.campaign(campaignId, asOf)).data;
  const problem = useQuery(queries.problems(campaignId, asOf)).data?.find(({ id }) => id === problemId);
  if (!campaign || !problem) return undefined;
  const aspect = campaign.aspects.find(({ code }) => code === problem.aspect.code);
  return { campaign, problem, itemText: aspect?.items.find(({ code }) => code === problem.item)?.text };
};

/** The deadline in force; before the plan is approved the one that it proposes, as its submission recorded it. */
export const useDeadline = ({ id, campaignId, dueOn, plan }: Problem): CivilDate | null => {
  const asOf = useAsOf();
  const isProposed = dueOn === null && plan !== null;
  const record =
    useQuery({ ...queries.problemTimeline(campaignId, id, asOf), enabled: isProposed }).data ?? [];
  const proposed = record.find(({ type }) => type === 'PlanSubmitted')?.subject['dueOn'];
  return dueOn ?? (isProposed && typeof proposed === 'string' ? proposed : null);
};
