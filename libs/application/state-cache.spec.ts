import { describe, expect, it } from '@jest/globals';
import { createStateCache } from './state-cache';

const folded = (version: number) => ({ version, hash: `h${version}`, state: {} });

describe('the cache of folded streams', () => {
  it('keeps the later version, whoever brings the earlier last', () => {
    const cache = createStateCache(2);
    cache.put('a', folded(2));
    cache.put('a', folded(1));
    expect(cache.get('a')?.version).toBe(2);
  });

  it('answers the state it has for a version that comes again, so that what is remembered of it stays', () => {
    const cache = createStateCache(2);
    const first = folded(1);
    cache.put('a', first);
    expect(cache.put('a', folded(1))).toBe(first);
  });

  it('forgets the stream that was used longest ago', () => {
    const cache = createStateCache(2);
    cache.put('a', folded(1));
    cache.put('b', folded(1));
    cache.get('a');
    cache.put('c', folded(1));
    expect(['a', 'b', 'c'].map((stream) => cache.get(stream)?.version)).toEqual([1, undefined, 1]);
  });
});
