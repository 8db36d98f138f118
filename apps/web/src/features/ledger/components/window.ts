/** Beyond the rows in sight, so that scrolling finds them there. */
const AHEAD = 6;
/** Rows come and go by so many: most of the frames of a scrolling change nothing in the page. */
const STEP = 4;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The rows that are in the page: those in sight and some around them. */
export const windowOf = (top: number, height: number, row: number, count: number): Window => {
  const first = Math.floor(top / row / STEP) * STEP;
  const last = Math.ceil((top + height) / row / STEP) * STEP;
  return { from: Math.max(0, first - AHEAD), to: Math.min(count, last + AHEAD) };
};

/** Room inside a cell's padding, in em: nothing is measured, and no row moves another's cells. */
const ROOM = { number: 2.5, short: 9.5, prose: 20, other: 13.5 } as const;
export type Room = keyof typeof ROOM;

const PADDING_EM = 2;

export const widthOf = (kind: Room): string => `${ROOM[kind] + PADDING_EM}em`;

/** Signs of Chinese are as wide as high; others are at most about so wide. */
const NARROW_EM = 0.65;
const FIRST_WIDE = 0x2e80;

/** Whether a text is longer than its cell has room for, by its signs. Cutting off costs much, cell by cell. */
export const isCut = (text: string, kind: Room): boolean => {
  let width = 0;
  for (let place = 0; place < text.length; place += 1) {
    width += text.charCodeAt(place) < FIRST_WIDE ? NARROW_EM : 1;
    if (width > ROOM[kind]) return true;
  }
  return false;
};
