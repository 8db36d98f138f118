import { z } from 'zod';
import { civilDate, uuid } from './primitives';

const named = { name: z.string() };

/** The days by which dates are reckoned: the official years, and what the caller's units and those above said otherwise. */
export const officialCalendar = z
  .strictObject({
    version: z.int(),
    /** A year that is not among them is provisional: Monday to Friday are taken as worked. */
    years: z.array(
      z.strictObject({
        year: z.int(),
        notice: z.string(),
        off: z.array(z.strictObject({ ...named, from: civilDate, to: civilDate })),
        makeupWorkdays: z.array(civilDate),
      }),
    ),
    /** In force, by date. */
    ownDays: z.array(
      z.strictObject({ unitId: uuid, unitName: z.string(), date: civilDate, works: z.boolean(), ...named }),
    ),
    /** The local hours of a working day within which messages leave; `set`: not the usual ones. */
    sendWindow: z.strictObject({ from: z.string(), to: z.string(), set: z.boolean() }),
  })
  .meta({ id: 'OfficialCalendar' });
export type OfficialCalendarView = z.infer<typeof officialCalendar>;
