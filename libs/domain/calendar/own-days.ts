/** A unit's own days off and working days: they hold for it and for the units below. */
import { authorityOver } from '../directory/authority';
import type { OrganisationContext } from '../directory/context';
import { unitOf } from '../directory/directory-view';
import { isLine } from '../directory/plain-text';
import type { CivilDate, Decision, DeepReadonly, Refusal, UnitId } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { CALENDAR_LIMITS } from './calendar-year';
import type { OverrideCalendarDays, WithdrawCalendarOverride } from './calendar.commands';
import type { OwnDay, OwnDayEvent } from './calendar.events';
import type { CalendarState } from './calendar.state';
import { addDays, civilDateOf, isCivilDate } from './civil-date';
import { ownDaysOf } from './unit-calendar';

/** `atOnce` of one command, `inForce` of a unit from today on, `ever` of a unit over all time, `ahead` in days. */
export const OWN_DAY_LIMITS = { atOnce: 31, inForce: 60, ever: 1_000, ahead: 731, reason: 500 } as const;

type State = DeepReadonly<CalendarState>;

/** Today's and later days only: by the days behind us dates have run. What says what holds already changes nothing. */
export const overrideCalendarDays = (
  state: State,
  { unitId, days, reason }: OverrideCalendarDays['data'],
  context: OrganisationContext,
): Decision<OwnDayEvent> => {
  const { may, as } = authorityOver(context.directory, context.actor, unitId);
  if (!may) return refuse('NOT_YOURS');
  if (!unitOf(context.directory, unitId)) return refuse('UNIT_UNKNOWN', { field: 'unitId' });
  const on = civilDateOf(context.now);
  const fault = faultOfDays(days, on) ?? faultOfReason(reason);
  if (fault) return { ok: false, refusal: fault };
  const own = ownDaysOf(state, unitId);
  const holds = ({ date, works, name }: OwnDay): boolean =>
    own.some((each) => each.date === date && each.works === works && each.name === name);
  const changed = days.filter((day) => !holds(day)).map(({ date, works, name }) => ({ date, works, name }));
  if (changed.length === 0) return accept<OwnDayEvent>([], as);
  const ahead = own.filter(({ date }) => date >= on && changed.every((day) => day.date !== date));
  const { inForce, ever } = OWN_DAY_LIMITS;
  if (ahead.length + changed.length > inForce)
    return refuse('LIMIT_REACHED', { field: 'days', params: { max: inForce } });
  if ((state.overrides[unitId]?.length ?? 0) + changed.length > ever)
    return refuse('LIMIT_REACHED', { field: 'days', params: { max: ever } });
  return accept<OwnDayEvent>(
    [{ type: 'CalendarDaysOverridden', data: { unitId, days: changed, reason, on } }],
    as,
  );
};

/** The notice, or the unit above, has the word again. */
export const withdrawCalendarOverride = (
  state: State,
  { unitId, dates, reason }: WithdrawCalendarOverride['data'],
  context: OrganisationContext,
): Decision<OwnDayEvent> => {
  const { may, as } = authorityOver(context.directory, context.actor, unitId);
  if (!may) return refuse('NOT_YOURS');
  if (!unitOf(context.directory, unitId)) return refuse('UNIT_UNKNOWN', { field: 'unitId' });
  const on = civilDateOf(context.now);
  const fault = faultOfDates(state, unitId, dates, on) ?? faultOfReason(reason);
  if (fault) return { ok: false, refusal: fault };
  return accept<OwnDayEvent>(
    [{ type: 'CalendarOverrideWithdrawn', data: { unitId, dates: [...dates], reason, on } }],
    as,
  );
};

const faultOfReason = (reason: string): Refusal | null =>
  isLine(reason, OWN_DAY_LIMITS.reason)
    ? null
    : { code: 'TEXT_NOT_ACCEPTED', field: 'reason', params: { max: OWN_DAY_LIMITS.reason } };

const faultOfCount = (count: number, field: string): Refusal | null =>
  count >= 1 && count <= OWN_DAY_LIMITS.atOnce ? null : { code: 'INVALID', field };

const faultOfDays = (days: readonly OwnDay[], on: CivilDate): Refusal | null => {
  const fault = faultOfCount(days.length, 'days');
  if (fault) return fault;
  const last = addDays(on, OWN_DAY_LIMITS.ahead);
  for (const [index, { date, name }] of days.entries()) {
    const field = `days[${index}].date`;
    if (!isCivilDate(date)) return { code: 'INVALID', field };
    if (date < on) return { code: 'DATE_IN_PAST', field, params: { today: on } };
    if (date > last) return { code: 'OUT_OF_BOUNDS', field, params: { min: on, max: last } };
    if (days.findIndex((day) => day.date === date) !== index)
      return { code: 'CALENDAR_OVERLAP', field, params: { date } };
    if (!isLine(name, CALENDAR_LIMITS.name))
      return {
        code: 'TEXT_NOT_ACCEPTED',
        field: `days[${index}].name`,
        params: { max: CALENDAR_LIMITS.name },
      };
  }
  return null;
};

const faultOfDates = (
  state: State,
  unitId: UnitId,
  dates: readonly CivilDate[],
  on: CivilDate,
): Refusal | null => {
  const fault = faultOfCount(dates.length, 'dates');
  if (fault) return fault;
  const own = ownDaysOf(state, unitId);
  for (const [index, date] of dates.entries()) {
    const field = `dates[${index}]`;
    if (!isCivilDate(date)) return { code: 'INVALID', field };
    if (dates.indexOf(date) !== index) return { code: 'CALENDAR_OVERLAP', field, params: { date } };
    if (date < on) return { code: 'DATE_IN_PAST', field, params: { today: on } };
    if (!own.some((each) => each.date === date)) return { code: 'OWN_DAY_UNKNOWN', field, params: { date } };
  }
  return null;
};
