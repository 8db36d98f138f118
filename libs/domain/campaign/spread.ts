import { eachDay } from '../calendar/civil-date';
import { isWorkingDay, type Calendar } from '../calendar/working-calendar';
import type { CivilDate } from '../kernel/kernel';
import type { PlannedAspect, PlannedStage } from './campaign.plan';

/** So many parts of the screening a day are few enough, where there are days for it. */
const A_DAY = 3;

/** Of a stage's working days one in so many may be taken: nobody loses more of the time to answer. */
const TAKEN = 3;

/**
 * By which day each aspect is answered where the answers are spread: the working days right before the stage's end, in
 * the aspects' order, so that its last day is left to those who confirm and approve. None where there is no day to take,
 * or where the year has no official notice and nobody knows yet which days are worked.
 */
export const spreadOver = (
  aspects: readonly Pick<PlannedAspect, 'code' | 'items'>[],
  { startOn, endOn, provisional }: Pick<PlannedStage, 'startOn' | 'endOn' | 'provisional'>,
  calendar: Calendar,
): ReadonlyMap<string, CivilDate> => {
  const parts = aspects.flatMap(({ code, items }) =>
    [...new Set(items.map(({ clue }) => clue))].map(() => code),
  );
  const worked = provisional ? [] : eachDay(startOn, endOn).filter((day) => isWorkingDay(calendar, day));
  const wanted = Math.min(Math.ceil(parts.length / A_DAY), Math.floor(worked.length / TAKEN));
  const before = worked.filter((day) => day > startOn && day < endOn);
  const days = wanted === 0 ? [] : before.slice(-wanted);
  return new Map(
    aspects.flatMap(({ code }) => {
      const day = days[Math.floor((parts.indexOf(code) * days.length) / parts.length)];
      return day === undefined || !parts.includes(code) ? [] : [[code, day] as const];
    }),
  );
};
