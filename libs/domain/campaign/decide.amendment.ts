import { addMonths, latestDate } from '../calendar/civil-date';
import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent, PlannedMeasure } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { owner } from './duties';
import { measuresAtFault } from './plan-at-fault';
import type { RectificationData } from './rectification.commands';

/** A measure of what is kept up is due within a year. */
const KEPT_UP_MONTHS = 12;

/**
 * The owner proposes another cause, target or other measures for a problem under way. They take effect only through the
 * plan's chain, for an immediate problem too; until then the plan in force holds. The date is not its matter: that is
 * asked for as an extension. A measure keeps its id, and a finished one all it says.
 */
export const amendPlan = (
  campaign: Campaign,
  data: RectificationData<'AmendPlan'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { problemId, reason, rootCause, target } = data;
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  const { plan, dueOn, status } = problem;
  const isUnderWay = status === 'rectifying' || status === 'sustained';
  if (!isUnderWay || !plan || dueOn === null) return refuse('NOT_RECTIFYING');
  if (problem.amendment) return refuse('AMENDMENT_PENDING', { params: { on: problem.amendment.on } });
  // What is kept up has no date by which it would be done.
  const by = status === 'sustained' ? latestDate(dueOn, addMonths(today(context), KEPT_UP_MONTHS)) : dueOn;
  const wrong = measuresAtFault(campaign, problem, { ...data, dueOn: by }, context);
  if (wrong) return wrong;
  const measures = data.measures.map(({ id, text, owner: named = null, dueOn: until }): PlannedMeasure => ({
    id,
    text,
    owner: named,
    dueOn: until,
  }));
  const changed = measures.findIndex((measure) => {
    const known = plan.measures.find(({ id }) => id === measure.id);
    return known?.finished && hashOf(measure) !== hashOf(only(known));
  });
  if (changed >= 0) return refuse('MEASURE_FINISHED', { field: `measures[${changed}]` });
  const round = problem.planRound + 1;
  const planHash = hashOf({ problemId, round, rootCause, target, measures, dueOn });
  return accept<CampaignEvent>(
    [
      {
        type: 'PlanAmended',
        data: { problemId, reason, rootCause, target, measures, planHash, on: today(context) },
      },
    ],
    allowed.as,
  );
};

const only = ({ id, text, owner: named, dueOn }: PlannedMeasure): PlannedMeasure => ({
  id,
  text,
  owner: named,
  dueOn,
});
