import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';

/** RFC 8785: the one byte sequence of a JSON value. Keys whose value is undefined do not appear. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value that is no JSON has no canonical form');
  return text;
};

/** Hex sha256 of a value's canonical form. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));
