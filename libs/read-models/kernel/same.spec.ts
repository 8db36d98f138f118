import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSame } from './same';

describe('two JSON values', () => {
  it('are the same where their text is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSame(value, JSON.parse(JSON.stringify(value)))).toBe(JSON.stringify(value) === JSON.stringify(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  it.each([
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: undefined }, { b: undefined }],
    [[1, 2], [2, 1]],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    [null, {}],
    [[], {}],
    ['1', 1],
  ])('%j and %j are not', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });
});
