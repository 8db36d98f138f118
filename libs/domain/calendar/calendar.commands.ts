import type { CivilDate, Message, UnitId } from '../kernel/kernel';
import type { OwnDay } from './calendar.events';
import type { CalendarYearSource } from './read-calendar-year';

/** Brings one official year, in either format; a year that is there already gets a new version, the identical one changes nothing. */
export type ImportCalendarYear = Message<'ImportCalendarYear', CalendarYearSource>;
/** A unit's own days off and working days, which hold for it and for the units below. */
export type OverrideCalendarDays = Message<
  'OverrideCalendarDays',
  { readonly unitId: UnitId; readonly days: readonly OwnDay[]; readonly reason: string }
>;
export type WithdrawCalendarOverride = Message<
  'WithdrawCalendarOverride',
  { readonly unitId: UnitId; readonly dates: readonly CivilDate[]; readonly reason: string }
>;
/** When messages leave on a working day, for the whole installation; local times, `HH:00` or `HH:30`. */
export type SetSendWindow = Message<'SetSendWindow', { readonly from: string; readonly to: string }>;
export type CalendarCommand =
  ImportCalendarYear | OverrideCalendarDays | WithdrawCalendarOverride | SetSendWindow;
