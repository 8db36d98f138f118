import type { TimelineEntry } from '../api/types';

/** A decision is what carries the hash of the content that it rests on; of anything else null. */
export const hashOfAct = ({ subject }: Pick<TimelineEntry, 'subject'>): string | null => {
  const hash = subject['basisHash'];
  return typeof hash === 'string' ? hash : null;
};
