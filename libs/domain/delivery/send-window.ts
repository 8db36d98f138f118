/** When mail may go out and when it is gathered: within the installation's hours (templates.json, `shared.sendWindow`). */
import { addDays, civilDateOf, instantAt } from '../calendar/civil-date';
import { sendingHoursOf } from '../calendar/sending-hours';
import { isWorkingDay, nextWorkingDay, type Calendar } from '../calendar/working-calendar';
import type { CivilDate, Instant, PersonId } from '../kernel/kernel';
import { hashOf } from '../kernel/hash';

export const sendWindow = {
  /** Minutes after the window's beginning among which digests are spread: a robot's channel hates full and half hours. */
  digestMinutes: { first: 3, last: 27 },
  /** Rungs that go at once, each as a mail of its own, while a person gets no more than `restWhenManyAtOnce` so that day. */
  atOnce: ['T', 'T+1', 'T+3', 'T+7'] as readonly string[],
  restWhenManyAtOnce: 3,
} as const;

/** So long nothing new has come for a person: what several campaigns record at one moment is judged together. */
const QUIET_SECONDS = 10;

/** A digest this much later than its moment says that it catches up. */
const LATE_MINUTES = 15;

const minutesAfter = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** The moment of a person's digest on a day: the same minute every day, spread over persons by their hash. */
export const digestMoment = (personId: PersonId, day: CivilDate, calendar: Calendar): Instant => {
  const { first, last } = sendWindow.digestMinutes;
  const minute = first + (Number.parseInt(hashOf(personId).slice(0, 8), 16) % (last - first + 1));
  return minutesAfter(windowBegins(day, calendar), minute);
};

/** Whether a digest at `now` comes so long after its moment that it has to say so. */
export const isLateDigest = (moment: Instant, now: Instant): boolean =>
  now >= minutesAfter(moment, LATE_MINUTES);

/** From when on nothing new is to be expected after these were recorded. */
export const quietAfter = (recorded: readonly Instant[]): Instant => {
  const latest = recorded.reduce((last, at) => (at > last ? at : last), '1970-01-01T00:00:00.000Z');
  return new Date(Date.parse(latest) + QUIET_SECONDS * 1_000).toISOString();
};

export const windowBegins = (day: CivilDate, calendar: Calendar): Instant =>
  instantAt(day, sendingHoursOf(calendar).from);

/** Working days only, from the window's beginning until before its end. */
export const isWindowOpen = (now: Instant, calendar: Calendar): boolean => {
  const day = civilDateOf(now);
  return (
    isWorkingDay(calendar, day) &&
    now >= windowBegins(day, calendar) &&
    now < instantAt(day, sendingHoursOf(calendar).to)
  );
};

/** The day of the window that opens next: today where it is still ahead. */
export const nextWindowDay = (now: Instant, calendar: Calendar): CivilDate => {
  const day = civilDateOf(now);
  return nextWorkingDay(calendar, now < windowBegins(day, calendar) ? day : addDays(day, 1));
};
