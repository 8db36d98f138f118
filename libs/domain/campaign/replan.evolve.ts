import type { EventData } from './campaign.events';
import { draftDating, putDating } from './dating';
import type { CampaignState } from './campaign.state';
import { ladderOf } from '../obligation/ladder';
import { obligationKinds } from '../obligation/obligation';
import { draftStage, restartChain } from './stage.evolve';

/** The windows that stages have now; the plan says the same as the stages. */
export const redate = (
  draft: CampaignState,
  { stages, calendarVersion }: EventData<'StagesRedated'>,
): void => {
  for (const { stage, to } of stages)
    Object.assign(draftStage(draft, stage), to, { calendarVersion, byHand: true });
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

/** Dates that another calendar gave; who had only the mark of a guess keeps its rungs. All windows rest on it now. */
export const recompute = (
  draft: CampaignState,
  { calendar, stages, obligations }: EventData<'DatesRecomputed'>,
): void => {
  for (const stage of draft.stages) if (stage.closed === null) stage.calendarVersion = calendar.to;
  for (const { stage, to } of stages) Object.assign(draftStage(draft, stage), to);
  const windowOf = (kind: string) => stages.find(({ stage }) => stage === kind)?.to;
  const planned = draft.plan.stages.map((stage) => ({ ...stage, ...windowOf(stage.kind) }));
  const first = planned.find(({ opens }) => opens.on === 'launch');
  const startOn = first && windowOf(first.kind) ? first.startOn : draft.plan.startOn;
  draft.plan = { ...draft.plan, startOn, calendarVersion: calendar.to, stages: planned };
  for (const { key, to, dueVersion, armedOn } of obligations) {
    const dating = draftDating(draft.dated, key);
    if (!dating) continue;
    const rungs = dueVersion === dating.dueVersion ? dating.rungs : [];
    putDating(draft.dated, { ...dating, ...to, dueVersion, armedOn, rungs, calendarVersion: calendar.to });
  }
};
