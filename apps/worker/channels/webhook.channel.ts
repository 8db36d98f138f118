import { createHmac } from 'node:crypto';
import type { Outgoing, Sent, Transport } from './channel';
import type { PostJson } from './post-json';

export interface WebhookSettings {
  readonly url: URL;
  /** The bytes behind `whsec_`. */
  readonly key: Buffer;
  readonly post: PostJson;
  readonly now?: () => number;
}

/** The pause is the receiver's to name (Standard Webhooks, "Deliverability and reliability"). */
const THROTTLING = [429, 502, 503, 504];
/** The receiver wants no more of it. */
const GONE = 410;

/** A program of the unit's own, signed by Standard Webhooks: `webhook-id` is the same at every try. */
export const createWebhookChannel = ({ url, key, post, now = Date.now }: WebhookSettings): Transport => ({
  send: async (outgoing): Promise<Sent> => {
    const body = JSON.stringify(payloadOf(outgoing));
    const timestamp = String(Math.floor(now() / 1_000));
    const reply = await post(url, body, {
      'webhook-id': outgoing.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(key, outgoing.id, timestamp, body),
    });
    if (!reply.ok) return { outcome: 'down', code: `WEBHOOK_${reply.code}` };
    if (reply.status >= 200 && reply.status < 300) return { outcome: 'sent' };
    const code = `WEBHOOK_HTTP_${reply.status}`;
    if (reply.status === GONE) return { outcome: 'refused', code };
    const pause = reply.retryAfterSeconds === null ? {} : { afterSeconds: reply.retryAfterSeconds };
    return { outcome: THROTTLING.includes(reply.status) ? 'down' : 'later', code, ...pause };
  },
  close: () => undefined,
});

/** Standard Webhooks, version 1: HMAC-SHA256 over id, Unix seconds and the exact body, in base64. */
export const signatureOf = (key: Buffer, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

const payloadOf = ({ kind, subject, items, at }: Outgoing) => ({
  type: 'reminders.due',
  timestamp: at,
  data: { kind, title: subject, reminders: items.map(({ of, ...told }) => ({ ...told, ...of })) },
});
