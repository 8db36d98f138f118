import type { Language } from '@rectify/i18n';
import { coloursOf, type LightPalette } from './palette';

export type Size = 'normal' | 'large';

export interface Look {
  readonly isDark: boolean;
  readonly size: Size;
  readonly palette: LightPalette;
  readonly language: Language;
}

const CHINESE = "'PingFang SC','Microsoft YaHei','HarmonyOS Sans SC','Noto Sans CJK SC'";
const LATIN = "system-ui,-apple-system,'Segoe UI'";

/** The fonts of the system. English first in English: quotation marks of a Chinese font are a character wide. */
export const fontsOf = (language: Language): string =>
  language === 'en' ? `${LATIN},${CHINESE},sans-serif` : `${CHINESE},${LATIN},sans-serif`;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The colours for our own rules, as custom properties of the document. */
export const paint = ({ isDark, size, palette, language }: Look): void => {
  const { style, dataset } = document.documentElement;
  for (const [name, value] of Object.entries(coloursOf(isDark, palette)))
    style.setProperty(`--${kebab(name)}`, value);
  style.setProperty('--fonts', fontsOf(language));
  style.setProperty('color-scheme', isDark ? 'dark' : 'light');
  dataset['size'] = size;
};
