import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';

/** RFC 8785: the one byte sequence of a JSON value. Keys whose value is undefined do not appear. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value that is no JSON has no canonical form');
  return text;
};

/** Hex sha256 of a text's UTF-8 bytes. */
export const hashOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Texts whose hash is remembered, and up to which length in characters. */
const MOST = 256;
const LONGEST = 64 * 1024;
const known = new Map<string, string>();

/**
 * Hex sha256 of a value's canonical form. What a chain signs is asked for with every state until its last step, and is
 * mostly what it was a command before; so the latest hashes are remembered by their texts.
 */
export const hashOf = (value: unknown): string => {
  const text = canonical(value);
  const before = known.get(text);
  if (before !== undefined) return before;
  const hash = hashOfText(text);
  if (known.size >= MOST) known.delete(known.keys().next().value as string);
  if (text.length <= LONGEST) known.set(text, hash);
  return hash;
};
