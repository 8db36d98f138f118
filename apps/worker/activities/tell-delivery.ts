import type { Instant } from '@rectify/domain';
import type { Attendance } from '@rectify/event-store';
import { SHAPE } from '@rectify/workflows';
import { DELIVERY_STREAM, type Ringer } from '../temporal/ringer';

export interface TellDeliveryDeps {
  readonly attendance: Pick<Attendance, 'acknowledge'>;
  readonly ring: Ringer;
  readonly epoch: () => Promise<number>;
  readonly cluster: () => string;
}

/**
 * Rings delivery after reminders were recorded, and marks that it has to look now: whoever walks the clock waits for it,
 * and should the ring be lost, the relay's sweep finds it overdue.
 */
export const createTellDelivery =
  ({ attendance, ring, epoch, cluster }: TellDeliveryDeps) =>
  async (at: Instant): Promise<void> => {
    const of = await epoch();
    const mark = { seenVersion: 0, nextWakeAt: at, over: false, shape: SHAPE, epoch: of, cluster: cluster() };
    await attendance.acknowledge(DELIVERY_STREAM, mark);
    await ring({ stream: DELIVERY_STREAM, epoch: of });
  };
