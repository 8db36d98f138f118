/** Beyond the rows in sight, so that scrolling finds them there. */
const AHEAD = 12;

/** The rows that are in the page: those in sight and some around them. */
export const windowOf = (top: number, height: number, row: number, count: number) => {
  const from = Math.max(0, Math.floor(top / row) - AHEAD);
  return { from, to: Math.min(count, Math.ceil((top + height) / row) + AHEAD) };
};
