import { ADMINISTRATOR, type CalendarObligationKind, type Obligation } from '../obligation/obligation';
import type { Calendar } from './calendar.state';

type Owed = Obligation<CalendarObligationKind>;

/**
 * What the calendar makes owed: in December the next year's file, by the administrators, where nobody is one by the root
 * unit's secretary. The year is the first behind the latest official one, so it waits from the import of the one
 * before, and its own import discharges it. Before the first year there is nothing to follow.
 */
export const calendarObligations = ({ years }: Pick<Calendar, 'years'>): readonly Owed[] => {
  const known = Object.keys(years).map(Number);
  return known.length === 0 ? [] : [yearOwed(Math.max(...known) + 1)];
};

const yearOwed = (year: number): Owed => ({
  key: `importCalendarYear:${year}:0`,
  kind: 'importCalendarYear',
  holder: { duty: null, person: null, posts: ['secretary'], office: ADMINISTRATOR, not: [], apartFrom: [] },
  subject: { type: 'year', id: String(year) },
  dueOn: `${year - 1}-12-31`,
  dueVersion: 1,
  since: `${year - 1}-12-01`,
  armedOn: `${year - 1}-12-01`,
  provisional: false,
  action: { command: 'ImportCalendarYear', defaults: { year } },
  alternatives: [],
});
