import type { Language, MessageKey, TextParams, Texts } from '@rectify/i18n';
import { fill } from '@rectify/i18n/text';
import { preference, setPreference } from '../lib/preference';

const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** One language is loaded at a time, and before signing in only what is said there: the rest is of no use to this reader. */
const TEXTS = {
  outside: {
    'zh-CN': () => import('@rectify/i18n/outside.zh-CN').then(({ outsideZh }) => outsideZh),
    en: () => import('@rectify/i18n/outside.en').then(({ outsideEn }) => outsideEn),
  },
  all: {
    'zh-CN': () => import('@rectify/i18n/zh-CN').then(({ zhCN }) => zhCN),
    en: () => import('@rectify/i18n/en').then(({ en }) => en),
  },
} as const satisfies Record<string, Record<Language, () => Promise<Texts>>>;

export type Say = (key: MessageKey, params?: TextParams) => string;

export interface Words {
  readonly language: Language;
  /** A text of the catalogue; the compiler knows every key. */
  readonly t: Say;
}

let reach: keyof typeof TEXTS = 'outside';
let words: Words = { language: 'zh-CN', t: (key) => key };
const listeners = new Set<() => void>();

export const currentWords = (): Words => words;
export const subscribeToWords = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const speak = async (language: Language): Promise<void> => {
  const texts: Texts = await TEXTS[reach][language]();
  words = { language, t: (key, params) => fill(texts, key, params) };
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
};

const browserLanguage = (): Language => (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN');

export const startTexts = (): Promise<void> => speak(preference('language', LANGUAGES, browserLanguage()));

/** Before the first page behind signing in. */
export const loadAllTexts = async (): Promise<void> => {
  if (reach === 'all') return;
  reach = 'all';
  await speak(words.language);
};

/** The language that whoever signed in chose, where that is another. */
export const keepLanguage = async (): Promise<void> => {
  const chosen = preference('language', LANGUAGES, words.language);
  if (chosen !== words.language) await speak(chosen);
};

export const switchLanguage = async (language: Language): Promise<void> => {
  await speak(language);
  setPreference('language', language);
};
