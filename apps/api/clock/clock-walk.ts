import { setTimeout as delay } from 'node:timers/promises';
import { addDays, civilDateOf, instantAt, type Instant } from '@rectify/domain';
import type { Clock } from '@rectify/event-store';

export interface Walked {
  readonly now: Instant;
  readonly steps: number;
  readonly looked: boolean;
}

export interface WalkOptions {
  /** How long a step waits for those who wanted to look. */
  readonly patienceMs: number;
  /** How long it waits for any sign that somebody attends at all. */
  readonly signMs: number;
  readonly pollMs: number;
}

/** True once nobody has anything left to look at; false when that takes too long: then no worker is in reach. */
const allLooked = async (clock: Clock, { patienceMs, signMs, pollMs }: WalkOptions): Promise<boolean> => {
  const began = performance.now();
  const before = await clock.lastAttended();
  let isAttended = false;
  while ((await clock.unseen()) > 0) {
    const waited = performance.now() - began;
    if (waited > patienceMs) return false;
    isAttended ||= (await clock.lastAttended()) !== before;
    if (!isAttended && waited > signMs) return false;
    await delay(pollMs);
  }
  return true;
};

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** Where somebody wants to look again at once, time still goes on. */
const later = (now: Instant): Instant => new Date(Date.parse(now) + 60_000).toISOString();

/**
 * Sets the clock forward as time would have passed: from one moment at which a campaign or a delivery wants to look to
 * the next, waiting at each until they have (design.md §5). Where nobody looks it moves at once, and what was missed is caught up later.
 */
export const walkTo = async (clock: Clock, target: Instant, options: WalkOptions): Promise<Walked> => {
  let looked = await allLooked(clock, options);
  let steps = 0;
  let now = await clock.now();
  while (now < target) {
    const wake = looked ? await clock.earliestWake() : null;
    const wanted = earlier(wake ?? target, target);
    now = wanted > now ? wanted : earlier(later(now), target);
    await clock.forwardTo(now);
    steps += 1;
    await clock.askToRing(now);
    if (looked) looked = await allLooked(clock, options);
  }
  return { now: await clock.now(), steps, looked };
};

/** A day means its beginning in Asia/Shanghai. */
export const instantOf = (to: string): Instant =>
  to.length === 10 ? instantAt(to, '00:00') : new Date(to).toISOString();

/** Further at once than anybody's plan goes. */
export const furthest = (now: Instant): Instant => instantAt(addDays(civilDateOf(now), 400), '00:00');
