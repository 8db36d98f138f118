import { propertyRuns } from '@rectify/testing';
import fc from 'fast-check';
import { solvable, suppress, suppressed, type Sum } from './small-counts';

/** A table of campaigns by units or anything else, with the sums of its rows, of its columns and of all. */
const aTable = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([height, width]) =>
    fc
      .array(fc.nat({ max: 12 }), { minLength: height * width, maxLength: height * width })
      .map((inner) => withSums(inner, height, width)),
  );

const withSums = (inner: readonly number[], height: number, width: number) => {
  const cells = [...inner];
  const sum = (parts: readonly number[]): Sum => {
    cells.push(parts.reduce((all, part) => all + (cells[part] ?? 0), 0));
    return { total: cells.length - 1, parts };
  };
  const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
  const rows = range(height).map((row) => sum(range(width).map((column) => row * width + column)));
  const columns = range(width).map((column) => sum(range(height).map((row) => row * width + column)));
  const all = sum(rows.map(({ total }) => total));
  return { cells, sums: [...rows, ...columns, all] };
};

describe('small counts of a unit below', () => {
  it('are not told apart; none and five are', () => {
    expect([0, 1, 4, 5, 12].map(suppressed)).toEqual([0, '<5', '<5', 5, 12]);
  });

  it('take another one with them where the total would give them away', () => {
    const total = { total: 3, parts: [0, 1, 2] };
    expect(suppress([3, 9, 20, 32], [total])).toEqual(['<5', 'withheld', 20, 32]);
    expect(suppress([3, 2, 20, 25], [total])).toEqual(['<5', '<5', 20, 25]);
    expect(suppress([7, 9, 20, 36], [total])).toEqual([7, 9, 20, 36]);
    // A total that is itself small hides with its one part.
    expect(suppress([3, 0, 0, 3], [total])).toEqual(['<5', 0, 0, '<5']);
  });

  it('follow from nothing that is published, whatever adds up to what', () => {
    fc.assert(
      fc.property(aTable, ({ cells, sums }) => {
        const shown = suppress(cells, sums);
        const hidden = new Set(shown.flatMap((each, at) => (typeof each === 'number' ? [] : [at])));
        expect(solvable(hidden, sums)).toEqual([]);
        shown.forEach((each, at) => {
          if (typeof each === 'number') expect(each).toBe(cells[at]);
          else expect(each === '<5').toBe((cells[at] ?? 0) > 0 && (cells[at] ?? 0) < 5);
        });
      }),
      propertyRuns(1_000),
    );
  });

  it('are found out by the rank test where only they are hidden', () => {
    expect(solvable(new Set([0]), [{ total: 2, parts: [0, 1] }])).toEqual([0]);
    expect(solvable(new Set([0, 1]), [{ total: 2, parts: [0, 1] }])).toEqual([]);
    // Two totals over the same two cells and one of them: each is solved by the other.
    const sums = [
      { total: 3, parts: [0, 1, 2] },
      { total: 4, parts: [0, 1] },
    ];
    expect(solvable(new Set([1, 2]), sums)).toEqual([1, 2]);
  });
});
