/** So many rows are in the page at once; more are asked for. */
export const ROWS_IN_PAGE = 100;

/** No screen shows more at once: these come first. */
export const ROWS_IN_SIGHT = 30;
