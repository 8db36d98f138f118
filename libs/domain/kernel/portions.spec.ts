import { describe, expect, it } from '@jest/globals';
import { inPortions } from './portions';

describe('a list in portions', () => {
  it('keeps its order and everything in it', () => {
    expect(inPortions([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('is one portion where it fits, and none where it is empty', () => {
    expect(inPortions([1, 2], 2)).toEqual([[1, 2]]);
    expect(inPortions([], 2)).toEqual([]);
  });
});
