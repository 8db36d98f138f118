import { isActingAdministrator } from '../directory/administrator';
import { anyAuthority } from '../directory/authority';
import type { OrganisationContext } from '../directory/context';
import type { Decider, Decision, DeepReadonly } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import type { CalendarCommand } from './calendar.commands';
import type { CalendarEvent } from './calendar.events';
import type { CalendarState } from './calendar.state';
import { evolve, initialState } from './calendar.state';
import { overrideCalendarDays, withdrawCalendarOverride } from './own-days';
import { setSendWindow } from './sending-hours';
import { readCalendarYear, type CalendarYearSource } from './read-calendar-year';

const decide = (
  state: DeepReadonly<CalendarState>,
  command: CalendarCommand,
  context: OrganisationContext,
): Decision<CalendarEvent> => {
  switch (command.type) {
    case 'ImportCalendarYear':
      return importCalendarYear(state, command.data, context);
    case 'OverrideCalendarDays':
      return overrideCalendarDays(state, command.data, context);
    case 'WithdrawCalendarOverride':
      return withdrawCalendarOverride(state, command.data, context);
    case 'SetSendWindow':
      return setSendWindow(state, command.data, context);
  }
};

const importCalendarYear = (
  state: DeepReadonly<CalendarState>,
  source: CalendarYearSource,
  context: OrganisationContext,
): Decision<CalendarEvent> => {
  const authority = anyAuthority(context.directory, context.actor);
  // What is officially announced is nobody's decision: an administrator brings it in as well.
  if (!authority.may && !isActingAdministrator(context.directory, context.actor)) return refuse('NOT_YOURS');
  const read = readCalendarYear(source);
  if (!read.ok) return read;
  const { file } = read;
  const same = JSON.stringify(state.years[String(file.year)]?.file) === JSON.stringify(file);
  return accept(same ? [] : [{ type: 'CalendarYearImported', data: file }], authority.as);
};

export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent, OrganisationContext> = {
  initialState,
  decide,
  evolve,
};
