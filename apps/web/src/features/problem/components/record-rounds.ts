import type { TimelineEntry } from '../../../shared/api/types';

export interface Round {
  readonly number: number;
  readonly entries: readonly TimelineEntry[];
}

/** The record by rounds, the latest first as the record is: each reopening begins one, and all before it ended closed. */
export const roundsOf = (entries: readonly TimelineEntry[]): Round[] => {
  const reopened = entries.filter(({ type }) => type === 'ProblemReopened').length;
  const rounds: { number: number; entries: TimelineEntry[] }[] = [{ number: reopened + 1, entries: [] }];
  for (const entry of entries) {
    const round = rounds.at(-1);
    round?.entries.push(entry);
    if (round && entry.type === 'ProblemReopened') rounds.push({ number: round.number - 1, entries: [] });
  }
  return rounds;
};
