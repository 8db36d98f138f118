import { z } from 'zod';
import { waitsFor } from './obligation';
import { civilDate, listOf, uuid } from './primitives';
import { calendarDate } from './problem';

/** One line of the 整改行事历, with everybody whom it waits for and every date it ever had. */
const row = z
  .strictObject({
    kind: z.enum(['measure', 'problem', 'review']),
    problem: z.strictObject({ id: uuid, code: z.string().nullable(), title: z.string() }),
    measure: z.strictObject({ id: uuid, text: z.string() }).nullable(),
    owner: waitsFor,
    dueOn: civilDate,
    /** 暂按周一至周五推算: the date rests on a year without an official notice. */
    provisional: z.boolean(),
    overdue: z.boolean(),
    /** Null while it is owed. */
    doneOn: civilDate.nullable(),
    /** Done after its day. */
    late: z.boolean(),
    /** Every date it ever had and why, the present one last; none for a review, whose day its cycle sets. */
    dates: z.array(calendarDate),
  })
  .meta({ id: 'CalendarRow' });

/** The 整改行事历 by date: whole for who reads the records, else the problems in which the caller has something to do. */
export const campaignCalendar = z
  .strictObject({ ...listOf(row).shape, asOf: civilDate.nullable() })
  .meta({ id: 'CampaignCalendar' });
export type CampaignCalendarView = z.infer<typeof campaignCalendar>;
