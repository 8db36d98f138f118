import { isCivilDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { isActive } from '../directory/directory-view';
import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignCommand, CommandData } from './campaign.commands';
import type { CampaignEvent, PlannedMeasure } from './campaign.events';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { measureOwner, owner, planStep } from './duties';
import { stageOf } from './stages';

/** 签收: once, at issue, before the plan. */
export const acknowledgeProblem = (
  campaign: Campaign,
  { problemId }: CommandData<'AcknowledgeProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = campaign.problems[problemId];
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.fixType === null) return refuse('NOT_ISSUED');
  if (problem.status !== 'issued') return refuse('ALREADY_DECIDED');
  return accept<CampaignEvent>(
    [{ type: 'ProblemAcknowledged', data: { problemId, on: today(context) } }],
    allowed.as,
  );
};

/** The owner proposes cause, target, measures and date; for an immediate problem it takes effect at once. */
export const submitPlan = (
  campaign: Campaign,
  data: CommandData<'SubmitPlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = campaign.problems[data.problemId];
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status === 'issued') return refuse('NOT_ACKNOWLEDGED');
  if (problem.fixType === null) return refuse('NOT_ISSUED');
  if (problem.status !== 'acknowledged') return refuse('ALREADY_DECIDED');
  const wrong = planAtFault(campaign, problem, data, context);
  if (wrong) return wrong;
  const { problemId, rootCause, target, dueOn } = data;
  const measures: PlannedMeasure[] = data.measures.map((measure) => ({
    ...measure,
    owner: measure.owner ?? null,
  }));
  const planHash = hashOf({ problemId, round: problem.planRound, rootCause, target, measures, dueOn });
  return accept<CampaignEvent>(
    [
      {
        type: 'PlanSubmitted',
        data: { problemId, rootCause, target, measures, dueOn, planHash, on: today(context) },
      },
    ],
    allowed.as,
  );
};

const planAtFault = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  data: CommandData<'SubmitPlan'>,
  context: CampaignContext,
) => {
  const { dueOn } = data;
  const start = problem.issuedOn ?? campaign.plan.startOn;
  if (!isCivilDate(dueOn)) return refuse('INVALID', { field: 'dueOn' });
  if (dueOn < today(context))
    return refuse('DUE_BEFORE_START', { field: 'dueOn', params: { start: today(context) } });
  if (problem.fixType === 'immediate' && dueOn !== problem.dueOn) {
    return refuse('DUE_FIXED_BY_ISSUE', { field: 'dueOn', params: { dueOn: problem.dueOn ?? '' } });
  }
  if (problem.fixType === 'timeLimited') {
    const longest = addDuration(context.calendar, start, campaign.plan.fixTypes.timeLimited.max, 'none').date;
    const end = stageOf(campaign, 'deadlines').endOn;
    const latest = longest < end ? longest : end;
    if (dueOn > latest) return refuse('DUE_TOO_LATE', { field: 'dueOn', params: { latest } });
  }
  return measuresAtFault(campaign, start, data, context);
};

/** Every measure lies between the issue and the problem's date, under an id of its own. */
const measuresAtFault = (
  campaign: Campaign,
  start: string,
  { dueOn, measures }: CommandData<'SubmitPlan'>,
  context: CampaignContext,
) => {
  if (measures.length === 0) return refuse('MEASURE_REQUIRED', { field: 'measures' });
  const used = new Set(
    Object.values(campaign.problems).flatMap(({ plan }) => plan?.measures.map(({ id }) => id) ?? []),
  );
  for (const [index, measure] of measures.entries()) {
    const field = (name: string) => `measures[${index}].${name}`;
    if (used.has(measure.id)) return refuse('ALREADY_EXISTS', { field: field('id') });
    used.add(measure.id);
    if (!isCivilDate(measure.dueOn)) return refuse('INVALID', { field: field('dueOn') });
    if (measure.dueOn < start)
      return refuse('DUE_BEFORE_START', { field: field('dueOn'), params: { start } });
    if (measure.dueOn > dueOn)
      return refuse('MEASURE_AFTER_PROBLEM', { field: field('dueOn'), params: { dueOn } });
    if (measure.owner !== undefined && !isActive(context.directory, measure.owner)) {
      return refuse('PERSON_UNKNOWN', { field: field('owner') });
    }
  }
  return null;
};

/**
 * One step of the plan's chain, on the hash of just this plan. Where the next step would be the same person's, the chain
 * is one step shorter.
 */
export const approvePlan = (
  campaign: Campaign,
  { problemId, basisHash }: CommandData<'ApprovePlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = planTurn(campaign, problemId, basisHash, context);
  if (!turn.ok) return turn;
  const { step, allowed } = turn;
  let next = step + 1;
  const chain = campaign.plan.planChain.length;
  while (next < chain && permit(campaign, planStep(campaign, turn.problem, next), context).ok) next += 1;
  return accept<CampaignEvent>(
    [{ type: 'PlanApproved', data: { problemId, step, last: next >= chain, basisHash, on: today(context) } }],
    allowed.as,
  );
};

export const returnPlan = (
  campaign: Campaign,
  { problemId, basisHash, missing }: CommandData<'ReturnPlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = planTurn(campaign, problemId, basisHash, context);
  if (!turn.ok) return turn;
  return accept<CampaignEvent>(
    [{ type: 'PlanReturned', data: { problemId, step: turn.step, missing, basisHash, on: today(context) } }],
    turn.allowed.as,
  );
};

/** Whose turn the plan's chain is, and whether it is the plan that was shown. */
const planTurn = (campaign: Campaign, problemId: string, basisHash: string, context: CampaignContext) => {
  const problem = campaign.problems[problemId];
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const step = problem.plan?.approvals.length ?? 0;
  const allowed = permit(campaign, planStep(campaign, problem, step), context);
  if (!problem.plan || problem.status !== 'planSubmitted') {
    return allowed.ok ? refuse(problem.plan ? 'ALREADY_DECIDED' : 'PLAN_MISSING') : allowed;
  }
  if (
    problem.plan.approvals.some(({ by }) => context.actor.kind === 'person' && by === context.actor.personId)
  ) {
    return refuse('ALREADY_DECIDED', { params: { on: problem.plan.approvals.at(-1)?.on ?? '' } });
  }
  if (!allowed.ok) return allowed;
  if (problem.plan.hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return { ok: true as const, problem, step, allowed };
};

/** Progress and the end of one measure, by its owner. */
export const workOnMeasure = (
  campaign: Campaign,
  { type, data }: Extract<CampaignCommand, { type: 'ReportProgress' | 'FinishMeasure' }>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { problemId, measureId } = data;
  const problem = campaign.problems[problemId];
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const measure = problem.plan?.measures.find(({ id }) => id === measureId);
  if (!measure) return refuse('MEASURE_UNKNOWN', { field: 'measureId' });
  const allowed = permit(campaign, measureOwner(campaign, problem, measure.owner), context);
  if (!allowed.ok) return allowed;
  if (measure.finished) return refuse('ALREADY_DECIDED', { params: { on: measure.finished.on } });
  if (problem.status !== 'rectifying') return refuse('PLAN_NOT_APPROVED');
  const on = today(context);
  return accept<CampaignEvent>(
    type === 'FinishMeasure'
      ? [{ type: 'MeasureFinished', data: { problemId, measureId, result: data.result, on } }]
      : [{ type: 'ProgressReported', data: { problemId, measureId, text: data.text, on } }],
    allowed.as,
  );
};
