import { createContext, useContext } from 'react';
import type { Action } from '../api/types';
import { problemOf } from '../api/problem';
import { problemText } from '../ui/problem-note';
import { useText } from '../i18n/use-text';
import { useDraft } from './drafts';
import type { Confirmation } from './use-confirmation';
import type { Matter } from './matter';

/** One opened card: what it is about, and how to do it. */
export interface Card {
  readonly matter: Matter;
  readonly action: Action;
  readonly draftKey: string;
  /** Sends the action's defaults with these values. */
  readonly send: (values: Readonly<Record<string, unknown>>) => void;
  readonly isSending: boolean;
  readonly refusal: Error | null;
  /** The password, where the act counts as a signature. */
  readonly confirmation: Confirmation;
  readonly close: () => void;
}

const Context = createContext<Card | null>(null);
export const CardProvider = Context.Provider;

export const useCard = (): Card => {
  const card = useContext(Context);
  if (!card) throw new Error('a form stands outside a card');
  return card;
};

/** The form's values, kept while the card is closed or the page reloaded. */
export const useCardDraft = <Value>(initial: Value): [Value, (value: Value) => void] =>
  useDraft<Value>(useCard().draftKey, initial);

/** What the refusal says of one field, by its path in the command. */
export const useFieldError = (): ((field: string) => string | undefined) => {
  const { refusal } = useCard();
  const words = useText();
  return (field) => {
    if (!refusal) return undefined;
    const problem = problemOf(refusal);
    const found = problem.errors?.find((error) => error.field === field);
    if (found) return words.language === 'en' ? found.texts.en : found.texts.zh;
    return problem.field === field ? problemText(problem, words) : undefined;
  };
};
