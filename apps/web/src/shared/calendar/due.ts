import type { CivilDate } from '@rectify/domain';
import type { CampaignCalendar } from '../api/types';

/** What is due on one day, and of which campaign. */
export type DueRow = CampaignCalendar['items'][number];

/** What is still open comes first: the eye lands on it, and a cell has no room for all. */
const openFirst = (rows: readonly DueRow[]): readonly DueRow[] => [
  ...rows.filter(({ doneOn }) => doneOn === null),
  ...rows.filter(({ doneOn }) => doneOn !== null),
];

export const byDay = (rows: readonly DueRow[]): ReadonlyMap<CivilDate, readonly DueRow[]> => {
  const days = new Map<CivilDate, DueRow[]>();
  for (const row of openFirst(rows)) {
    const known = days.get(row.dueOn);
    if (known) known.push(row);
    else days.set(row.dueOn, [row]);
  }
  return days;
};

/** A cell holds so many; the rest is a number that leads to the list. */
export const MOST_IN_CELL = 3;

export interface CalendarSearch {
  readonly month?: string | undefined;
  readonly view?: 'list' | undefined;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export const calendarSearch = ({ month, view }: Readonly<Record<string, unknown>>): CalendarSearch => ({
  ...(typeof month === 'string' && MONTH.test(month) ? { month } : {}),
  ...(view === 'list' ? { view } : {}),
});
