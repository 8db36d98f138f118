import { addDays, daysBetween } from '../calendar/civil-date';
import type { CivilDate } from '../kernel/kernel';
import type { ReadonlyProblem } from './campaign.state';
import type { MovedMeasure } from './rectification.events';

/** Where a problem's date moves, its open measures move by as many days; what is finished keeps its own. */
export const movedMeasures = (
  { dueOn: from, plan }: ReadonlyProblem,
  dueOn: CivilDate,
): readonly MovedMeasure[] => {
  const days = from === null ? 0 : daysBetween(from, dueOn);
  return (plan?.measures ?? [])
    .filter(({ finished }) => finished === null)
    .map((measure) => ({ measureId: measure.id, dueOn: addDays(measure.dueOn, days) }));
};
