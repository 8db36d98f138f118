import type { CivilDate } from '../kernel/kernel';
import type { StageInUse } from './campaign.events';
import {
  inOrder,
  isLive,
  liveProblems,
  type Campaign,
  type ProblemStatus,
  type ReadonlyProblem,
} from './campaign.state';

/** The four numbers of the result sentence, each with the rows that prove it (rulings §2). */
export interface Summary {
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  readonly closed: readonly string[];
  readonly sustained: readonly string[];
}

/** From the approval of the plan on: a plan that waits for it or was returned has no measures in force. */
const inForce: readonly ProblemStatus[] = [
  'rectifying',
  'claimed',
  'reviewed',
  'accepted',
  'noticed',
  'sustained',
  'closed',
];

/** Whether the plan of a problem in this state is in force. */
export const isInForce = (status: ProblemStatus): boolean => inForce.includes(status);

/** Problems: included and not terminated. Measures: in force. Closed: now, on time or late. Ids, so that each can be opened. */
export const summary = (campaign: Campaign): Summary => {
  const problems = liveProblems(campaign);
  return {
    problems: problems.map(({ id }) => id),
    measures: problems.flatMap(({ plan, status }) =>
      plan && isInForce(status) ? plan.measures.map(({ id }) => id) : [],
    ),
    closed: problems.filter(({ status }) => status === 'closed').map(({ id }) => id),
    sustained: problems.filter(({ status }) => status === 'sustained').map(({ id }) => id),
  };
};

/** The sizes of a summary's lists, without the lists. `closedLate` is part of `closed`. */
export interface SummaryCounts {
  readonly problems: number;
  readonly measures: number;
  readonly closed: number;
  readonly closedLate: number;
  /** Verdicts of the look-back, and those of a relapse: facts, whatever became of their problems. */
  readonly judged: number;
  readonly relapsed: number;
}

const isRelapse = ({ verdict }: ReadonlyProblem['verdicts'][number]): boolean => verdict === 'relapsed';

/** Asked for with every command, for the board. */
export const summaryCounts = (campaign: Campaign): SummaryCounts => {
  let [problems, measures, closed, closedLate, judged, relapsed] = [0, 0, 0, 0, 0, 0];
  for (const problem of inOrder(campaign)) {
    judged += problem.verdicts.length;
    if (problem.verdicts.length > 0) relapsed += problem.verdicts.filter(isRelapse).length;
    if (!isLive(problem)) continue;
    problems += 1;
    if (problem.plan && isInForce(problem.status)) measures += problem.plan.measures.length;
    if (problem.status !== 'closed') continue;
    closed += 1;
    if (problem.closed?.late) closedLate += 1;
  }
  return { problems, measures, closed, closedLate, judged, relapsed };
};

/** Stages that were closed against their rule, with the reason: a summary never hides them (domain.md §4.7). */
export interface ForcedStage {
  readonly stage: StageInUse;
  readonly on: CivilDate;
  readonly reason: string;
}

export const forcedStages = ({ stages }: Pick<Campaign, 'stages'>): readonly ForcedStage[] =>
  stages.flatMap(({ kind, closed }) =>
    closed?.how === 'forced' ? [{ stage: kind, on: closed.on, reason: closed.reason ?? '' }] : [],
  );
