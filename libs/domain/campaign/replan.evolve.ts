import type { EventData } from './campaign.events';
import type { CampaignState } from './campaign.state';
import { ladderOf } from '../obligation/ladder';
import { obligationKinds } from '../obligation/obligation';
import { draftStage, restartChain } from './stage.evolve';

/** The windows that stages have now; the plan says the same as the stages. */
export const redate = (
  draft: CampaignState,
  { stages, calendarVersion }: EventData<'StagesRedated'>,
): void => {
  for (const { stage, to } of stages) Object.assign(draftStage(draft, stage), to);
  const windowOf = (kind: string) => stages.find(({ stage }) => stage === kind)?.to;
  draft.plan = {
    ...draft.plan,
    calendarVersion,
    stages: draft.plan.stages.map((stage) => ({ ...stage, ...windowOf(stage.kind) })),
  };
};

/** The plan's new chains, limits and ladders. Kinds of obligations whose terms changed are dated anew as they settle. */
export const replan = (
  draft: CampaignState,
  { chains, limits, ladders }: EventData<'CampaignReplanned'>,
): void => {
  const chainOf = (kind: string) => chains.find(({ stage }) => stage === kind)?.to;
  const before = draft.plan;
  draft.plan = {
    ...before,
    stages: before.stages.map((stage) => ({ ...stage, approvals: chainOf(stage.kind) ?? stage.approvals })),
    handlingLimits: {
      ...before.handlingLimits,
      ...Object.fromEntries(limits.map(({ kind, to }) => [kind, to])),
    },
    ladders: { ...before.ladders, ...Object.fromEntries(ladders.map(({ ladder, to }) => [ladder, to])) },
  };
  for (const { stage, restarted } of chains) if (restarted) restartChain(draftStage(draft, stage));
  for (const kind of obligationKinds) {
    const isNew =
      limits.some((each) => each.kind === kind) ||
      ladderOf(before.ladders, kind) !== ladderOf(draft.plan.ladders, kind);
    if (isNew) draft.replanned[kind] = (draft.replanned[kind] ?? 0) + 1;
  }
};
