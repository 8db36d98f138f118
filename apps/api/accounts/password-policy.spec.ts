import { dictionary } from '@zxcvbn-ts/language-common';
import { isExpired, passwordFault } from './password-policy';

describe('the policy for passwords', () => {
  it.each([
    'password',
    'Password1!',
    '12345678',
    '13800138000',
    '20260101',
    'aaaaaaaaaaaa',
    'abcabcabc',
    'qwertyuiop',
    'zhenggai-2026',
    'abcd1234',
    'wangwei1',
    '1qaz2wsx',
    'baseball',
    'Trustno1',
    'liverpool!',
    'dangwei2026',
  ])('refuses %s, which is guessed first', (password) => {
    expect(passwordFault('asvs', password, 'wangwei')).toBe('tooCommon');
    expect(passwordFault('mlps3', password, 'wangwei')).toBe('tooCommon');
  });

  it('RR7.3 refuses each of the 3,000 commonest that are long enough, however its letters are written', () => {
    const long = dictionary['passwords-common'].filter((each) => each.length >= 8).slice(0, 3_000);
    expect(long).toHaveLength(3_000);
    const taken = long.filter(
      (each) =>
        passwordFault('asvs', each, 'wangwei') === null ||
        passwordFault('asvs', each.toUpperCase(), 'wangwei') === null,
    );
    expect(taken).toEqual([]);
  });

  it('RR7.3 asks for no kinds of characters and no rotation by asvs, for both by mlps3', () => {
    expect(passwordFault('asvs', 'a long enough password', 'wangwei')).toBeNull();
    expect(passwordFault('mlps3', 'a long enough password', 'wangwei')).toBe('tooSimple');
    expect(passwordFault('mlps3', 'A long enough password', 'wangwei')).toBeNull();
    expect(passwordFault('mlps3', '整改方案要按期报送1a', 'wangwei')).toBeNull();
    expect([isExpired('asvs', 4_000), isExpired('mlps3', 90), isExpired('mlps3', 91)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('takes the account as a part of a long phrase only', () => {
    expect(passwordFault('asvs', 'li-secret-words', 'li')).toBeNull();
    expect(passwordFault('asvs', 'secretary-9', 'secretary')).toBe('tooCommon');
  });

  it('answers at once whatever it is given', () => {
    const began = performance.now();
    for (const text of ['a'.repeat(128), 'ab'.repeat(64), '-'.repeat(128), `${'a1'.repeat(60)}x`]) {
      passwordFault('mlps3', text, 'someone');
    }
    expect(performance.now() - began).toBeLessThan(200);
  });
});
