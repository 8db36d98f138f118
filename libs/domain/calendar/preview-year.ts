import type { OrganisationContext } from '../directory/context';
import { copyOf, fold, type Refusal } from '../kernel/kernel';
import { calendarDecider } from './calendar.decider';
import type { Calendar, CalendarState } from './calendar.state';
import type { CalendarYearSource } from './read-calendar-year';

/**
 * The calendar as it would be with this year, decided and folded on a copy; the very same where it has the year already.
 * Answers the refusal where the import would be refused.
 */
export const calendarWith = (
  calendar: Calendar,
  data: CalendarYearSource,
  context: OrganisationContext,
): { readonly ok: true; readonly calendar: Calendar } | { readonly ok: false; readonly refusal: Refusal } => {
  const decision = calendarDecider.decide(calendar, { type: 'ImportCalendarYear', data }, context);
  if (!decision.ok) return decision;
  if (decision.events.length === 0) return { ok: true, calendar };
  const recorded = { version: calendar.version + 1, at: context.now, actor: { kind: 'system' } } as const;
  const entries = decision.events.map((event) => ({ event, ...recorded }));
  return { ok: true, calendar: fold(calendarDecider, entries, copyOf<CalendarState>(calendar)) };
};
