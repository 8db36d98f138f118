import type { Waiting } from './mail.query';

/** Twice as long after each try, up to sixteen times; about a day and a half until it is given up. */
const LONGEST = 16;
export const GIVE_UP_AFTER_TRIES = 130;

export interface Retry {
  /** Claimed mails at least so old are to be tried again. */
  readonly olderThanSeconds: number;
  readonly isDue: boolean;
  /** When they will be, in real time; null where none waits. */
  readonly inMs: number | null;
  /** Nothing new is begun: the channel was away at the last try, and the next is still ahead. */
  readonly rests: boolean;
}

/** When claimed mails that did not end are tried again. */
export const retryOf = ({ count, attempts, oldestSeconds, isDown }: Waiting, baseSeconds: number): Retry => {
  const olderThanSeconds = baseSeconds * Math.min(LONGEST, 2 ** Math.max(0, attempts - 1));
  if (count === 0) return { olderThanSeconds, isDue: false, inMs: null, rests: false };
  const left = Math.ceil((olderThanSeconds - oldestSeconds) * 1_000);
  return { olderThanSeconds, isDue: left <= 0, inMs: Math.max(0, left), rests: isDown && left > 0 };
};
