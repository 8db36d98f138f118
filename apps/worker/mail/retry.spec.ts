import { pauseAfter } from './retry';

describe('a message that was not taken', () => {
  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [5, 960],
    [40, 960],
  ])('after try %i is tried again %i seconds later', (attempts, seconds) => {
    expect(pauseAfter(attempts, 60)).toBe(seconds);
  });

  it('is not tried before the other side has asked for it', () => {
    expect(pauseAfter(1, 60, 600)).toBe(600);
    expect(pauseAfter(5, 60, 600)).toBe(960);
  });
});
