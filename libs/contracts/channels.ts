import { CHANNELS } from '@rectify/domain';
import { z } from 'zod';
import { civilDate, listOf } from './primitives';

/** Whether reminders leave by a channel: whether it is set, and how the latest message fared. No address, no secret, nobody's name. */
const channelState = z
  .strictObject({
    channel: z.enum(CHANNELS),
    /** As the process that sends has said when it got to work. */
    on: z.boolean(),
    /** From whom letters come; null for what is no letter, and where none is set. */
    sender: z.string().nullable(),
    last: z
      .strictObject({
        on: civilDate,
        /** `trying`: not taken yet, and tried again. */
        state: z.enum(['sent', 'failed', 'trying']),
        /** A code from a closed list (docs/channels.md). */
        error: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ChannelState' });
export type ChannelStateView = z.infer<typeof channelState>;
export const channelStateList = listOf(channelState).meta({ id: 'ChannelStateList' });
