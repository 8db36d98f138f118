/** Beyond the rows in sight, so that scrolling finds them there. */
const AHEAD = 4;
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
