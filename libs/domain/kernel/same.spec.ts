import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical } from '@rectify/domain';
import { isSame } from './same';

describe('two JSON values', () => {
  it('are the same where nothing in them differs', () => {
    const few = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(isSame(a, JSON.parse(JSON.stringify(a)))).toBe(true);
        expect(isSame(a, b)).toBe(canonical(a) === canonical(b));
      }),
    );
  });

  it.each([
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: undefined }, { b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    [null, {}],
    [[], {}],
    ['1', 1],
  ])('%j and %j are not', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });
});
