import { channelLimits, CHANNELS, type Channel, type ChannelLimits } from '@rectify/domain';
import type { ChannelSet } from '@rectify/read-models';
import type { Transports } from './channel';
import type { ChannelSettings } from './channel-settings';
import { createDingtalkChannel } from './dingtalk.channel';
import { createEmailChannel } from './email.channel';
import { createFeishuChannel } from './feishu.channel';
import { createPostJson } from './post-json';
import { createWebhookChannel } from './webhook.channel';
import { createWecomChannel } from './wecom.channel';

export type AllLimits = Readonly<Record<Channel, ChannelLimits>>;

/** The channels that are configured. A new one is one file and one line here. */
export const createChannels = (
  { email, wecom, dingtalk, feishu, webhook, reach, mentionAll }: ChannelSettings,
  limits: AllLimits = channelLimits,
): Transports => {
  const post = createPostJson(reach);
  const shared = { post, mentionAll };
  return {
    ...(email && { email: createEmailChannel(email) }),
    ...(wecom && { wecom: createWecomChannel({ ...wecom, ...shared, limits: limits.wecom }) }),
    ...(dingtalk && { dingtalk: createDingtalkChannel({ ...dingtalk, ...shared, limits: limits.dingtalk }) }),
    ...(feishu && { feishu: createFeishuChannel({ ...feishu, ...shared, limits: limits.feishu }) }),
    ...(webhook && { webhook: createWebhookChannel({ ...webhook, post }) }),
  };
};

/** What may be said of the channels to everybody: which are on, and from whom letters come. */
export const channelsSet = ({ email }: ChannelSettings, transports: Transports): readonly ChannelSet[] =>
  CHANNELS.map((channel) => ({
    channel,
    on: transports[channel] !== undefined,
    sender: channel === 'email' ? (email?.from ?? null) : null,
  }));

/** Those that are on, in the order of the list. */
export const channelsOn = (transports: Transports): readonly Channel[] =>
  CHANNELS.filter((channel) => transports[channel] !== undefined);
