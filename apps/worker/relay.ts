import { setTimeout as delay } from 'node:timers/promises';
import { isStoreUnavailable, type Attendance, type Ringing, type RingReason } from '@rectify/event-store';
import { SHAPE } from '@rectify/workflows';
import type { Log } from './process/log';
import type { Metrics } from './process/metrics';
import type { Cluster } from './temporal/cluster';
import { workflowOf, type Ringer } from './temporal/ringer';

export interface RelayDeps {
  readonly attendance: Pick<Attendance, 'claimRings'>;
  readonly cluster: Pick<Cluster, 'hear'>;
  readonly ring: Ringer;
  readonly epoch: () => Promise<number>;
  readonly intervalMs: number;
  /** Streams of the deliveries that are on. */
  readonly deliveries: readonly string[];
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'ring' | 'away'>;
  /** Milliseconds that only go forward; the process's own where nothing is said. */
  readonly elapsed?: () => number;
}

export interface Relay {
  /** Resolves when nothing is being rung any more. */
  readonly stop: () => Promise<void>;
}

const CLAIMED_AT_ONCE = 100;
const RUNG_AT_ONCE = 8;
/** A workflow that was rung and has not looked by then is rung again. */
const STALE_SECONDS = 30;
const HEAR_EVERY_MS = 2_000;
const BEGUN_ANEW: readonly RingReason[] = ['shape', 'epoch', 'cluster'];

/**
 * Carries doorbells from PostgreSQL to Temporal: claims them in one short statement, then calls Temporal outside any
 * transaction. What could not be rung is tried again here, and after half a minute by whoever claims next.
 */
export const startRelay = (deps: RelayDeps): Relay => {
  const stopping = new AbortController();
  const round = createRound(deps);
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const isMore = await round();
      if (!isMore)
        await delay(deps.intervalMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};

/** One round; answers whether more is waiting. Never throws: what is away comes back. */
export const createRound = (deps: RelayDeps): (() => Promise<boolean>) => {
  const { attendance, cluster, epoch, log, metrics, elapsed = () => performance.now() } = deps;
  const unrung = new Map<string, Ringing>();
  const away = { temporal: false, postgres: false };
  let heard = { id: '', at: -Infinity };

  const note = (part: keyof typeof away, isAway: boolean): void => {
    if (away[part] !== isAway)
      log[isAway ? 'warn' : 'info'](`${part} ${isAway ? 'does not answer' : 'answers again'}`);
    away[part] = isAway;
    metrics.away(part, isAway);
  };

  /** Another namespace id is a Temporal that has seen nothing of ours: delivery's doorbell has nobody else to ring it. */
  const hear = async (): Promise<string> => {
    if (elapsed() - heard.at < HEAR_EVERY_MS) return heard.id;
    const id = await cluster.hear();
    if (id !== heard.id && deps.deliveries.length > 0) {
      const of = await epoch();
      for (const stream of deps.deliveries) unrung.set(stream, { stream, reason: 'rose', epoch: of });
    }
    heard = { id, at: elapsed() };
    return id;
  };

  const ringOne = async (ringing: Ringing): Promise<void> => {
    const { stream, reason, epoch: of } = ringing;
    try {
      await deps.ring({ stream, epoch: of, cluster: heard.id, restart: BEGUN_ANEW.includes(reason) });
      unrung.delete(stream);
      metrics.ring(reason, 'rung');
    } catch (error) {
      unrung.set(stream, ringing);
      metrics.ring(reason, 'failed');
      throw error;
    }
  };

  return async () => {
    try {
      const id = await hear();
      const claim = { cluster: id, shape: SHAPE, limit: CLAIMED_AT_ONCE, staleAfterSeconds: STALE_SECONDS };
      const claimed = await attendance.claimRings(claim);
      note('postgres', false);
      for (const ringing of claimed)
        if (workflowOf(ringing.stream, ringing)) unrung.set(ringing.stream, ringing);
      const waiting = [...unrung.values()];
      for (let at = 0; at < waiting.length; at += RUNG_AT_ONCE) {
        await Promise.all(waiting.slice(at, at + RUNG_AT_ONCE).map(ringOne));
      }
      note('temporal', false);
      return claimed.length === CLAIMED_AT_ONCE;
    } catch (error) {
      const isStore = isStoreUnavailable(error);
      note(isStore ? 'postgres' : 'temporal', true);
      if (!isStore) heard = { ...heard, at: -Infinity };
      return false;
    }
  };
};
