import type { Language, MessageKey, TextParams } from '@rectify/i18n';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type Say = (key: MessageKey, params?: TextParams) => string;

export interface Words {
  readonly language: Language;
  /** A text of the catalogue; the compiler knows every key. */
  readonly t: Say;
}

export const useText = (): Words => {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(() => ({ language, t: (key, params) => t(key, { ...params }) }), [t, language]);
};
