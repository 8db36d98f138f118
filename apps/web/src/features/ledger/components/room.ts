import type { Column } from '../../../shared/ui/data-table';

/** At most so much room, in em, has a column; what is longer is cut off. */
const MOST = { number: 4, short: 13, prose: 20, title: 20, words: 15, names: 15, other: 15 } as const;
/** What is no plain text is a number with its way to the problem, or a light. */
const OF_MARK = 9;
const LEAST = 3;
const PADDING = 2;

/** Signs of Chinese are as wide as high; others are at most about so wide. */
const NARROW = 0.65;
const FIRST_WIDE = 0x2e80;

/** How wide a text is, by its signs: nothing is measured. */
const lengthOf = (text: string): number => {
  let length = 0;
  for (let place = 0; place < text.length; place += 1)
    length += text.charCodeAt(place) < FIRST_WIDE ? NARROW : 1;
  return length;
};

/** Cutting off costs much, cell by cell: only where a text is longer. */
export const isCut = (text: string, room: number): boolean => lengthOf(text) > room;

const SAMPLE = 100;
/** Beside a heading by which one sorts stands its arrow. */
const ARROW = 1.5;

/** The room of each column, by what its heading and its first rows hold; no row moves another's cells. */
export const roomsOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly number[] =>
  columns.map(({ label, cell, kind, isRowHeader }) => {
    const lengths = rows.slice(0, SAMPLE).map((row, index) => {
      const content = cell(row, index) ?? '';
      return typeof content === 'string' || typeof content === 'number' ? lengthOf(String(content)) : OF_MARK;
    });
    const longest = Math.max(LEAST, lengthOf(label) + ARROW, ...lengths);
    return isRowHeader ? Math.max(longest, MOST.short) : Math.min(longest, MOST[kind ?? 'other']);
  });

export const widthOf = (room: number): string => `${room + PADDING}em`;
