import { eachDay } from './civil-date';
import type { CivilDate, DeepReadonly, Recorded } from '../kernel/kernel';
import type { CalendarEvent, CalendarYearFile } from './calendar.events';

/** A year as its latest file has it, with the same days once more by date. */
export interface CalendarYear {
  file: CalendarYearFile;
  /** Name of the holiday by date. */
  off: Record<CivilDate, string>;
  makeup: Record<CivilDate, true>;
}

export interface CalendarState {
  /** The stream's version at the latest import: a reckoned date names it, so that an import can explain what it moved. */
  version: number;
  years: Record<string, CalendarYear>;
}

/** What everybody else reads. */
export type Calendar = DeepReadonly<CalendarState>;

export const initialState = (): CalendarState => ({ version: 0, years: {} });

export const evolve = (draft: CalendarState, event: CalendarEvent, recorded: Recorded): void => {
  switch (event.type) {
    case 'CalendarYearImported':
      draft.version = recorded.version;
      draft.years[String(event.data.year)] = yearOfFile(event.data);
      return;
  }
};

const yearOfFile = (file: CalendarYearFile): CalendarYear => {
  const year: CalendarYear = { file, off: {}, makeup: {} };
  for (const { name, from, to } of file.off) for (const date of eachDay(from, to)) year.off[date] = name;
  for (const date of file.makeupWorkdays) year.makeup[date] = true;
  return year;
};
