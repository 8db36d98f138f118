import type { Notification } from '../../../shared/api/types';

export interface ChannelState {
  readonly channel: Notification['channel'];
  readonly failed: number;
  /** When the last one failed. */
  readonly lastAt: string;
}

/** What could not be delivered, by channel; the latest failure first. */
export const failuresByChannel = (failed: readonly Notification[]): readonly ChannelState[] => {
  const found = new Map<Notification['channel'], ChannelState>();
  for (const { channel, at } of failed) {
    const known = found.get(channel);
    const lastAt = known && known.lastAt > at ? known.lastAt : at;
    found.set(channel, { channel, failed: (known?.failed ?? 0) + 1, lastAt });
  }
  return [...found.values()].sort((a, b) => b.lastAt.localeCompare(a.lastAt));
};
