import { isLoopback } from './public-address';
import type { Reach } from './post-json';
import { given, type Variables } from '../process/variables';

/** Which channels the installation uses; null: that one is off. */
export interface ChannelSettings {
  readonly email: { readonly url: string; readonly from: string } | null;
  readonly wecom: { readonly url: URL } | null;
  readonly dingtalk: { readonly url: URL; readonly secret: string } | null;
  readonly feishu: { readonly url: URL; readonly secret: string } | null;
  readonly webhook: { readonly url: URL; readonly key: Buffer } | null;
  readonly reach: Reach;
  /** An urgent message calls everybody of a robot's group. */
  readonly mentionAll: boolean;
}

/** Reads what is set; `wrong` gets the names of what is not right, never a value: an address of a robot is its secret. */
export const readChannelSettings = (env: Variables, wrong: string[]): ChannelSettings => {
  const mode = env['RECTIFY_MODE'];
  const isTrial = mode === 'demo' || mode === 'test';
  const needed = (name: string, isUsed: boolean): string => {
    const value = given(env, name);
    if (value === undefined && isUsed) wrong.push(`${name} is missing`);
    return value ?? '';
  };
  const address = (name: string): URL | null => {
    const value = given(env, name);
    if (value === undefined) return null;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url && url.username === '' && url.password === '' && isSafe(url, isTrial)) return url;
    wrong.push(`${name} is no https address`);
    return null;
  };
  const robot = (name: string): { url: URL; secret: string } | null => {
    const url = address(`${name}_URL`);
    return url && { url, secret: needed(`${name}_SECRET`, true) };
  };
  const wecom = address('WECOM_ROBOT_URL');
  const webhook = address('WEBHOOK_URL');
  const smtp = given(env, 'SMTP_URL');
  const mention = env['ROBOT_MENTION'] || 'none';
  if (mention !== 'none' && mention !== 'all') wrong.push('ROBOT_MENTION is neither none nor all');
  return {
    email: smtp === undefined ? null : { url: smtp, from: needed('SMTP_FROM', true) },
    wecom: wecom && { url: wecom },
    dingtalk: robot('DINGTALK_ROBOT'),
    feishu: robot('FEISHU_ROBOT'),
    webhook: webhook && { url: webhook, key: keyOf(needed('WEBHOOK_SECRET', true), wrong) },
    reach: { loopback: isTrial, privateHosts: listOf(env['CHANNEL_PRIVATE_HOSTS']) },
    mentionAll: mention === 'all',
  };
};

/** Plain http reaches this machine only, and only where nothing is in earnest. */
const isSafe = ({ protocol, hostname }: URL, isTrial: boolean): boolean =>
  protocol === 'https:' ||
  (protocol === 'http:' &&
    isTrial &&
    (hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''))));

const listOf = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');

/** Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
const keyOf = (secret: string, wrong: string[]): Buffer => {
  const [, encoded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  const key = Buffer.from(encoded, 'base64');
  if (secret !== '' && (key.length < 24 || key.length > 64))
    wrong.push('WEBHOOK_SECRET is not whsec_ and 24 to 64 bytes in base64');
  return key;
};
