import { base32, codeAt, stepAt, stepOf, totpUri } from './totp';

describe('one-time passwords by time', () => {
  const secret = Buffer.from('12345678901234567890');

  // RFC 6238, appendix B, the rows of SHA-1.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are at %d s what RFC 6238 says', (seconds, code) => {
    expect(codeAt(secret, stepAt(seconds * 1000), 8)).toBe(code);
    expect(codeAt(secret, stepAt(seconds * 1000))).toBe(code.slice(2));
  });

  it('are taken in their step and one beside it, as six digits and nothing else', () => {
    const now = 1_111_111_111_000;
    const at = (steps: number) => codeAt(secret, stepAt(now) + steps);
    expect([-2, -1, 0, 1, 2].map((steps) => stepOf(secret, at(steps), now))).toEqual([
      null,
      stepAt(now) - 1,
      stepAt(now),
      stepAt(now) + 1,
      null,
    ]);
    for (const wrong of ['', '12345', `${at(0)}0`, ` ${at(0)}`, '１２３４５６'])
      expect(stepOf(secret, wrong, now)).toBeNull();
  });

  it('are set up by the text of RFC 4648 and the link that authenticators know', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(totpUri(Buffer.from('foobar'), 'wang', '整改 1')).toBe(
      'otpauth://totp/%E6%95%B4%E6%94%B9%201:wang?secret=MZXW6YTBOI&issuer=%E6%95%B4%E6%94%B9%201',
    );
  });
});
