/** Over what reminders travel, and what each may carry (docs/channels.md has the sources of the figures). */
export const CHANNELS = ['email', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;

export type Channel = (typeof CHANNELS)[number];

/** At most so many messages in any so many seconds. */
export interface Rate {
  readonly most: number;
  readonly inSeconds: number;
}

export interface ChannelLimits {
  readonly rates: readonly Rate[];
  /** Minutes of each hour in which nothing is begun. */
  readonly avoidMinutes: readonly number[];
  /** For so long nothing is taken after it was told that messages came too fast. */
  readonly blockSeconds: number;
  /** Of a message's text, in UTF-8. */
  readonly mostBytes: number;
}

const NO_RATE = { rates: [], avoidMinutes: [], blockSeconds: 60 };

export const channelLimits: Readonly<Record<Channel, ChannelLimits>> = {
  email: { ...NO_RATE, mostBytes: Number.POSITIVE_INFINITY },
  wecom: { ...NO_RATE, rates: [{ most: 20, inSeconds: 60 }], mostBytes: 2_048 },
  dingtalk: { ...NO_RATE, rates: [{ most: 20, inSeconds: 60 }], blockSeconds: 600, mostBytes: 16_384 },
  feishu: {
    rates: [
      { most: 100, inSeconds: 60 },
      { most: 5, inSeconds: 1 },
    ],
    avoidMinutes: [0, 30],
    blockSeconds: 60,
    mostBytes: 16_384,
  },
  webhook: { ...NO_RATE, mostBytes: 65_536 },
};

/**
 * E-mail goes to persons. Behind a robot stands a group, behind a webhook a program: each is told of a unit's reminders
 * once, whoever of the unit they reach, and by titles and links without anybody's name (domain.md §5, security.md §3).
 */
export const reachesPersons = (channel: Channel): boolean => channel === 'email';
