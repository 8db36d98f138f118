/** Views of the calendar: a unit's, with its own days, and either as an earlier version had it. Nothing is written for them. */
import { ancestors } from '../directory/directory-view';
import type { Directory } from '../directory/directory.state';
import type { UnitId } from '../kernel/kernel';
import type { Calendar, CalendarYear, KeptDay } from './calendar.state';

/**
 * The calendar by which a unit's campaigns are reckoned: the units' own days before the notice's, the nearest unit's
 * before those of the units above. Where none of them ever had one it is the calendar itself; else the very same view
 * again, for whoever remembers by it.
 */
export const calendarFor = (calendar: Calendar, directory: Directory, unitId: UnitId): Calendar => {
  const said = calendar.overrides;
  if (isEmpty(said)) return calendar;
  const units = [unitId, ...ancestors(directory, unitId)].filter((unit) => Object.hasOwn(said, unit));
  if (units.length === 0) return calendar;
  return viewed(calendar, `for ${units.join(' ')}`, () => withOwnDays(calendar, units, calendar.version));
};

/** The calendar, or a unit's view of it, as it stood at one of its versions. */
export const calendarAt = (calendar: Calendar, version: number): Calendar =>
  version >= calendar.version
    ? calendar
    : viewed(calendar, `at ${version}`, () => {
        const { years, replaced } = calendar;
        const known = [...replaced, ...Object.values(years)].filter((year) => year.version <= version);
        known.sort((a, b) => a.version - b.version);
        const then: Record<string, Calendar['years'][string]> = {};
        for (const year of known) then[String(year.file.year)] = year;
        return withOwnDays({ ...calendar, years: then, version }, calendar.units, version);
      });

/** The days that a unit itself has in force. */
export const ownDaysOf = ({ overrides }: Calendar, unitId: UnitId): readonly Readonly<KeptDay>[] =>
  (Object.hasOwn(overrides, unitId) ? (overrides[unitId] ?? []) : []).filter(({ until }) => until === null);

/** What of the calendar changed after one of its versions: files of years, and units' own days. */
export const changesSince = (
  { years, overrides, units }: Calendar,
  version: number,
): { readonly years: readonly Readonly<CalendarYear['file']>[]; readonly units: readonly UnitId[] } => ({
  years: Object.values(years)
    .filter((year) => year.version > version)
    .map(({ file }) => file),
  units: units.filter((unit) =>
    overrides[unit]?.some(({ from, until }) => from > version || (until ?? 0) > version),
  ),
});

const isEmpty = (record: object): boolean => {
  for (const _ in record) return false;
  return true;
};

const withOwnDays = (calendar: Calendar, units: readonly UnitId[], version: number): Calendar => {
  const own: Record<string, { works: boolean; name: string }> = {};
  for (const unit of [...units].reverse())
    for (const { date, works, name, from, until } of calendar.overrides[unit] ?? [])
      if (from <= version && (until === null || until > version)) own[date] = { works, name };
  return Object.freeze({ ...calendar, units: Object.freeze([...units]), own: Object.freeze(own) });
};

/** A view is made once for a calendar that nobody can change. */
const viewed = (calendar: Calendar, name: string, make: () => Calendar): Calendar => {
  if (!Object.isFrozen(calendar)) return make();
  const known = views.get(calendar) ?? new Map<string, Calendar>();
  views.set(calendar, known);
  const view = known.get(name) ?? make();
  known.set(name, view);
  return view;
};
const views = new WeakMap<Calendar, Map<string, Calendar>>();
