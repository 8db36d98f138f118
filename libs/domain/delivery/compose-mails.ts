import { civilDateOf } from '../calendar/civil-date';
import type { Calendar } from '../calendar/working-calendar';
import { OUTCOME } from '../campaign/outcomes';
import type { CivilDate, Instant, PersonId } from '../kernel/kernel';
import {
  digestMoment,
  isLateDigest,
  isWindowOpen,
  nextWindowDay,
  quietAfter,
  sendWindow,
  windowBegins,
} from './send-window';

/** One issued rung, or an outcome, for one recipient: still owed, and in no mail yet. */
export interface PendingNotice {
  readonly rungId: string;
  readonly personId: PersonId;
  readonly rung: string;
  /** The working day on which the rung fell due. */
  readonly on: CivilDate;
  readonly recordedAt: Instant;
}

/** `catchUp` is a digest that comes later than it should have: after a standstill everything is in it. */
export type MailKind = 'atOnce' | 'digest' | 'catchUp';

export interface Mail {
  readonly personId: PersonId;
  readonly kind: MailKind;
  /** Sorted: they are part of what names the mail. */
  readonly rungIds: readonly string[];
}

export interface DeliveryState {
  readonly pending: readonly PendingNotice[];
  /** What was made of mail on the civil day of `now`, sent or on its way. */
  readonly madeToday: readonly Pick<Mail, 'personId' | 'kind'>[];
  readonly now: Instant;
  readonly calendar: Calendar;
}

export interface Composition {
  readonly mails: readonly Mail[];
  /** When the next of the pending falls due by time alone; null: nothing is pending after these mails. */
  readonly next: Instant | null;
}

/**
 * Which mails are due now, and when to look again (rulings §4, domain.md §5). A pure function of what is pending: each
 * pending notice ends in exactly one mail, within the send window, with at most one digest a person a day.
 */
export const composeMails = ({ pending, madeToday, now, calendar }: DeliveryState): Composition => {
  const open = isWindowOpen(now, calendar);
  const later = nextWindowDay(now, calendar);
  const madeBy = byPerson(madeToday);
  const people = [...byPerson(pending)].map(([personId, notices]) => {
    const made = (madeBy.get(personId) ?? []).map(({ kind }) => kind);
    return open
      ? composeFor({ personId, notices, made, now, later, calendar })
      : { mails: [], next: firstMoment(personId, notices, later, calendar) };
  });
  const moments = people.flatMap(({ next }) => (next === null ? [] : [next])).sort();
  return { mails: people.flatMap(({ mails }) => mails), next: moments[0] ?? null };
};

const byPerson = <T extends { readonly personId: PersonId }>(entries: readonly T[]): Map<PersonId, T[]> => {
  const grouped = new Map<PersonId, T[]>();
  for (const entry of entries) {
    const own = grouped.get(entry.personId);
    if (own) own.push(entry);
    else grouped.set(entry.personId, [entry]);
  }
  return grouped;
};

/** What came of something is never urgent and never late: it waits for a digest. */
const isNews = ({ rung }: PendingNotice): boolean => rung === OUTCOME;

const isUrgent = ({ rung }: PendingNotice): boolean => sendWindow.atOnce.includes(rung);

interface OnePerson {
  readonly personId: PersonId;
  readonly notices: readonly PendingNotice[];
  /** Kinds of the mails made today. */
  readonly made: readonly MailKind[];
  readonly now: Instant;
  /** The day whose window opens next. */
  readonly later: CivilDate;
  readonly calendar: Calendar;
}

/** One person's mails within an open window, and when what is left is to go. */
const composeFor = ({ personId, notices: all, made, now, later, calendar }: OnePerson): Composition => {
  const today = civilDateOf(now);
  const moment = digestMoment(personId, today, calendar);
  // What was decided after the moment of the day is for the next day's digest, unless one goes out anyway.
  const riding = all.filter((notice) => isNews(notice) && notice.recordedAt >= moment);
  const notices = all.filter((notice) => !riding.includes(notice));
  const quiet = quietAfter(notices.map(({ recordedAt }) => recordedAt));
  const digestAt = quiet > moment ? quiet : moment;
  const digested = made.some((kind) => kind !== 'atOnce');
  const missed = notices.some((notice) => !isNews(notice) && notice.on < today);
  // Everything that piled up goes in one mail, the urgent too.
  const piled = !digested && (missed || (now >= moment && made.length === 0));

  const urgent = piled ? [] : notices.filter((notice) => isUrgent(notice) && notice.on === today);
  const sent = made.filter((kind) => kind === 'atOnce').length;
  const atOnce = urgent.length + sent <= sendWindow.restWhenManyAtOnce ? urgent : [];
  const rest = notices.filter((notice) => !atOnce.includes(notice));

  const mails: Mail[] = [];
  const left: Instant[] = [];
  const mail = (kind: MailKind, those: readonly PendingNotice[]): void => {
    mails.push({ personId, kind, rungIds: those.map(({ rungId }) => rungId).sort() });
  };
  if (atOnce.length > 0 && now >= quiet) atOnce.forEach((notice) => mail('atOnce', [notice]));
  else if (atOnce.length > 0) left.push(quiet);
  if (rest.length > 0 && digested) left.push(digestMoment(personId, later, calendar));
  else if (rest.length > 0 && now < digestAt) left.push(digestAt);
  else if (rest.length > 0)
    mail(missed || isLateDigest(moment, now) ? 'catchUp' : 'digest', [...rest, ...riding]);
  const isRidden = mails.some(({ kind }) => kind !== 'atOnce');
  if (riding.length > 0 && !isRidden) left.push(digestMoment(personId, later, calendar));
  return { mails, next: left.sort()[0] ?? null };
};

/** When what waits for a window goes: urgent rungs of that very day at its beginning, everything else with the digest. */
const firstMoment = (
  personId: PersonId,
  notices: readonly PendingNotice[],
  day: CivilDate,
  calendar: Calendar,
): Instant =>
  notices.every((notice) => isNews(notice) || notice.on >= day) && notices.some(isUrgent)
    ? windowBegins(day, calendar)
    : digestMoment(personId, day, calendar);
