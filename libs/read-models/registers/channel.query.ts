import { CHANNELS, type Channel, type CivilDate } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../kernel/database';

/** What the process that sends says of a channel: never an address or a secret. */
export interface ChannelSet {
  readonly channel: Channel;
  readonly on: boolean;
  readonly sender: string | null;
}

export interface ChannelState extends ChannelSet {
  /** The latest message of the channel and how it fared; dropped ones say nothing of it. */
  readonly last: {
    readonly on: CivilDate;
    readonly state: 'sent' | 'failed' | 'trying';
    readonly error: string | null;
  } | null;
}

/** Said whenever a worker gets to work; the latest to do so is right. */
export const tellChannels = async (pool: Pool, channels: readonly ChannelSet[]): Promise<void> => {
  await rowsOf(pool, 'tell_channels', TELL, [JSON.stringify(channels)]);
};

const TELL = `INSERT INTO channel_set (channel, is_on, sender)
  SELECT channel, "on", sender FROM jsonb_to_recordset($1::jsonb) AS told (channel text, "on" boolean, sender text)
  ON CONFLICT (channel) DO UPDATE SET is_on = excluded.is_on, sender = excluded.sender`;

/** In the order of the list; none before a worker has ever started. */
export const channelStates = async (pool: Pool): Promise<readonly ChannelState[]> => {
  const rows = await rowsOf<ChannelState>(pool, 'channel_states', STATES, []);
  return CHANNELS.flatMap((channel) => rows.filter((row) => row.channel === channel));
};

const STATES = `SELECT c.channel, c.is_on AS "on", c.sender,
    CASE WHEN m.state IS NOT NULL THEN jsonb_build_object('on', m.composed_on::text, 'error', m.last_error,
      'state', CASE m.state WHEN 'claimed' THEN 'trying' ELSE m.state END) END AS last
  FROM channel_set c LEFT JOIN LATERAL (
    SELECT state, composed_on, last_error FROM mail WHERE mail.channel = c.channel AND state <> 'dropped'
    ORDER BY composed_on DESC, claimed_at DESC LIMIT 1) m ON true`;
