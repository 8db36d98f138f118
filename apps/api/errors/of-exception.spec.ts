import { httpStatus, problemCodes, statusOf } from '@rectify/contracts';
import { isBug, problemOf } from './of-exception';
import { refused } from './problem';

describe('what was thrown, as the caller is told', () => {
  it.each(problemCodes.filter((code) => statusOf(code) === httpStatus.UNAVAILABLE))(
    'says of %s when to come again',
    (code) => {
      expect(problemOf(refused(code)).retryAfter).toBeGreaterThan(0);
    },
  );

  it('says it of a key in flight too, and keeps to what was said already', () => {
    expect(problemOf({ code: 'KEY_IN_FLIGHT' })).toEqual({ code: 'KEY_IN_FLIGHT', retryAfter: 1 });
    expect(problemOf(refused('RATE_LIMITED', { retryAfter: 7 })).retryAfter).toBe(7);
  });

  it('takes PostgreSQL away for unavailable, and the unknown for a bug', () => {
    expect(problemOf({ code: 'STORE_UNAVAILABLE' })).toEqual({ code: 'UNAVAILABLE', retryAfter: 2 });
    expect(isBug(problemOf(new TypeError('a bug')))).toBe(true);
  });
});
