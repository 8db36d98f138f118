/**
 * The hours of a working day within which messages leave: the installation's own, one answer for whoever reminds and
 * whoever delivers (domain.md §5). A rung falls due where they begin.
 */
import { authorityOver } from '../directory/authority';
import type { OrganisationContext } from '../directory/context';
import type { Decision, DeepReadonly, Refusal } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import type { SetSendWindow } from './calendar.commands';
import type { SendWindowSet } from './calendar.events';
import type { Calendar, CalendarState } from './calendar.state';

/** Local times of day, `HH:MM`. */
export interface SendingHours {
  readonly from: string;
  readonly to: string;
}

/** Where the installation has said nothing (templates.json, `shared.sendWindow`). */
export const USUAL_HOURS: SendingHours = { from: '08:30', to: '18:00' };

export const sendingHoursOf = ({ sendWindow }: Pick<Calendar, 'sendWindow'>): SendingHours =>
  sendWindow ?? USUAL_HOURS;

/** Digests go within the first half hour, and robots hate full and half hours: so both times are one of these. */
const TIME = /^([01]\d|2[0-3]):[03]0$/;
export const SEND_WINDOW_LIMITS = {
  from: { min: '06:00', max: '12:00' },
  to: { min: '10:00', max: '22:00' },
  leastMinutes: 120,
} as const;

/** By the system, or the secretary of the unit at the top. Each campaign keeps to it from its process's next look. */
export const setSendWindow = (
  state: DeepReadonly<CalendarState>,
  { from, to }: SetSendWindow['data'],
  { directory, actor }: OrganisationContext,
): Decision<SendWindowSet> => {
  const { may, as } = authorityOver(directory, actor, directory.root ?? '');
  if (!may) return refuse('NOT_YOURS');
  const fault = faultOf(from, 'from') ?? faultOf(to, 'to') ?? faultOfLength(from, to);
  if (fault) return { ok: false, refusal: fault };
  const now = sendingHoursOf(state);
  const same = now.from === from && now.to === to;
  return accept<SendWindowSet>(same ? [] : [{ type: 'SendWindowSet', data: { from, to } }], as);
};

const faultOf = (time: string, field: 'from' | 'to'): Refusal | null => {
  if (!TIME.test(time)) return { code: 'INVALID', field };
  const { min, max } = SEND_WINDOW_LIMITS[field];
  return time < min || time > max ? { code: 'OUT_OF_BOUNDS', field, params: { min, max } } : null;
};

const faultOfLength = (from: string, to: string): Refusal | null => {
  const { leastMinutes } = SEND_WINDOW_LIMITS;
  const least = minuteOf(from) + leastMinutes;
  if (minuteOf(to) >= least) return null;
  const min = `${String(Math.floor(least / 60)).padStart(2, '0')}:${String(least % 60).padStart(2, '0')}`;
  return { code: 'OUT_OF_BOUNDS', field: 'to', params: { min, max: SEND_WINDOW_LIMITS.to.max } };
};

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
