import { hashOf, type Mail } from '@rectify/domain';

/**
 * What names a mail follows from whom it goes to, when, and what is in it: a try after a kill repeats the same Message-ID,
 * so that whoever has it already can tell.
 */
export const identify = (
  { personId, rungIds }: Pick<Mail, 'personId' | 'rungIds'>,
  channel: string,
  day: string,
  host: string,
): { readonly mailId: string; readonly messageId: string } => {
  const hash = hashOf({ personId, channel, day, rungIds });
  return { mailId: uuidOf(hash), messageId: `<${hash.slice(0, 40)}@${host}>` };
};

/** A UUID of version 8, which is of its maker's own design. */
const uuidOf = (hex: string): string => {
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
