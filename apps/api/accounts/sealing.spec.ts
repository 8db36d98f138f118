import { sealing } from './sealing';

describe('a sealed secret', () => {
  const key = 'a1'.repeat(32);
  const { seal, open } = sealing(key, 'totp');
  const secret = Buffer.from('12345678901234567890');

  it('opens for its owner, and is another text each time', () => {
    const sealed = seal(secret, 'wang');
    expect(open(sealed, 'wang')).toEqual(secret);
    expect(sealed.includes(secret)).toBe(false);
    expect(seal(secret, 'wang').equals(sealed)).toBe(false);
  });

  it('opens for nobody else, with no other key or purpose, and not when a bit was flipped', () => {
    const sealed = seal(secret, 'wang');
    expect(() => open(sealed, 'li')).toThrow();
    expect(() => sealing('b2'.repeat(32), 'totp').open(sealed, 'wang')).toThrow();
    expect(() => sealing(key, 'other').open(sealed, 'wang')).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(() => open(flipped, 'wang')).toThrow();
    }
  });
});
