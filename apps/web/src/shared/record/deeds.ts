import type { TimelineEntry } from '../api/types';

/** The record without the talk about it: comments stand in a panel of their own and in no list of decisions. */
export const deedsIn = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.filter(({ type }) => type !== 'ProblemCommented');
