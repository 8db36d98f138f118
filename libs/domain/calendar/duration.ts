/** Lengths of time as a plan writes them (domain.md §6): a number, a unit and, where asked, a roll rule. */
export type DurationUnit = 'calendarDay' | 'workingDay' | 'month';

export interface Duration {
  readonly n: number;
  readonly unit: DurationUnit;
}

/**
 * What becomes of a last day that is a day off: `none` it stays, `next` the working day on or after it, `earlier` the
 * working day on or before it, `nthAfterHoliday` the nth working day after the days off it lies in (so from 2 on, a day off may land behind the working day that follows it).
 */
export type Roll = 'none' | 'next' | 'earlier' | { readonly nthAfterHoliday: number };

/** About ten years in days: no plan needs more, and nobody may make the calendar walk further. */
export const MAX_DURATION: Record<DurationUnit, number> = {
  calendarDay: 3_660,
  workingDay: 2_480,
  month: 120,
};
export const MAX_NTH_AFTER_HOLIDAY = 30;

/** Whether a duration has a known unit and a whole number from 0 (the starting day itself) to MAX_DURATION. */
export const isDuration = (value: unknown): value is Duration => {
  if (typeof value !== 'object' || value === null) return false;
  const { n, unit } = value as Partial<Duration>;
  if (typeof unit !== 'string' || !Object.hasOwn(MAX_DURATION, unit)) return false;
  return Number.isInteger(n) && (n as number) >= 0 && (n as number) <= MAX_DURATION[unit];
};

export const isRoll = (value: unknown): value is Roll => {
  if (value === 'none' || value === 'next' || value === 'earlier') return true;
  if (typeof value !== 'object' || value === null) return false;
  const nth = (value as { nthAfterHoliday?: unknown }).nthAfterHoliday;
  return typeof nth === 'number' && Number.isInteger(nth) && nth >= 1 && nth <= MAX_NTH_AFTER_HOLIDAY;
};
