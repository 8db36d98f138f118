import type { TimelineEntry } from '../api/types';

/** Lines of the record as they are shown: single ones, and runs of one kind that are folded into one. */
export interface Run {
  readonly first: TimelineEntry;
  readonly entries: readonly TimelineEntry[];
}

/** What the system does and what comes in dozens is folded; decisions never are. */
const FOLDED = ['RemindersIssued', 'StageOpened', 'CheckItemAnswered'];

const continues = (run: readonly TimelineEntry[], entry: TimelineEntry): boolean => {
  const last = run.at(-1);
  return (
    last !== undefined &&
    last.type === entry.type &&
    FOLDED.includes(entry.type) &&
    last.by?.personId === entry.by?.personId
  );
};

export const runsOf = (entries: readonly TimelineEntry[]): Run[] => {
  const runs: TimelineEntry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && continues(run, entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => (run[0] ? [{ first: run[0], entries: run }] : []));
};
