import { TokenBuckets } from './rate-limiter';

describe('a bucket of tokens', () => {
  it('gives a burst, then so many a second, to each principal apart', () => {
    const buckets = new TokenBuckets(2, 3);
    expect([0, 0, 0].map(() => buckets.take('a', 1_000))).toEqual([0, 0, 0]);
    expect(buckets.take('a', 1_000)).toBe(1);
    expect(buckets.take('b', 1_000)).toBe(0);
    expect(buckets.take('a', 1_500)).toBe(0);
    expect(buckets.take('a', 1_500)).toBe(1);
  });

  it('never holds more than a burst', () => {
    const buckets = new TokenBuckets(2, 3);
    buckets.take('a', 0);
    expect([0, 0, 0, 0].map(() => buckets.take('a', 1_000_000))).toEqual([0, 0, 0, 1]);
  });

  it('is lifted by 0', () => {
    const buckets = new TokenBuckets(0, 1);
    expect(Array.from({ length: 1_000 }, () => buckets.take('a', 0)).every((wait) => wait === 0)).toBe(true);
  });
});
