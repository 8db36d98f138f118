/** Events of `calendar/<region>`: a storage contract, never renamed or repurposed. */
import type { CivilDate, Message } from '../kernel/kernel';

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

export type CalendarYearImported = Message<'CalendarYearImported', CalendarYearFile>;
export type CalendarEvent = CalendarYearImported;
