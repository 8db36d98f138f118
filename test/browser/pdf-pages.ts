import { execFileSync } from 'node:child_process';
import path from 'node:path';

const program = path.join(__dirname, 'pdf-text.mjs');

/** The text of each page of a printed document, without its white space. Fonts name some characters by their radicals (⽉ for 月, ⻚ for 页): undone. */
export const pdfPages = (pdf: Buffer): readonly string[] => {
  const texts = JSON.parse(
    execFileSync(process.execPath, [program], { input: pdf, encoding: 'utf8', timeout: 30_000 }),
  ) as readonly string[];
  return texts.map((text) => text.normalize('NFKC').replaceAll('⻚', '页').replaceAll(/\s/g, ''));
};
