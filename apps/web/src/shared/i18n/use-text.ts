import { useSyncExternalStore } from 'react';
import { currentWords, subscribeToWords, type Words } from './i18n';

export type { Say, Words } from './i18n';

/** The reader's language and its texts, by the one function that mails and answers are filled by too. */
export const useText = (): Words => useSyncExternalStore(subscribeToWords, currentWords);
