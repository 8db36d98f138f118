import { en } from './en';
import mailEn from './mail.en.json';
import mailZh from './mail.zh-CN.json';
import { fill, type TextParams, type Texts } from './text';
import { zhCN } from './zh-CN';

export { fill, type TextParams, type Texts } from './text';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
/** Every key that pages and answers use; those of messages are the worker's own. */
export type MessageKey = keyof typeof zhCN;

/** Every text a person reads, by language. Both have the same keys; a spec holds them to it. */
export const catalogue: { readonly [language in Language]: Texts } = {
  'zh-CN': { ...zhCN, ...mailZh },
  en: { ...en, ...mailEn },
};

export const text = (language: Language, key: string, params?: TextParams): string =>
  fill(catalogue[language], key, params);

/** Whether somebody has written a text; for what may come before its words do. */
export const has = (language: Language, key: string): boolean => Object.hasOwn(catalogue[language], key);
