import { isCivilDate, type CivilDate } from '@rectify/domain';
import { useSearch } from '@tanstack/react-router';

/** Of which day a page is shown; absent: of now. It stands in the address, so that a link shows the same. */
export interface AsOfSearch {
  readonly asOf?: CivilDate | undefined;
  /** Beside it, what has changed since. */
  readonly compare?: 1 | undefined;
}

export const asOfSearch = (search: Readonly<Record<string, unknown>>): AsOfSearch => {
  const { asOf, compare } = search;
  if (typeof asOf !== 'string' || !isCivilDate(asOf)) return {};
  return { asOf, ...(String(compare) === '1' ? { compare: 1 } : {}) };
};

/** What a link keeps on its way from one page of a day to the next. */
export const keptOnTheWay = ['asOf'] as const;

export const useAsOf = (): CivilDate | undefined => asOfSearch(useSearch({ strict: false })).asOf;
export const useIsCompared = (): boolean => asOfSearch(useSearch({ strict: false })).compare === 1;

/** A day that is over, or today: `7.31` typed in July before that day means last year's. */
export const pastDay = (day: CivilDate, today: CivilDate): CivilDate | null => {
  if (day <= today) return day;
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isCivilDate(before) && before <= today ? before : null;
};
