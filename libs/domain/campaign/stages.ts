import { latestDate } from '../calendar/civil-date';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import type { Holder } from '../obligation/obligation';
import type { StageInUse } from './campaign.events';
import { allItems, awaitingVote, type Campaign, type Stage } from './campaign.state';

type ReadonlyStage = DeepReadonly<Stage>;

export const stageOf = (campaign: Campaign, kind: StageInUse): ReadonlyStage => {
  const found = campaign.stages.find((stage) => stage.kind === kind);
  if (!found) throw new Error(`the plan has no stage ${kind}`);
  return found;
};

/** The earliest stage not yet closed; null when all are. What the campaign as a whole has been signed for ends before it. */
export const currentStage = (campaign: Campaign): ReadonlyStage | null =>
  campaign.stages.find(({ closed }) => closed === null) ?? null;

/** Whether the campaign's plan has such a stage at all. */
export const hasStage = (campaign: Campaign, kind: StageInUse): boolean =>
  campaign.stages.some((stage) => stage.kind === kind);

/** A stage as the plan has it. */
export const plannedStage = (campaign: Campaign, kind: StageInUse) =>
  campaign.plan.stages.find((stage) => stage.kind === kind);

/** The stage that this one waits for, as its plan says; where a launch left that one out, the one before it. */
export const predecessorOf = (campaign: Campaign, kind: StageInUse): ReadonlyStage | undefined => {
  const opens = plannedStage(campaign, kind)?.opens;
  if (opens === undefined || opens.on === 'launch') return undefined;
  const index = campaign.stages.findIndex((stage) => stage.kind === kind);
  return campaign.stages.find((stage) => stage.kind === opens.of) ?? campaign.stages[index - 1];
};

/**
 * The day from which a stage is open: the day the one it waits for was closed or its own start date, whichever is later;
 * null while that is not closed. A stage that opens with another, as 验收 does with 集中整改, is open from the same day.
 * Where there was no problem it opens at once. Derived: StageOpened only announces it (rulings §2).
 */
export const opensOn = (campaign: Campaign, kind: StageInUse): CivilDate | null =>
  openings(campaign.stages, [campaign.plan], () => allOpenings(campaign))[kind] ?? null;

const openings = remembering<Campaign['stages'], Partial<Record<StageInUse, CivilDate | null>>>();
const allOpenings = (campaign: Campaign) =>
  Object.fromEntries(campaign.stages.map(({ kind }) => [kind, openingOf(campaign, kind)]));

const openingOf = (campaign: Campaign, kind: StageInUse): CivilDate | null => {
  const stage = campaign.stages.find((each) => each.kind === kind);
  if (!stage) return null;
  const before = predecessorOf(campaign, kind);
  if (!before) return stage.startOn;
  if (before.closed?.how === 'noProblem') return before.closed.on;
  if (plannedStage(campaign, kind)?.opens.on === 'opened') return openingOf(campaign, before.kind);
  return before.closed && latestDate(before.closed.on, stage.startOn);
};

export const isStageOpen = (campaign: Campaign, kind: StageInUse, today: CivilDate): boolean => {
  const from = opensOn(campaign, kind);
  return from !== null && from <= today && stageOf(campaign, kind).closed === null;
};

/** Whether included problems are issued: the list is confirmed, or its stage was closed without. */
export const isListSettled = (campaign: Campaign): boolean =>
  campaign.listed !== null || stageOf(campaign, 'problemList').closed !== null;

/** Whether a vote is asked for what came to a list that was settled already. */
export const isSupplementary = (campaign: Campaign): boolean =>
  isListSettled(campaign) && awaitingVote(campaign).length > 0;

/** Every item answered for good and every report triaged: the screening can be confirmed. */
export const isScreened = (campaign: Campaign): boolean =>
  areAnswered(campaign.answers, [campaign.plan], () => isAllAnswered(campaign)) &&
  campaign.order.every((id) => campaign.problems[id]?.status !== 'reported');

const areAnswered = remembering<Campaign['answers'], boolean>();
const isAllAnswered = (campaign: Campaign): boolean =>
  allItems(campaign).every(({ code }) => {
    const answer = campaign.answers[code]?.answer;
    return answer !== undefined && answer !== 'toCheck';
  });

/** Nothing was found: a nil return is signed instead. Silence is never zero. */
export const isNilReturn = (campaign: Campaign): boolean =>
  Object.values(campaign.answers).every(({ answer }) => answer !== 'problem') && campaign.order.length === 0;

/** The step of the chain whose turn it is, counted from 0; the chain's length when all have approved. */
export const nextStep = (stage: ReadonlyStage, hash: string): number =>
  stage.approvals.filter(({ basisHash }) => basisHash === hash).length;

/** What a step of a stage's chain is owed as. */
export const stepMatter = (campaign: Campaign, stage: StageInUse, step: number) =>
  stage === 'signOff' && step === signOffStep(campaign)
    ? ({ kind: 'signOffCampaign', subject: { type: 'campaign', id: campaign.id } } as const)
    : ({ kind: 'approveStage', subject: { type: 'stage', id: `${stage}#${step}` } } as const);

/** Who approves a step of a stage's chain. */
export const stepHolder = (campaign: Campaign, kind: StageInUse, step: number): Holder => {
  const planned = plannedStage(campaign, kind);
  return { duty: null, person: null, posts: planned?.approvals[step] ?? [], not: [], apartFrom: [] };
};

export const chainLength = (campaign: Campaign, kind: StageInUse): number =>
  plannedStage(campaign, kind)?.approvals.length ?? 0;

/**
 * The step of the last chain that is the secretary's SignOffCampaign: the last that names the secretary. A supervisor's
 * step may follow it where a plan asks for one (rulings §1).
 */
export const signOffStep = (campaign: Campaign): number => {
  const chain = plannedStage(campaign, 'signOff')?.approvals ?? [];
  const named = chain.map((posts) => posts.includes('secretary')).lastIndexOf(true);
  return named < 0 ? chain.length - 1 : named;
};
