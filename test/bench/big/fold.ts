import { performance } from 'node:perf_hooks';
import { createApplication } from '@rectify/application';
import type { EventStore } from '@rectify/event-store';
import { CAMPAIGN } from './campaign';

const FOLDS = 9;

/** The whole log folded by a process that knows nothing of the campaign: the median of several, reading left out. */
export const folded = async (
  store: EventStore,
): Promise<{ readonly events: number; readonly ms: number }> => {
  const events = await createApplication({ store }).history(CAMPAIGN);
  const stream = events[0]?.stream ?? '';
  const known = await store.load({
    key: null,
    tails: ['directory/main', 'calendar/cn'].map((name) => ({ stream: name, after: 0 })),
  });
  const held: EventStore = {
    ...store,
    load: async () => ({ ...known, tails: { ...known.tails, [stream]: events } }),
  };
  const taken: number[] = [];
  for (let n = 0; n < FOLDS; n += 1) {
    const application = createApplication({ store: held });
    await application.organisation();
    const began = performance.now();
    await application.campaign(CAMPAIGN);
    taken.push(performance.now() - began);
  }
  return { events: events.length, ms: taken.sort((a, b) => a - b)[Math.floor(FOLDS / 2)] ?? NaN };
};
