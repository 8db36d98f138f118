/** Events of `calendar/<region>`: a storage contract, never renamed or repurposed. */
import type { CivilDate, Message, UnitId } from '../kernel/kernel';

/** Days off in a row, both ends included. */
export interface DaysOff {
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** One year of the official notice: what an import brings and what the log keeps. */
export interface CalendarYearFile {
  readonly year: number;
  readonly status: 'official';
  /** The number or name of the notice. */
  readonly notice: string;
  readonly off: readonly DaysOff[];
  /** Weekend days that are worked to make up for days off. */
  readonly makeupWorkdays: readonly CivilDate[];
}

/** A day that a unit, and with it the units below, works or does not, whatever the notice says. */
export interface OwnDay {
  readonly date: CivilDate;
  readonly works: boolean;
  readonly name: string;
}

export type CalendarYearImported = Message<'CalendarYearImported', CalendarYearFile>;
export type OwnDayEvent =
  | Message<
      'CalendarDaysOverridden',
      {
        readonly unitId: UnitId;
        readonly days: readonly OwnDay[];
        readonly reason: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'CalendarOverrideWithdrawn',
      {
        readonly unitId: UnitId;
        readonly dates: readonly CivilDate[];
        readonly reason: string;
        readonly on: CivilDate;
      }
    >;
/** Local times of day, `HH:MM`. */
export type SendWindowSet = Message<'SendWindowSet', { readonly from: string; readonly to: string }>;
export type CalendarEvent = CalendarYearImported | OwnDayEvent | SendWindowSet;
