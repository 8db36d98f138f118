import { civilDateOf, type CivilDate } from '@rectify/domain';
import type { TimelineEntry } from '../../../shared/api/types';

/** One letter that was drafted: issued under its number, dropped, or waiting for whoever signs it. */
export interface LetterRow {
  readonly letter: string;
  readonly kind: string;
  readonly problemId: string | null;
  readonly draftedOn: CivilDate;
  readonly is: 'waits' | 'issued' | 'dropped';
  readonly number: string | null;
  readonly on: CivilDate | null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The letters of a record, the first drafted first; the record has the latest first. */
export const lettersIn = (entries: readonly TimelineEntry[]): LetterRow[] => {
  const of = (type: string, letter: string) =>
    entries.find((entry) => entry.type === type && entry.subject['letter'] === letter);
  return entries
    .filter(({ type }) => type === 'LetterDrafted')
    .map(({ subject, problemId, at }): LetterRow => {
      const letter = textOf(subject['letter']);
      const issued = of('LetterIssued', letter);
      const end = issued ?? of('LetterDropped', letter);
      return {
        ...{ letter, problemId, kind: textOf(subject['letterKind']), draftedOn: civilDateOf(at) },
        is: issued ? 'issued' : end ? 'dropped' : 'waits',
        number: issued ? textOf(issued.subject['number']) : null,
        on: end ? civilDateOf(end.at) : null,
      };
    })
    .reverse();
};
