import {
  CALENDAR_LIMITS,
  CALENDAR_YEARS,
  MOST_DAYS,
  MOST_PAPERS,
  OWN_DAY_LIMITS,
  type CalendarCommand,
} from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { civilDate, line, uuid } from './primitives';

const year = z.int().min(CALENDAR_YEARS.from).max(CALENDAR_YEARS.to);
const name = line(CALENDAR_LIMITS.name);

/** One official year as its notice has it. */
const ownFormat = z.strictObject({
  year,
  status: z.literal('official'),
  notice: line(CALENDAR_LIMITS.notice),
  source: line(LIMITS.text.source).optional(),
  off: z
    .array(z.strictObject({ name, from: civilDate, to: civilDate }))
    .min(1)
    .max(CALENDAR_LIMITS.holidays),
  makeupWorkdays: z.array(civilDate).max(CALENDAR_LIMITS.makeupWorkdays),
});

/** The same as the public holiday-cn data has it: a file of theirs is a body. */
const holidayCn = z.strictObject({
  $schema: line(LIMITS.text.source).optional(),
  $id: line(LIMITS.text.source).optional(),
  year,
  papers: z.array(line(CALENDAR_LIMITS.notice)).min(1).max(MOST_PAPERS),
  days: z
    .array(z.strictObject({ name, date: civilDate, isOffDay: z.boolean() }))
    .min(1)
    .max(MOST_DAYS),
});

const reason = line(OWN_DAY_LIMITS.reason);
const { atOnce } = OWN_DAY_LIMITS;
/** A local time of day, `HH:00` or `HH:30`. */
const halfHour = z.string().regex(/^([01]\d|2[0-3]):[03]0$/);

/** The bodies of the calendar's commands. */
export const calendarCommands = {
  ImportCalendarYear: z.union([ownFormat, holidayCn]),
  OverrideCalendarDays: z.strictObject({
    unitId: uuid,
    days: z
      .array(z.strictObject({ date: civilDate, works: z.boolean(), name }))
      .min(1)
      .max(atOnce),
    reason,
  }),
  WithdrawCalendarOverride: z.strictObject({
    unitId: uuid,
    dates: z.array(civilDate).min(1).max(atOnce),
    reason,
  }),
  SetSendWindow: z.strictObject({ from: halfHour, to: halfHour }),
} satisfies { readonly [Type in CalendarCommand['type']]: z.ZodType<CalendarCommand['data']> };
