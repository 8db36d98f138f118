import { setTimeout as delay } from 'node:timers/promises';
import type { Channel, Instant } from '@rectify/domain';
import type { Attendance } from '@rectify/event-store';
import { hasOutcomesToTell } from '@rectify/read-models';
import { SHAPE } from '@rectify/workflows';
import type { Pool } from 'pg';
import type { Ringer } from '../temporal/ringer';

export interface TellDeliveryDeps {
  readonly attendance: Pick<Attendance, 'acknowledge'>;
  readonly ring: Ringer;
  readonly epoch: () => Promise<number>;
  readonly cluster: () => string;
  /** Streams of the deliveries that are on. */
  readonly deliveries: readonly string[];
}

/** Whatever is told within so long of a ring is rung for once, at its end: a look at mail reads all that is pending. */
const SPACING_MS = 1_000;

/**
 * Rings every delivery after reminders were recorded, and marks that each has to look now: whoever walks the clock waits
 * for them, and should the ring be lost, the relay's sweep finds them overdue. What many campaigns record at one minute
 * is rung for once a second.
 */
export const createTellDelivery = (
  { attendance, ring, epoch, cluster, deliveries }: TellDeliveryDeps,
  spacingMs = SPACING_MS,
): ((at: Instant) => Promise<void>) => {
  let rests = false;
  let isToldMeanwhile = false;

  const ringAll = async (): Promise<void> => {
    const of = await epoch();
    await Promise.all(deliveries.map((stream) => ring({ stream, epoch: of, cluster: cluster() })));
  };
  /** Never fails: what it could not ring for is marked, and swept. */
  const rest = async (): Promise<void> => {
    rests = true;
    await delay(spacingMs, undefined, { ref: false });
    rests = false;
    if (isToldMeanwhile) await ringAndRest().catch(() => undefined);
  };
  const ringAndRest = async (): Promise<void> => {
    isToldMeanwhile = false;
    void rest();
    await ringAll();
  };

  return async (at) => {
    const of = await epoch();
    const mark = { seenVersion: 0, nextWakeAt: at, over: false, shape: SHAPE, epoch: of, cluster: cluster() };
    for (const stream of deliveries) await attendance.acknowledge(stream, mark);
    if (rests) isToldMeanwhile = true;
    else await ringAndRest();
  };
};

/**
 * Tells delivery of outcomes that somebody is still to hear of. They are written by people's commands, of which delivery
 * hears nothing: the doorbell rings the campaign for them, and its look says so here.
 */
export const createTellOutcomes =
  (pool: Pool, channels: readonly Channel[], tell: (at: Instant) => Promise<void>) =>
  async (stream: string, at: Instant): Promise<void> => {
    if (await hasOutcomesToTell(pool, stream, channels)) await tell(at);
  };
