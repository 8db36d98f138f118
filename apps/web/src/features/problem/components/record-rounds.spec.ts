import type { TimelineEntry } from '../../../shared/api/types';
import { roundsOf } from './record-rounds';

const entry = (version: number, type: TimelineEntry['type']) => ({ version, type }) as TimelineEntry;
const told = (entries: readonly TimelineEntry[]) =>
  roundsOf(entries).map(({ number, entries: of }) => [number, of.map(({ version }) => version)]);

describe('the rounds of a record', () => {
  it('are one where nothing was opened again', () => {
    expect(told([entry(2, 'ProblemClosed'), entry(1, 'ProblemIssued')])).toEqual([[1, [2, 1]]]);
    expect(told([])).toEqual([[1, []]]);
  });

  it('begin with each reopening, which is the first line of its own round', () => {
    const record = [
      entry(6, 'CompletionClaimed'),
      entry(5, 'ProblemReopened'),
      entry(4, 'ProblemClosed'),
      entry(3, 'ProblemReopened'),
      entry(2, 'ProblemClosed'),
      entry(1, 'ProblemIssued'),
    ];
    expect(told(record)).toEqual([
      [3, [6, 5]],
      [2, [4, 3]],
      [1, [2, 1]],
    ]);
  });
});
