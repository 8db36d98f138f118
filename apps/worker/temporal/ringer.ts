import type { Client } from '@temporalio/client';
import { CHANNELS, type Channel } from '@rectify/domain';
import { DOORBELL, SHAPE, type CampaignRef, type DeliveryRef, type Origin } from '@rectify/workflows';
import type { Cluster } from './cluster';

export interface Ring extends Origin {
  /** The stream, which is the workflow's id too: `campaign/<id>`, `delivery/email`. */
  readonly stream: string;
  /** It runs in another shape, for an earlier epoch, or is said to be of another cluster: end it and begin anew. */
  readonly restart?: boolean;
}

/** Rings one doorbell: wakes the workflow, or starts the one that is not there. */
export type Ringer = (ring: Ring) => Promise<void>;

export const createRinger =
  ({ client }: Pick<Cluster, 'client'>): Ringer =>
  async ({ stream, restart = false, ...origin }) => {
    const found = workflowOf(stream, origin);
    if (found === null) throw new Error(`no workflow attends ${stream}`);
    const { type, ref } = found;
    const options = {
      workflowId: stream,
      taskQueue: SHAPE,
      args: [ref] as [typeof ref],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    };
    if (restart) await begin(client, type, { ...options, workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
    else await client.workflow.signalWithStart(type, { ...options, signal: DOORBELL, signalArgs: [] });
  };

const begin = async (
  client: Client,
  type: string,
  options: Parameters<Client['workflow']['start']>[1],
): Promise<void> => {
  await client.workflow.start(type, options);
};

/** Which workflow attends a stream; null for one that has none in this shape. */
export const workflowOf = (
  stream: string,
  origin: Origin,
): { readonly type: 'campaign' | 'delivery'; readonly ref: CampaignRef | DeliveryRef } | null => {
  const [type, id] = stream.split('/');
  if (type === 'campaign' && id) return { type, ref: { id, ...origin } };
  const channel = CHANNELS.find((known) => known === id);
  if (type === 'delivery' && channel) return { type, ref: { channel, ...origin } };
  return null;
};

/** The stream of a channel's delivery, which has no log: attendance only. */
export const deliveryStream = (channel: Channel): string => `delivery/${channel}`;
