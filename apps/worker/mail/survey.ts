import type { Application } from '@rectify/application';
import {
  civilDateOf,
  composeMails,
  isWindowOpen,
  nextWindowDay,
  windowBegins,
  type Calendar,
  type Instant,
  type Mail,
} from '@rectify/domain';
import { pendingRungs, type PendingRung } from '@rectify/read-models';
import type { Channel } from '@rectify/workflows';
import type { Pool } from 'pg';
import { mailsMadeOn, waitingMails } from './mail.query';
import { retryOf, type Retry } from './retry';
import { sortRungs, type SortedRungs } from './sort-rungs';

export interface SurveyDeps {
  readonly pool: Pool;
  readonly application: Pick<Application, 'organisation'>;
  readonly retrySeconds: number;
}

/** What a channel has to do at one moment. */
export interface Survey extends Pick<SortedRungs, 'dropped' | 'settled' | 'reached'> {
  readonly now: Instant;
  readonly rungs: ReadonlyMap<string, PendingRung>;
  readonly mails: readonly Mail[];
  /** When the next of the pending is to go, by the domain's clock. */
  readonly next: Instant | null;
  /** Mails that did not end, within the send window only. */
  readonly retry: Retry;
}

const PAGE = 500;

export const surveyMail = async (
  { pool, application, retrySeconds }: SurveyDeps,
  channel: Channel,
): Promise<Survey> => {
  const rungs = await allPending(pool, channel);
  const { directory, calendar, now } = await application.organisation();
  const sorted = sortRungs(rungs, directory);
  const people = [...new Set(sorted.pending.map(({ personId }) => personId))];
  const madeToday = people.length === 0 ? [] : await mailsMadeOn(pool, channel, civilDateOf(now), people);
  const { mails, next } = composeMails({ pending: sorted.pending, madeToday, now, calendar });
  const retry = withinWindow(retryOf(await waitingMails(pool, channel), retrySeconds), now, calendar);
  return {
    ...{ dropped: sorted.dropped, settled: sorted.settled, reached: sorted.reached, now, next, retry },
    rungs: new Map(rungs.map((rung) => [rung.rung_id, rung])),
    mails: retry.rests ? [] : mails,
  };
};

const allPending = async (pool: Pool, channel: Channel): Promise<readonly PendingRung[]> => {
  const rungs: PendingRung[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await pendingRungs(pool, channel, { after, limit: PAGE });
    rungs.push(...page.items);
    after = page.next;
  }
  return rungs;
};

/** A retry waits for the window as everything else does. */
const withinWindow = (retry: Retry, now: Instant, calendar: Calendar): Retry => {
  if (retry.inMs === null || isWindowOpen(now, calendar)) return retry;
  const begins = windowBegins(nextWindowDay(now, calendar));
  return { ...retry, isDue: false, inMs: Date.parse(begins) - Date.parse(now) };
};
