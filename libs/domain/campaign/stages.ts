import { latestDate } from '../calendar/civil-date';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import type { Holder } from '../obligation/obligation';
import type { StageInUse } from './campaign.events';
import { allItems, includedProblems, type Campaign, type Stage } from './campaign.state';

type ReadonlyStage = DeepReadonly<Stage>;

export const stageOf = (campaign: Campaign, kind: StageInUse): ReadonlyStage => {
  const found = campaign.stages.find((stage) => stage.kind === kind);
  if (!found) throw new Error(`the plan has no stage ${kind}`);
  return found;
};

/** The earliest stage not yet closed; null when all are. What the campaign as a whole has been signed for ends before it. */
export const currentStage = (campaign: Campaign): ReadonlyStage | null =>
  campaign.stages.find(({ closed }) => closed === null) ?? null;

/**
 * The day from which a stage is open: the day its predecessor was closed or its own start date, whichever is later;
 * null while the predecessor is not closed. `signOff` opens with `deadlines`, for acceptance rolls problem by problem.
 * Where there was no problem it opens at once. Derived: StageOpened only announces it (rulings §2).
 */
export const opensOn = (campaign: Campaign, kind: StageInUse): CivilDate | null => {
  const index = campaign.stages.findIndex((stage) => stage.kind === kind);
  const stage = campaign.stages[index];
  if (!stage) return null;
  if (index === 0) return stage.startOn;
  const previous = campaign.stages[index - 1];
  if (previous?.closed?.how === 'noProblem') return previous.closed.on;
  if (kind === 'signOff') return opensOn(campaign, 'deadlines');
  if (!previous?.closed) return null;
  return latestDate(previous.closed.on, stage.startOn);
};

export const isStageOpen = (campaign: Campaign, kind: StageInUse, today: CivilDate): boolean => {
  const from = opensOn(campaign, kind);
  return from !== null && from <= today && stageOf(campaign, kind).closed === null;
};

/** The exit rule of a stage, without its approvals: what must be so before the chain may sign. */
export const isExitMet = (campaign: Campaign, kind: StageInUse): boolean => {
  const problems = includedProblems(campaign);
  switch (kind) {
    case 'screening':
      return isScreened(campaign) && campaign.screening !== null;
    case 'problemList':
      return campaign.listed !== null && problems.every(({ fixType }) => fixType !== null);
    case 'measures':
      return problems.every(
        ({ status, dueOn }) =>
          dueOn !== null && !['issued', 'acknowledged', 'planSubmitted'].includes(status),
      );
    case 'deadlines':
      return problems.every(({ status }) => ['claimed', 'reviewed', 'accepted', 'closed'].includes(status));
    case 'signOff':
      return (
        stageOf(campaign, 'deadlines').closed !== null && problems.every(({ status }) => status === 'closed')
      );
  }
};

/** Every item answered for good and every report triaged: the screening can be confirmed. */
export const isScreened = (campaign: Campaign): boolean =>
  allItems(campaign).every(({ code }) => {
    const answer = campaign.answers[code]?.answer;
    return answer !== undefined && answer !== 'toCheck';
  }) && campaign.order.every((id) => campaign.problems[id]?.status !== 'reported');

/** Nothing was found: a nil return is signed instead. Silence is never zero. */
export const isNilReturn = (campaign: Campaign): boolean =>
  Object.values(campaign.answers).every(({ answer }) => answer !== 'problem') && campaign.order.length === 0;

/** The step of the chain whose turn it is, counted from 0; the chain's length when all have approved. */
export const nextStep = (stage: ReadonlyStage, hash: string): number =>
  stage.approvals.filter(({ basisHash }) => basisHash === hash).length;

/** Who approves a step of a stage's chain. */
export const stepHolder = (campaign: Campaign, kind: StageInUse, step: number): Holder => {
  const planned = campaign.plan.stages.find((stage) => stage.kind === kind);
  return { duty: null, person: null, posts: planned?.approvals[step] ?? [], not: [], apartFrom: [] };
};

export const chainLength = (campaign: Campaign, kind: StageInUse): number =>
  campaign.plan.stages.find((stage) => stage.kind === kind)?.approvals.length ?? 0;
