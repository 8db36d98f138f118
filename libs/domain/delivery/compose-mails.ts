import { civilDateOf } from '../calendar/civil-date';
import type { Calendar } from '../calendar/working-calendar';
import type { CivilDate, Instant, PersonId } from '../kernel/kernel';
import {
  digestMoment,
  isLateDigest,
  isWindowOpen,
  nextWindowDay,
  sendWindow,
  windowBegins,
} from './send-window';

/** One issued rung for one recipient: still owed, and in no mail yet. */
export interface PendingNotice {
  readonly rungId: string;
  readonly personId: PersonId;
  readonly rung: string;
  /** The working day on which the rung fell due. */
  readonly on: CivilDate;
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
  const mails: Mail[] = [];
  let next: Instant | null = null;
  const open = isWindowOpen(now, calendar);
  const madeBy = byPerson(madeToday);
  for (const [personId, notices] of byPerson(pending)) {
    const made = (madeBy.get(personId) ?? []).map(({ kind }) => kind);
    const due = open ? dueFor(personId, notices, made, now) : [];
    mails.push(...due);
    const inMail = new Set(due.flatMap(({ rungIds }) => rungIds));
    const left = notices.filter(({ rungId }) => !inMail.has(rungId));
    if (left.length === 0) continue;
    const digested = [...made, ...due.map(({ kind }) => kind)].some((kind) => kind !== 'atOnce');
    const moment = momentOf(
      personId,
      left,
      open && !digested ? civilDateOf(now) : nextWindowDay(now, calendar),
      now,
    );
    if (next === null || moment < next) next = moment;
  }
  return { mails, next };
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

const isUrgent = ({ rung }: PendingNotice): boolean => sendWindow.atOnce.includes(rung);

/** The mails of one person that are due at this moment of an open window. */
const dueFor = (
  personId: PersonId,
  notices: readonly PendingNotice[],
  made: readonly MailKind[],
  now: Instant,
): Mail[] => {
  const today = civilDateOf(now);
  const moment = digestMoment(personId, today);
  const missed = notices.some(({ on }) => on < today);
  const digested = made.some((kind) => kind !== 'atOnce');
  const mail = (kind: MailKind, those: readonly PendingNotice[]): Mail[] =>
    those.length === 0 ? [] : [{ personId, kind, rungIds: those.map(({ rungId }) => rungId).sort() }];
  const digest = (those: readonly PendingNotice[]): Mail[] =>
    mail(missed || isLateDigest(moment, now) ? 'catchUp' : 'digest', those);

  // Everything that piled up goes in one mail, the urgent too: at its moment, or now where that has passed.
  if (!digested && (missed || (now >= moment && made.length === 0)))
    return now < moment ? [] : digest(notices);
  const urgent = notices.filter((notice) => isUrgent(notice) && notice.on === today);
  const few =
    urgent.length + made.filter((kind) => kind === 'atOnce').length <= sendWindow.restWhenManyAtOnce;
  const atOnce = few ? urgent : [];
  const rest = notices.filter((notice) => !atOnce.includes(notice));
  return [
    ...atOnce.flatMap((notice) => mail('atOnce', [notice])),
    ...(digested || now < moment ? [] : digest(rest)),
  ];
};

/** When what waits is to go on a day: urgent rungs of that day with the window, everything else at the digest's moment. */
const momentOf = (
  personId: PersonId,
  left: readonly PendingNotice[],
  day: CivilDate,
  now: Instant,
): Instant => {
  const begins = windowBegins(day);
  const urgent = begins > now && left.every(({ on }) => on >= day) && left.some(isUrgent);
  return urgent ? begins : digestMoment(personId, day);
};
