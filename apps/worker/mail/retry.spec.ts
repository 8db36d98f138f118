import { retryOf } from './retry';

const waiting = { count: 1, attempts: 1, oldestSeconds: 10, isDown: false };

describe('a mail that did not end', () => {
  it('is nothing to wait for where there is none', () => {
    expect(retryOf({ ...waiting, count: 0, attempts: 0 }, 60)).toMatchObject({
      isDue: false,
      inMs: null,
      rests: false,
    });
  });

  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [5, 960],
    [40, 960],
  ])('after try %i is tried again %i seconds later', (attempts, seconds) => {
    const retry = retryOf({ ...waiting, attempts }, 60);
    expect(retry).toMatchObject({ olderThanSeconds: seconds, isDue: false, inMs: (seconds - 10) * 1_000 });
    expect(retryOf({ ...waiting, attempts, oldestSeconds: seconds + 1 }, 60).isDue).toBe(true);
  });

  it('holds back new mail only while the whole channel is away, until the next try', () => {
    expect(retryOf(waiting, 60).rests).toBe(false);
    expect(retryOf({ ...waiting, isDown: true }, 60).rests).toBe(true);
    expect(retryOf({ ...waiting, isDown: true, oldestSeconds: 61 }, 60).rests).toBe(false);
  });
});
