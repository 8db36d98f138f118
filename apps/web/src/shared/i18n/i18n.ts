import type { Language } from '@rectify/i18n';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preference, setPreference } from '../lib/preference';

const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** One language is loaded at a time: the other's texts are of no use to this reader. */
const texts = {
  'zh-CN': () => import('@rectify/i18n/zh-CN').then(({ zhCN }) => zhCN),
  en: () => import('@rectify/i18n/en').then(({ en }) => en),
} as const satisfies Record<Language, () => Promise<Record<string, string>>>;

const browserLanguage = (): Language => (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN');

export const startTexts = async (): Promise<void> => {
  const language = preference('language', LANGUAGES, browserLanguage());
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await texts[language]() } },
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
};

export const switchLanguage = async (language: Language): Promise<void> => {
  i18next.addResourceBundle(language, 'translation', await texts[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  setPreference('language', language);
};
