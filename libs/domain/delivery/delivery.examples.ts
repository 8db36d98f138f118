/** For specs: the working calendar of 2025 and 2026 as it ships, and a few notices. */
import { calendarDecider } from '../calendar/calendar.decider';
import { shippedCalendarYears } from '../calendar/shipped-years';
import type { Calendar } from '../calendar/working-calendar';
import { fold } from '../kernel/kernel';
import { alice } from '../directory/directory.examples';
import type { PendingNotice } from './compose-mails';

export const shippedCalendar: Calendar = fold(
  calendarDecider,
  shippedCalendarYears().map((file, index) => ({
    event: { type: 'CalendarYearImported' as const, data: file },
    version: index + 1,
    at: '2025-01-01T00:00:00.000Z',
    actor: { kind: 'system' as const },
  })),
);

/** A notice that fell due on a day and was recorded then, a quarter of a minute before its window. */
export const notice = (
  rung: string,
  on: string,
  id = `${on}/${rung}`,
  personId = alice,
  recordedAt = `${on}T00:29:45.000Z`,
): PendingNotice => ({ rungId: id, personId, rung, on, recordedAt });
