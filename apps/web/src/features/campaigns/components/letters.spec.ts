import type { TimelineEntry } from '../../../shared/api/types';
import { lettersIn } from './letters';

const entry = (
  version: number,
  type: string,
  subject: TimelineEntry['subject'],
  at = '2026-07-06T01:00:00.000Z',
): TimelineEntry => ({
  ...{ version, line: 0, at, type, subject, by: null, problemId: null, text: null, masked: [] },
});

describe('the letters of a record', () => {
  it('are each issued, dropped or waiting, in the order in which they were drafted', () => {
    const record = [
      entry(5, 'LetterDropped', { letter: 'b' }),
      entry(4, 'LetterIssued', { letter: 'a', letterKind: 'urgeLetter', number: '催〔2026〕1号' }),
      entry(3, 'LetterDrafted', { letter: 'c', letterKind: 'circular' }),
      entry(2, 'LetterDrafted', { letter: 'b', letterKind: 'interview' }),
      entry(1, 'LetterDrafted', { letter: 'a', letterKind: 'urgeLetter' }),
    ];
    expect(lettersIn(record).map(({ letter, is, number }) => [letter, is, number])).toEqual([
      ['a', 'issued', '催〔2026〕1号'],
      ['b', 'dropped', null],
      ['c', 'waits', null],
    ]);
  });

  it('are dated by the civil day in Shanghai', () => {
    const [letter] = lettersIn([entry(1, 'LetterDrafted', { letter: 'a' }, '2026-07-05T17:00:00.000Z')]);
    expect(letter?.draftedOn).toBe('2026-07-06');
  });
});
