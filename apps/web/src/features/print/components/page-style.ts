/** A text as a string of CSS: whatever is no letter, digit or space is written by its number. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

export type PaperSize = 'A4' | 'A3';

export interface PageFoot {
  /** Around the numbers of the page and of all pages: 第 … 页 共 … 页. */
  readonly number: readonly [string, string, string];
  readonly left: string;
  readonly right: string;
}

/** The page box: its size, margins and foot. Browsers too old for the foot print without it. */
export const pageStyle = (
  size: PaperSize,
  isLandscape: boolean,
  { number, left, right }: PageFoot,
): string => {
  const [before, between, after] = number.map(cssString);
  const small = 'font: 9pt SimSun, "Noto Serif CJK SC", serif';
  return `@page {
  size: ${size} ${isLandscape ? 'landscape' : 'portrait'};
  margin: 15mm 12mm 18mm;
  @bottom-left { content: ${cssString(left)}; ${small} }
  @bottom-center { content: ${before} counter(page) ${between} counter(pages) ${after}; ${small} }
  @bottom-right { content: ${cssString(right)}; ${small} }
}`;
};
