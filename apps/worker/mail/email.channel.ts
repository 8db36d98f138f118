import { createTransport } from 'nodemailer';

/** What a channel is given to send. */
export interface Outgoing {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/**
 * How a try ended. `refused`: for good, of this recipient or this letter. `later`: try again. `down`: the whole channel
 * does not answer. `code` is from a closed list, never the server's words.
 */
export type Sent =
  { readonly outcome: 'sent' } | { readonly outcome: 'refused' | 'later' | 'down'; readonly code: string };

export interface MailChannel {
  readonly send: (outgoing: Outgoing) => Promise<Sent>;
  readonly close: () => void;
}

/** Codes under which the whole channel rests until its next try. */
export const DOWN_CODES = [
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'ECONNREFUSED',
  'EPROTOCOL',
];

const MS = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };

/** E-mail by SMTP. A new channel is one file like this, and one line where it is made. */
export const createEmailChannel = ({
  url,
  from,
}: {
  readonly url: string;
  readonly from: string;
}): MailChannel => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...MS,
  });
  return {
    send: async ({ to, ...letter }) => {
      try {
        // An auto-reply to a reminder would come back to nobody.
        await transport.sendMail({ from, to, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
        return { outcome: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => transport.close(),
  };
};

const failureOf = (error: unknown): Sent => {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  if (code !== undefined && DOWN_CODES.includes(code)) return { outcome: 'down', code };
  if (responseCode !== undefined)
    return { outcome: responseCode >= 500 ? 'refused' : 'later', code: `SMTP_${responseCode}` };
  return { outcome: code === 'EENVELOPE' ? 'refused' : 'later', code: code ?? 'EUNKNOWN' };
};
