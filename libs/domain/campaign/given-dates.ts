import type { CivilDate, Id } from '../kernel/kernel';
import type { Problem } from './campaign.state';
import type { GivenDate } from './rectification.state';

/** Gives the problem, or one measure of its plan in force, a day, and notes it. */
export const giveDate = (
  at: Problem,
  measureId: Id | null,
  dueOn: CivilDate,
  why: GivenDate['why'],
  on: CivilDate,
): void => {
  if (measureId === null) at.dueOn = dueOn;
  const measure = at.plan?.measures.find(({ id }) => id === measureId);
  if (measure) Object.assign(measure, { dueOn });
  at.dates.push({ measureId, dueOn, why, on });
};

/** A plan in force gives its measures their days; those that keep theirs are noted once. */
export const giveMeasuresDates = (at: Problem, on: CivilDate): void => {
  for (const { id, dueOn } of at.plan?.measures ?? []) {
    const [known] = at.dates.filter(({ measureId }) => measureId === id).slice(-1);
    if (known?.dueOn !== dueOn) giveDate(at, id, dueOn, 'planned', on);
  }
};
