import type { Instant } from '@rectify/domain';
import { createMemoryStore, type AppendRequest, type EventStore } from '@rectify/event-store';

/** A log in memory with a clock that is set by hand, keeping the requests of its appends for specs to look at. */
export interface InMemoryLog {
  readonly store: EventStore;
  readonly appends: AppendRequest[];
  readonly now: () => Instant;
  readonly forwardTo: (instant: Instant) => Promise<void>;
}

/** Monday 2 March 2026, 10:00 in Shanghai. */
export const inMemoryLog = (startAt: Instant = '2026-03-02T02:00:00.000Z'): InMemoryLog => {
  const appends: AppendRequest[] = [];
  let now = startAt;
  return {
    appends,
    store: createMemoryStore({ now: () => now, onAppend: (request) => appends.push(request) }),
    now: () => now,
    forwardTo: async (instant) => {
      if (instant > now) now = instant;
    },
  };
};
