import { addDays, addMonths, latestDate } from '../calendar/civil-date';
import type { CivilDate } from '../kernel/kernel';
import type { Duration } from '../template/template.definition';
import type { SustainedRules } from './campaign.plan';
import type { Campaign, ReadonlyProblem } from './campaign.state';

/** For a plan that was made before it could say so: a first result in 60 days, then a review every quarter, at its end. */
const usual: SustainedRules = {
  firstResult: { n: 60, unit: 'calendarDay' },
  cycle: { n: 3, unit: 'month' },
  cycleEnds: 'quarterEnd',
};

export const sustainedRules = ({ plan }: Campaign): SustainedRules => plan.fixTypes.sustained ?? usual;

const QUARTER = 3;

/** The last day of the calendar quarter that a day lies in. */
const quarterEnd = (date: CivilDate): CivilDate => {
  const month = Number(date.slice(5, 7));
  const last = Math.ceil(month / QUARTER) * QUARTER;
  return addDays(addMonths(`${date.slice(0, 7)}-01`, last - month + 1), -1);
};

/**
 * The day on which the cycle ends that follows a day: of whole quarters the last day of one, always after the day itself;
 * of any other length that length. Reckoned without a calendar: the review's limit is what is rolled.
 */
export const cycleEnd = ({ cycle, cycleEnds }: SustainedRules, after: CivilDate): CivilDate => {
  if (cycle.unit !== 'month' || cycleEnds !== 'quarterEnd' || cycle.n % QUARTER !== 0)
    return plainly(after, cycle);
  return quarterEnd(addMonths(addDays(after, 1), cycle.n - QUARTER));
};

/** Of working days five make a week. */
const plainly = (from: CivilDate, { n, unit }: Duration): CivilDate => {
  if (unit === 'month') return addMonths(from, n);
  return addDays(from, unit === 'calendarDay' ? n : Math.ceil((n * 7) / 5));
};

/**
 * The cycle that is to be reviewed next, counted from 1 over the problem's whole life, and the day on which it ends. One
 * that was cut short by an ending keeps its number: what a reopening begins is another, with a date of its own.
 */
export const nextReview = (
  campaign: Campaign,
  { sustained, reviews, reopenings }: Pick<ReadonlyProblem, 'sustained' | 'reviews' | 'reopenings'>,
): { readonly cycle: number; readonly on: CivilDate } | null => {
  if (!sustained) return null;
  const last = reviews.at(-1)?.on ?? sustained.since;
  const after = latestDate(last, sustained.since);
  return { cycle: reviews.length + reopenings.length + 1, on: cycleEnd(sustainedRules(campaign), after) };
};
