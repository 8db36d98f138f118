import { createHash } from 'node:crypto';
import type { ChainedLine, Head } from '../../libs/event-store/record/bundle';

const classes = ['F2', 'F3'];

/** Readings of one object, as the store chains them. */
export const accessChain = (
  stream: string,
  count: number,
): { readonly head: Head; readonly lines: readonly ChainedLine[] } => {
  const lines: ChainedLine[] = [];
  let previous = '';
  for (let seq = 1; seq <= count; seq += 1) {
    const at = new Date(Date.UTC(2026, 2, 2, 2, seq)).toISOString();
    const read = `{"class":"${classes[seq % 2]}","reader":"p-${seq % 3}","surface":"timeline"}`;
    const bytes = `{"at":"${at}","read":${read},"seq":${seq},"stream":"${stream}"}`;
    const hash = createHash('sha256')
      .update('rc-access-v1\0')
      .update(previous, 'hex')
      .update(bytes)
      .digest('hex');
    lines.push({ bytes, hash });
    previous = hash;
  }
  return { head: { stream, version: count, hash: previous }, lines };
};
