import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { StoreError } from './errors';

export const MAX_DEPTH = 16;
export const MAX_PAYLOAD_BYTES = 64 * 1024;

const NOT_STORABLE = /[\0\p{Surrogate}]/u;

const invalid = (path: string, why: string): StoreError => new StoreError('EVENT_INVALID', `${path} ${why}`);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Throws at the first value that would not come back from the log as it went in: no fraction, no integer beyond 2^53-1,
 * no U+0000 or lone surrogate, no `undefined`, no object that is more than its JSON, no more than 16 levels.
 */
export const assertProfile = (value: unknown, path = 'data', depth = 1): void => {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw invalid(path, `is ${value}: only integers within 2^53-1 are stored`);
    return;
  }
  if (typeof value === 'string') {
    if (NOT_STORABLE.test(value)) throw invalid(path, 'holds U+0000 or half a character');
    return;
  }
  if (typeof value !== 'object') throw invalid(path, `is ${typeof value}, which JSON does not have`);
  if (depth > MAX_DEPTH) throw invalid(path, `lies deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1)
      assertProfile(value[index], `${path}[${index}]`, depth + 1);
    return;
  }
  if (!isPlain(value)) throw invalid(path, 'is no plain object');
  for (const key of Object.keys(value)) {
    if (NOT_STORABLE.test(key)) throw invalid(path, 'has a key with U+0000 or half a character');
    assertProfile((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1);
  }
};

/** RFC 8785. The exact text that is stored and hashed; `value` must have passed `assertProfile`. */
export const canonicalBytes = (value: unknown): string => {
  const bytes = canonicalize(value);
  if (bytes === undefined) throw invalid('the value', 'is not JSON');
  return bytes;
};

/** Hex sha256 of a command's payload, for keys that come back with another one. */
export const payloadHash = (payload: unknown): string => {
  assertProfile(payload, 'payload');
  return createHash('sha256').update(canonicalBytes(payload), 'utf8').digest('hex');
};

/** `sha256('rc-event-v1\0' ‖ previous hash ‖ canonical bytes)`, hashes in hex; the first event's previous is empty. */
export const chainHash = (previousHash: string, bytes: string): string =>
  createHash('sha256')
    .update('rc-event-v1\0')
    .update(previousHash, 'hex')
    .update(bytes, 'utf8')
    .digest('hex');
