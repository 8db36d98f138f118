import { addDays, addMonths, earliestDate, latestDate } from '../calendar/civil-date';
import { addDuration, type Calendar } from '../calendar/working-calendar';
import type { CivilDate } from '../kernel/kernel';
import type { Duration } from '../template/template.definition';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { stageOf } from './stages';
import { sustainedRules } from './sustained';

/**
 * The date proposed for a time-limited problem: the default length from its issue, not after the stage of rectification.
 * What is to be kept up gets that of its first result, whatever the stage; it lasts beyond it anyhow. Where that stage had ended before the issue only the length holds, so that a late campaign can still be planned.
 */
export const proposedDueOn = (campaign: Campaign, problem: ReadonlyProblem): CivilDate => {
  const issued = issuedOn(campaign, problem);
  if (problem.fixType === 'sustained') return roughly(issued, sustainedRules(campaign).firstResult);
  const day = roughly(issued, campaign.plan.fixTypes.timeLimited.default);
  const end = stageOf(campaign, 'deadlines').endOn;
  return end < issued ? day : earliestDate(day, end);
};

/** The latest date a time-limited problem may have: the longest its fix type allows, not after the stage. */
export const latestDueOn = (campaign: Campaign, problem: ReadonlyProblem, calendar: Calendar): CivilDate => {
  const { max } = campaign.plan.fixTypes.timeLimited;
  const longest = addDuration(calendar, issuedOn(campaign, problem), max, 'none').date;
  if (problem.fixType === 'sustained') return longest;
  return latestDate(
    earliestDate(longest, stageOf(campaign, 'deadlines').endOn),
    proposedDueOn(campaign, problem),
  );
};

/** The earliest a plan may name: today, or what was proposed where that has passed while nobody planned. */
export const earliestDueOn = (campaign: Campaign, problem: ReadonlyProblem, today: CivilDate): CivilDate =>
  earliestDate(today, proposedDueOn(campaign, problem));

const issuedOn = (campaign: Campaign, { issuedOn: on }: ReadonlyProblem): CivilDate =>
  on ?? campaign.launchedOn;

/** A proposal rests on no calendar: of working days five make a week. */
const roughly = (from: CivilDate, { n, unit }: Duration): CivilDate => {
  if (unit === 'month') return addMonths(from, n);
  return addDays(from, unit === 'calendarDay' ? n : Math.ceil((n * 7) / 5));
};
