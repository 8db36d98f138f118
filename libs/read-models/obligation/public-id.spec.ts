import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { publicId } from './public-id';

describe('the public id of an obligation', () => {
  it('RR3.2 is base32 of the first 80 bits of sha256(stream ‖ key), lower case', () => {
    const digest = createHash('sha256').update('campaign/asubmitPlan:p:1').digest();
    const bits = BigInt(`0x${digest.subarray(0, 10).toString('hex')}`)
      .toString(2)
      .padStart(80, '0');
    const expected = (bits.match(/.{5}/g) ?? [])
      .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five, 2)])
      .join('');
    expect(publicId('campaign/a', 'submitPlan:p:1')).toBe(expected);
    expect(expected).toMatch(/^[a-z2-7]{16}$/);
  });

  it('RR3.2 is another for another stream or round', () => {
    const ids = [publicId('campaign/a', 'k:1'), publicId('campaign/b', 'k:1'), publicId('campaign/a', 'k:2')];
    expect(new Set(ids).size).toBe(3);
  });
});
