/** So many rows are in the page at once; more are asked for. */
export const ROWS_IN_PAGE = 100;
