import { createTransport } from 'nodemailer';
import type { Sent, Transport } from './channel';

/** Codes under which the whole channel rests until its next try. */
const DOWN_CODES = [
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

/** E-mail by SMTP. */
export const createEmailChannel = ({
  url,
  from,
}: {
  readonly url: string;
  readonly from: string;
}): Transport => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...MS,
  });
  return {
    send: async ({ to, subject, text, messageId }) => {
      if (to === null) return { outcome: 'refused', code: 'NO_ADDRESS' };
      // An auto-reply to a reminder would come back to nobody.
      const headers = { 'Auto-Submitted': 'auto-generated' };
      try {
        await transport.sendMail({ from, to, subject, text, messageId, headers });
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
