import { isCivilDate } from '../calendar/civil-date';
import { isActive } from '../directory/directory-view';
import { refuse, type CivilDate } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import { tooManyMeasures } from './campaign.limits';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { today, type CampaignContext } from './context';
import { earliestDueOn, latestDueOn } from './due-on';
import { isId, isIdTaken } from './ids';

type Plan = CommandData<'SubmitPlan'>;

/** The first fault of a proposed plan; null where it can be submitted. */
export const planAtFault = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  plan: Plan,
  context: CampaignContext,
) => dateAtFault(campaign, problem, plan.dueOn, context) ?? measuresAtFault(campaign, problem, plan, context);

const dateAtFault = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  dueOn: CivilDate,
  context: CampaignContext,
) => {
  if (!isCivilDate(dueOn)) return refuse('INVALID', { field: 'dueOn' });
  if (problem.fixType === 'immediate') {
    if (dueOn === problem.dueOn) return null;
    return refuse('DUE_FIXED_BY_ISSUE', { field: 'dueOn', params: { dueOn: problem.dueOn ?? '' } });
  }
  const start = earliestDueOn(campaign, problem, today(context));
  if (dueOn < start) return refuse('DUE_BEFORE_START', { field: 'dueOn', params: { start } });
  const latest = latestDueOn(campaign, problem, context.calendar);
  return dueOn > latest ? refuse('DUE_TOO_LATE', { field: 'dueOn', params: { latest } }) : null;
};

/** Every measure lies between the issue and the problem's date, under an id of its own. */
export const measuresAtFault = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  { dueOn, measures }: Pick<Plan, 'dueOn' | 'measures'>,
  context: CampaignContext,
) => {
  if (measures.length === 0) return refuse('MEASURE_REQUIRED', { field: 'measures' });
  const start = problem.issuedOn ?? campaign.plan.startOn;
  const ids = new Set<string>();
  for (const [index, measure] of measures.entries()) {
    const field = (name: string) => `measures[${index}].${name}`;
    if (!isId(measure.id)) return refuse('INVALID', { field: field('id') });
    if (ids.has(measure.id) || (isIdTaken(campaign, measure.id) && !stays(problem, measure.id)))
      return refuse('ALREADY_EXISTS', { field: field('id') });
    ids.add(measure.id);
    if (!isCivilDate(measure.dueOn)) return refuse('INVALID', { field: field('dueOn') });
    if (measure.dueOn < start)
      return refuse('DUE_BEFORE_START', { field: field('dueOn'), params: { start } });
    if (measure.dueOn > dueOn)
      return refuse('MEASURE_AFTER_PROBLEM', { field: field('dueOn'), params: { dueOn } });
    if (measure.owner !== undefined && !isActive(context.directory, measure.owner)) {
      return refuse('PERSON_UNKNOWN', { field: field('owner') });
    }
  }
  return tooManyMeasures(campaign, problem, measures.length, 'measures');
};

/** A measure of the plan in force stays under its id when the plan is amended. */
const stays = ({ status, plan }: ReadonlyProblem, measureId: string): boolean =>
  (status === 'rectifying' || status === 'sustained') &&
  (plan?.measures.some(({ id }) => id === measureId) ?? false);
