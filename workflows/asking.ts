import {
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  type ActivityInterfaceFor,
  type LocalActivityInterfaceFor,
} from '@temporalio/workflow';
import type { Activities } from './contract';

const quick = proxyLocalActivities<Activities>({
  scheduleToCloseTimeout: '3s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
});

const patient = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '10s' },
});

const retry = { initialInterval: '500ms', maximumInterval: '5s', maximumAttempts: 4 } as const;

/**
 * Deeds are regular activities: each is in the history under its label, with what it answered. A worker that is killed in
 * one is missed when its time is up, so a deed has little more than one append takes.
 */
export const deeds = proxyActivities<Activities>({ startToCloseTimeout: '10s', retry });

/** A portion of mails takes as long as the channel does. */
export const portions = proxyActivities<Activities>({ startToCloseTimeout: '1m', retry });

/**
 * Asks for as long as it takes. While PostgreSQL is there it is answered within the workflow task; while it is away the
 * retries are the server's and leave no trace in the history, and the bell goes on being heard.
 */
export const ask = async <Answer>(
  question: (
    whom: ActivityInterfaceFor<Activities> | LocalActivityInterfaceFor<Activities>,
  ) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await question(quick);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return await question(patient);
  }
};

/** What a deed wrote, or 0 where it could not be done now: it is still due at the next look. */
export const orNothing = async (deed: Promise<number>): Promise<number> => {
  try {
    return await deed;
  } catch (error) {
    if (isCancellation(error)) throw error;
    return 0;
  }
};
