import { addDays, civilDateOf } from '../calendar/civil-date';
import type { Calendar } from '../calendar/working-calendar';
import type { CivilDate, Instant, PersonId } from '../kernel/kernel';
import { digestMoment } from './send-window';

/** A mail that somebody will get unless they are done before, and what it reminds of. */
export interface ForeseenMail<Matter> {
  readonly personId: PersonId;
  readonly at: Instant;
  readonly about: readonly Matter[];
}

interface Foreseen {
  readonly people: readonly PersonId[];
  /** Days before the due day: what is reminded of then waits for the day's digest. */
  readonly messagesOn: readonly CivilDate[];
}

const WEEK = 7;

/** The mails of the week that begins with the first, each at the moment of its person's digest, several matters in one. */
export const firstMails = <Matter extends Foreseen>(
  owed: readonly Matter[],
  calendar: Calendar,
): readonly ForeseenMail<Matter>[] => {
  const mails = new Map<string, { personId: PersonId; at: Instant; about: Matter[] }>();
  for (const matter of owed)
    for (const day of matter.messagesOn)
      for (const personId of matter.people) {
        const key = `${day} ${personId}`;
        const mail = mails.get(key) ?? { personId, at: digestMoment(personId, day, calendar), about: [] };
        mail.about.push(matter);
        mails.set(key, mail);
      }
  const inOrder = [...mails.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const first = inOrder[0];
  const until = first && addDays(civilDateOf(first.at), WEEK);
  return until === undefined ? [] : inOrder.filter(({ at }) => civilDateOf(at) < until);
};
