import { latestDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { refuse, type Refusal } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { today, type CampaignContext } from './context';
import { movedMeasures } from './moved-measures';
import type { ClockRule } from './rectification.commands';
import { rulesOf } from './rectification.state';

type Granted =
  | { readonly ok: true; readonly events: readonly CampaignEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What a return's clock rule adds to it: nothing where the clock goes on, which is the usual; else the granted days as a
 * new date. Of a returned plan they count from the return; of a problem from its date, or from the return where that has
 * passed. Refused: a length that the plan does not offer.
 */
export const clockOf = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  of: 'plan' | 'problem',
  clock: ClockRule | undefined,
  context: CampaignContext,
): Granted => {
  if (clock === undefined || clock === 'goesOn') return { ok: true, events: [] };
  const { grantDays: days, unit } = clock;
  const offered = rulesOf(campaign).grantable.some((each) => each.n === days && each.unit === unit);
  if (!offered) return refuse('CLOCK_NOT_OFFERED', { field: 'clock' });
  const on = today(context);
  const from = of === 'problem' && problem.dueOn !== null ? latestDate(on, problem.dueOn) : on;
  const dueOn = addDuration(context.calendar, from, { n: days, unit }, campaign.plan.handlingRoll).date;
  const measures = of === 'problem' ? movedMeasures(problem, dueOn) : [];
  const data = { problemId: problem.id, of, days, unit, dueOn, measures, on };
  return { ok: true, events: [{ type: 'DaysGranted', data }] };
};
