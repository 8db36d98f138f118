import { eachDay } from './civil-date';
import type { CivilDate, DeepReadonly, Recorded, UnitId } from '../kernel/kernel';
import type { CalendarEvent, CalendarYearFile, OwnDay } from './calendar.events';

/** A year as one file has it, with the same days once more by date. */
export interface CalendarYear {
  /** The calendar's version that the file made. */
  version: number;
  file: CalendarYearFile;
  /** Name of the holiday by date. */
  off: Record<CivilDate, string>;
  makeup: Record<CivilDate, true>;
}

/** A unit's own day, from one version of the calendar until another. */
export interface KeptDay extends OwnDay {
  from: number;
  until: number | null;
}

export interface CalendarState {
  /** The stream's version: a reckoned date names it, so that it can be told later what has moved it. */
  version: number;
  years: Record<string, CalendarYear>;
  /** Files that a later one of their year replaced: what was reckoned by them is known. */
  replaced: CalendarYear[];
  /** Every own day that a unit ever had; a unit that once had one keeps its list. */
  overrides: Record<UnitId, KeptDay[]>;
  /** Of a unit's view (`calendarFor`): the units that may say otherwise, the nearest first; in the log's own state none. */
  units: UnitId[];
  /** The days on which they do, by date. */
  own: Record<CivilDate, { works: boolean; name: string }>;
  /** When messages leave; left out: the usual hours (`sending-hours.ts`). */
  sendWindow?: { from: string; to: string };
}

/** What everybody else reads. */
export type Calendar = DeepReadonly<CalendarState>;

export const initialState = (): CalendarState => ({
  version: 0,
  years: {},
  replaced: [],
  overrides: {},
  units: [],
  own: {},
});

export const evolve = (draft: CalendarState, event: CalendarEvent, { version }: Recorded): void => {
  draft.version = version;
  switch (event.type) {
    case 'CalendarYearImported': {
      const year = String(event.data.year);
      const before = draft.years[year];
      if (before) draft.replaced.push(before);
      draft.years[year] = yearOfFile(event.data, version);
      return;
    }
    case 'CalendarDaysOverridden': {
      const { unitId, days } = event.data;
      const kept = endOf(
        draft,
        unitId,
        days.map(({ date }) => date),
        version,
      );
      kept.push(...days.map((day) => ({ ...day, from: version, until: null })));
      return;
    }
    case 'CalendarOverrideWithdrawn':
      endOf(draft, event.data.unitId, event.data.dates, version);
      return;
    case 'SendWindowSet':
      draft.sendWindow = { from: event.data.from, to: event.data.to };
      return;
  }
};

/** What the unit said of these days holds no more. */
const endOf = (
  draft: CalendarState,
  unitId: UnitId,
  dates: readonly CivilDate[],
  version: number,
): KeptDay[] => {
  const kept = (draft.overrides[unitId] ??= []);
  for (const day of kept) if (day.until === null && dates.includes(day.date)) day.until = version;
  return kept;
};

const yearOfFile = (file: CalendarYearFile, version: number): CalendarYear => {
  const year: CalendarYear = { version, file, off: {}, makeup: {} };
  for (const { name, from, to } of file.off) for (const date of eachDay(from, to)) year.off[date] = name;
  for (const date of file.makeupWorkdays) year.makeup[date] = true;
  return year;
};
