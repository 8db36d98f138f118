import type { Instant } from '@rectify/domain';
import type { Attendance } from '@rectify/event-store';
import { SHAPE } from '@rectify/workflows';
import type { Ringer } from '../temporal/ringer';

export interface TellDeliveryDeps {
  readonly attendance: Pick<Attendance, 'acknowledge'>;
  readonly ring: Ringer;
  readonly epoch: () => Promise<number>;
  readonly cluster: () => string;
  /** Streams of the deliveries that are on. */
  readonly deliveries: readonly string[];
}

/**
 * Rings every delivery after reminders were recorded, and marks that each has to look now: whoever walks the clock waits for them,
 * and should the ring be lost, the relay's sweep finds them overdue.
 */
export const createTellDelivery =
  ({ attendance, ring, epoch, cluster, deliveries }: TellDeliveryDeps) =>
  async (at: Instant): Promise<void> => {
    const of = await epoch();
    const mark = { seenVersion: 0, nextWakeAt: at, over: false, shape: SHAPE, epoch: of, cluster: cluster() };
    for (const stream of deliveries) await attendance.acknowledge(stream, mark);
    await Promise.all(deliveries.map((stream) => ring({ stream, epoch: of })));
  };
