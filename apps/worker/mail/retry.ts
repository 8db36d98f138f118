/** Twice as long after each try, up to sixteen times the first pause. */
const LONGEST = 16;

/** About a day and a half of open send windows; then it has failed, and the secretary is shown it. */
export const GIVE_UP_AFTER_TRIES = 130;

/** How many seconds after its so-many-th try a message is tried again; never before it was asked to be. */
export const pauseAfter = (
  attempts: number,
  baseSeconds: number,
  askedSeconds: number | undefined = 0,
): number => Math.max(askedSeconds, baseSeconds * Math.min(LONGEST, 2 ** Math.max(0, attempts - 1)));
