/** Counts of a unit below may tell of a person where they are small; what hides them must not be solvable (security.md §2.5). */

/** A count as a reader of the unit above sees it: few are not told apart; what would give one away is withheld. */
export type ShownCount = number | '<5' | 'withheld';

const FEW = 5;
const isSmall = (count: number): boolean => count > 0 && count < FEW;

/** A count that stands in no published sum. */
export const suppressed = (count: number): ShownCount => (isSmall(count) ? '<5' : count);

/** A published sum over other cells, by their places. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * Cells as they may be shown with the sums they stand in: first every small one is hidden, then others, the smallest first
 * and totals last, until no hidden cell follows from what is published.
 */
export const suppress = (cells: readonly number[], sums: readonly Sum[]): readonly ShownCount[] => {
  const hidden = new Set(cells.flatMap((count, at) => (isSmall(count) ? [at] : [])));
  for (let solved = solvable(hidden, sums); solved.length > 0; solved = solvable(hidden, sums)) {
    const next = toWithhold(cells, sums, hidden, solved);
    if (next === undefined) break;
    hidden.add(next);
  }
  return cells.map((count, at) => (hidden.has(at) ? (isSmall(count) ? '<5' : 'withheld') : count));
};

/** Out of a sum that a solved cell stands in, or of any where those have nothing left: it may follow from several together. */
const toWithhold = (
  cells: readonly number[],
  sums: readonly Sum[],
  hidden: ReadonlySet<number>,
  solved: readonly number[],
): number | undefined => {
  const totals = new Set(sums.map(({ total }) => total));
  const publishedIn = (some: readonly Sum[]): readonly number[] =>
    [...new Set(some.flatMap(({ total, parts }) => [...parts, total]))].filter((at) => !hidden.has(at));
  const touched = sums.filter(({ total, parts }) => solved.some((at) => at === total || parts.includes(at)));
  const near = publishedIn(touched);
  // A zero hides little, and the total is what the reader came for.
  const cost = (at: number): readonly number[] => [
    Number(totals.has(at)),
    Number(cells[at] === 0),
    cells[at] ?? 0,
    at,
  ];
  return [...(near.length > 0 ? near : publishedIn(sums))].sort((a, b) => {
    const [left, right] = [cost(a), cost(b)];
    const first = left.findIndex((value, index) => value !== right[index]);
    return (left[first] ?? 0) - (right[first] ?? 0);
  })[0];
};

/**
 * The hidden cells that the published sums determine: those whose unit vector lies in the row space of the sums, read on
 * the hidden columns. In the reduced form these are the rows with a single entry.
 */
export const solvable = (hidden: ReadonlySet<number>, sums: readonly Sum[]): readonly number[] => {
  const columns = [...hidden];
  const rows = sums.map(({ total, parts }) =>
    columns.map((at) => (at === total ? -1 : 0) + parts.filter((part) => part === at).length),
  );
  return reduced(rows).flatMap((row) => {
    const entries = row.flatMap((value, column) => (isZero(value) ? [] : [column]));
    return entries.length === 1 ? [columns[entries[0] as number] as number] : [];
  });
};

const isZero = (value: number): boolean => Math.abs(value) < 1e-9;

/** Gauss and Jordan. */
const reduced = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const made = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (made[0]?.length ?? 0); column += 1) {
    const at = made.findIndex((row, index) => index >= rank && !isZero(row[column] ?? 0));
    if (at < 0) continue;
    [made[rank], made[at]] = [made[at] as number[], made[rank] as number[]];
    const pivot = made[rank] as number[];
    const lead = pivot[column] as number;
    made.forEach((row, index) => {
      if (index === rank || isZero(row[column] ?? 0)) return;
      const factor = (row[column] as number) / lead;
      pivot.forEach((value, place) => (row[place] = (row[place] as number) - factor * value));
    });
    rank += 1;
  }
  return made.slice(0, rank);
};
