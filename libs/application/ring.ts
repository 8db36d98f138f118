import {
  civilDateOf,
  outcomeOf,
  react,
  type Agenda,
  type Calendar,
  type Campaign,
  type CampaignEvent,
  type Instant,
} from '@rectify/domain';
import type { Ring } from '@rectify/event-store';

interface Moment {
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** What the process was to do in a state, when it was last asked. States are frozen, so they can be the key. */
const remembered = new WeakMap<Campaign, Moment & { readonly agenda: Agenda }>();

/**
 * The agenda, asked once a state as long as nothing has come of its own: same calendar, same day, nothing due and the
 * wake still ahead. A busy campaign is the state after one command and the state before the next.
 */
const agendaOf = (campaign: Campaign, { now, calendar }: Moment): Agenda => {
  const known = remembered.get(campaign);
  if (known && isStill(known, now, calendar)) return known.agenda;
  const agenda = react(campaign, now, calendar);
  remembered.set(campaign, { now, calendar, agenda });
  return agenda;
};

const isStill = (
  { now: then, calendar: before, agenda }: Moment & { readonly agenda: Agenda },
  now: Instant,
  calendar: Calendar,
): boolean =>
  before === calendar &&
  agenda.due.length === 0 &&
  (agenda.wake === null || agenda.wake.at > now) &&
  civilDateOf(then) === civilDateOf(now);

/**
 * Whether the doorbell rings: something is due, the campaign stands in another stage, it has to wake earlier, somebody is
 * to be told what came of something, or it has ended or begun again – the last stage may be closed long before, while a
 * reopened problem or a pledge still waits.
 */
export const ringFor = (
  before: Campaign,
  after: Campaign,
  moment: Moment,
  decided: readonly CampaignEvent[],
): Ring => {
  const next = agendaOf(after, moment);
  if (before.status !== after.status || next.due.length > 0) return { raise: true };
  if (decided.some((event) => outcomeOf(before, event) !== null)) return { raise: true };
  const was = agendaOf(before, moment);
  return { raise: was.stage !== next.stage || isEarlier(next.wake?.at, was.wake?.at) };
};

const isEarlier = (next: Instant | undefined, was: Instant | undefined): boolean =>
  next !== undefined && (was === undefined || next < was);
