import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BYTES = 10;

/**
 * The id of `/t/:id`: base32 (RFC 4648, lower case) of the first 80 bits of sha256(stream ‖ key). It survives
 * reassignment and re-dating; a new round has a new one (rulings §3).
 */
export const publicId = (stream: string, key: string): string => {
  const digest = createHash('sha256').update(stream).update(key).digest();
  let id = '';
  let bits = 0;
  let held = 0;
  for (let index = 0; index < BYTES; index += 1) {
    held = (held << 8) | (digest[index] ?? 0);
    for (bits += 8; bits >= 5; bits -= 5) id += ALPHABET[(held >>> (bits - 5)) & 31];
    held &= 31;
  }
  return id;
};
