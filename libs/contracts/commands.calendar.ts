import { CALENDAR_LIMITS, CALENDAR_YEARS, type CalendarCommand } from '@rectify/domain';
import { z } from 'zod';
import { civilDate, line } from './primitives';

/** The bodies of the calendar's commands: one official year as its notice has it. */
export const calendarCommands = {
  ImportCalendarYear: z.strictObject({
    year: z.int().min(CALENDAR_YEARS.from).max(CALENDAR_YEARS.to),
    status: z.literal('official'),
    notice: line(CALENDAR_LIMITS.notice),
    off: z
      .array(z.strictObject({ name: line(CALENDAR_LIMITS.name), from: civilDate, to: civilDate }))
      .min(1)
      .max(CALENDAR_LIMITS.holidays),
    makeupWorkdays: z.array(civilDate).max(CALENDAR_LIMITS.makeupWorkdays),
  }),
} satisfies { readonly [Type in CalendarCommand['type']]: z.ZodType<CalendarCommand['data']> };
