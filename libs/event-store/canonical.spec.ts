import { createHash } from 'node:crypto';
import { assertProfile, canonicalBytes, chainHash, payloadHash } from './canonical';
import { StoreError } from './errors';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('canonical bytes', () => {
  it('sort keys by code unit and keep text as it was typed', () => {
    expect(canonicalBytes({ b: 1, a: ['é', 'e\u0301', '😀', '"\\\u001f/'], A: null })).toBe(
      '{"A":null,"a":["é","e\u0301","😀","\\"\\\\\\u001f/"],"b":1}',
    );
  });

  it('are chained as anybody can compute it', () => {
    const first = createHash('sha256').update(Buffer.from('rc-event-v1\0{"a":1}')).digest();
    expect(chainHash('', '{"a":1}')).toBe(first.toString('hex'));
    const second = createHash('sha256').update(
      Buffer.concat([Buffer.from('rc-event-v1\0'), first, Buffer.from('整')]),
    );
    expect(chainHash(first.toString('hex'), '整')).toBe(second.digest('hex'));
  });

  it('give a payload one hash, however its keys are ordered', () => {
    expect(payloadHash({ a: 1, b: 2 })).toBe(payloadHash({ b: 2, a: 1 }));
    expect(payloadHash({ a: 1, b: 2 })).not.toBe(payloadHash({ a: 1, b: 3 }));
  });
});

describe('the profile', () => {
  it.each<[string, unknown]>([
    ['data.a[1]', { a: [1, 0.5] }],
    ['data.a', { a: 2 ** 53 }],
    ['data.a', { a: NaN }],
    ['data.a', { a: undefined }],
    ['data.a', { a: 1n }],
    ['data.a', { a: new Date(0) }],
    ['data.a', { a: new Map() }],
    ['data.a', { a: () => 1 }],
    ['data.a', { a: 'x\0' }],
    ['data.a', { a: '\ud83d' }],
    ['data', { '\udc00': 1 }],
    ['data[0]', new Array(1)],
  ])('names %s in %o', (path, value) => {
    expect(() => assertProfile(value)).toThrow(StoreError);
    expect(() => assertProfile(value)).toThrow(new RegExp(`^${path.replace(/[[\]]/g, '\\$&')} `));
  });

  it('takes 16 levels and no more', () => {
    expect(() => assertProfile(nested(16))).not.toThrow();
    expect(() => assertProfile(nested(17))).toThrow('deeper than 16');
    expect(() => assertProfile(nested(100_000))).toThrow('deeper than 16');
  });

  it('takes whole numbers to their ends, empty things and every valid character', () => {
    const value = { n: [-(2 ** 53) + 1, 2 ** 53 - 1, 0], e: {}, l: [], t: '\u0001\uffff😀' };
    expect(() => assertProfile(value)).not.toThrow();
    expect(JSON.parse(canonicalBytes(value))).toEqual(value);
  });
});
