import { Client, Connection } from '@temporalio/client';
import { STAGE_ATTRIBUTE } from '@rectify/workflows';
import type { Log } from '../process/log';

/** IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD of Temporal's API. */
const KEYWORD = 2;

/** By itself the channel would wait ever longer, up to two minutes, before it tries a Temporal that is back. */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 2_000 };

export interface Cluster {
  readonly client: Client;
  /** The namespace's id as last heard: another one is a Temporal that has seen nothing of ours. Empty until heard. */
  readonly id: () => string;
  /** Asks; throws while Temporal is away. */
  readonly hear: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Temporal by one address; the connection is made when it is first used, and again whenever it was lost. */
export const createCluster = ({
  address,
  namespace,
}: {
  readonly address: string;
  readonly namespace: string;
}): Cluster => {
  const connection = Connection.lazy({ address, connectTimeout: '5s', channelArgs: RECONNECT });
  let known = '';
  return {
    // Nothing of the machine goes into histories.
    client: new Client({ connection, namespace, identity: `rectify-${process.pid}` }),
    id: () => known,
    hear: async () => {
      const ask = () => connection.workflowService.describeNamespace({ namespace });
      const { namespaceInfo } = await connection.withDeadline(Date.now() + 5_000, ask);
      known = namespaceInfo?.id ?? '';
      return known;
    },
    close: () => connection.close(),
  };
};

/** gRPC's codes for what only a server's operators may do, or what a server does not offer. */
const NOT_FOR_US = [7, 12, 16];

/**
 * Registers the stage's search attribute where it is missing: a workflow that sets an unknown one would stand still.
 * Where this is reserved to the server's operators it has to be there already. Throws while Temporal is away.
 */
export const ensureStageAttribute = async (
  { client }: Pick<Cluster, 'client'>,
  namespace: string,
  log: Log,
): Promise<void> => {
  const { operatorService } = client.connection as Connection;
  try {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    if (customAttributes?.[STAGE_ATTRIBUTE] !== undefined) return;
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: { [STAGE_ATTRIBUTE]: KEYWORD },
    });
    log.info('the search attribute of the stage was registered');
  } catch (error) {
    const { code } = error as { readonly code?: number };
    if (code === undefined || !NOT_FOR_US.includes(code)) throw error;
    log.warn('the search attribute of the stage can not be looked after from here', { code: String(code) });
  }
};
