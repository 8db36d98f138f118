import { unreachable, type CivilDate, type Id } from '../kernel/kernel';
import type { LetterEvent } from './letter.events';

export interface Letter {
  letter: number;
  kind: string;
  key: string;
  dueVersion: number;
  problemId: Id | null;
  dueOn: CivilDate;
  daysLate: number;
  draftedOn: CivilDate;
  /** The permanent number once it is issued. */
  number: string | null;
  decided: { on: CivilDate; how: 'issued' | 'dropped'; reason: string | null } | null;
}

export interface LetterState {
  /** In the order of their drafts: the nth has the number n. */
  letters: Letter[];
}

export const noLetters = (): LetterState => ({ letters: [] });

export const evolveLetter = (draft: LetterState, { type, data }: LetterEvent): void => {
  switch (type) {
    case 'LetterDrafted': {
      const { letter, kind, key, dueVersion, problemId, dueOn, daysLate, on: draftedOn } = data;
      const drafted = { letter, kind, key, dueVersion, problemId, dueOn, daysLate, draftedOn };
      draft.letters.push({ ...drafted, number: null, decided: null });
      return;
    }
    case 'LetterIssued': {
      const at = draft.letters[data.letter - 1];
      if (at)
        Object.assign(at, { number: data.number, decided: { on: data.on, how: 'issued', reason: null } });
      return;
    }
    case 'LetterDropped': {
      const at = draft.letters[data.letter - 1];
      if (at) at.decided = { on: data.on, how: 'dropped', reason: data.reason };
      return;
    }
    default:
      return unreachable(type);
  }
};
