import type { Message } from '../kernel/kernel';

/** What becomes of a drafted letter: a person issues it or drops it; nothing is issued by itself. */
export type LetterCommand =
  | Message<'IssueLetter', { readonly letter: number }>
  | Message<'DropLetter', { readonly letter: number; readonly reason: string }>;
