import type { Application } from '@rectify/application';
import {
  civilDateOf,
  composeMails,
  isWindowOpen,
  nextWindowDay,
  waitFor,
  windowBegins,
  type Calendar,
  type Channel,
  type Instant,
  type Mail,
} from '@rectify/domain';
import { mailsMadeOn, paceOf, pendingRungs, waitingMails, type PendingRung } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { AllLimits } from '../channels/create-channels';
import { sortRungs, type SortedRungs } from './sort-rungs';

export interface SurveyDeps {
  readonly pool: Pool;
  readonly application: Pick<Application, 'organisation'>;
  /** The first pause after a try that failed; whoever has not noted an end by then is gone. Real seconds. */
  readonly retrySeconds: number;
  readonly limits: AllLimits;
}

export interface Retry {
  readonly isDue: boolean;
  /** When the first of the unfinished is to be tried again, in real time; null where none waits. */
  readonly inMs: number | null;
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
  /** So long the channel sends nothing, in real time: its rate, or it is away. Null where it may, or has nothing to. */
  readonly restsMs: number | null;
}

const PAGE = 500;

export const surveyMail = async (
  { pool, application, retrySeconds, limits }: SurveyDeps,
  channel: Channel,
): Promise<Survey> => {
  const rungs = await allPending(pool, channel);
  const { directory, calendar, now } = await application.organisation();
  const sorted = sortRungs(rungs, directory, channel);
  const people = [...new Set(sorted.pending.map(({ personId }) => personId))];
  const madeToday = people.length === 0 ? [] : await mailsMadeOn(pool, channel, civilDateOf(now), people);
  const { mails, next } = composeMails({ pending: sorted.pending, madeToday, now, calendar });
  const { inMs } = await waitingMails(pool, channel, retrySeconds);
  const retry = withinWindow({ isDue: inMs !== null && inMs <= 0, inMs }, now, calendar);
  const hasWork = mails.length > 0 || retry.isDue;
  const restsMs = hasWork ? await restOf(pool, channel, limits) : null;
  return {
    ...{ dropped: sorted.dropped, settled: sorted.settled, reached: sorted.reached, now, next, restsMs },
    rungs: new Map(rungs.map((rung) => [rung.rung_id, rung])),
    mails: restsMs === null ? mails : [],
    retry: restsMs === null ? retry : { ...retry, isDue: false },
  };
};

const restOf = async (pool: Pool, channel: Channel, limits: AllLimits): Promise<number | null> => {
  const pace = await paceOf(pool, channel);
  return waitFor(limits[channel], pace, pace.now) || null;
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
  const begins = windowBegins(nextWindowDay(now, calendar), calendar);
  return { isDue: false, inMs: Date.parse(begins) - Date.parse(now) };
};
