import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { DOORBELL, SHAPE, type Activities } from '@rectify/workflows';
import { runFolder, tempFolder } from '../harness/run-folder';
import type { TestTemporal } from '../harness/temporal';

export type Histories = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

const workflowsPath = path.resolve(__dirname, '..', '..', 'workflows', 'workflows.ts');
const quiet = new DefaultLogger('ERROR', () => undefined);
let bundled: Promise<{ codePath: string }> | undefined;

/** The workflows as they stand in the sources, bundled once a run. */
export const bundle = (): Promise<{ codePath: string }> => (bundled ??= bundleOfRun());

const bundleOfRun = async (): Promise<{ codePath: string }> => {
  const codePath = path.join(runFolder(), 'workflow-bundle.js');
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  const half = path.join(tempFolder('bundle'), 'half.js');
  writeFileSync(half, code);
  renameSync(half, codePath);
  return { codePath };
};

/** The SDK says nothing of what these specs provoke on purpose. */
export const silence = (): void => {
  const logging = { filter: { core: 'ERROR' as const, other: 'ERROR' as const }, forward: {} };
  Runtime.install({ logger: quiet, shutdownSignals: [], telemetryOptions: { logging } });
};

/** A worker of this process on a real Temporal, with the activities of a spec. */
export interface Performance {
  readonly client: Client;
  readonly start: (type: 'campaign' | 'delivery', id: string, ref: object) => Promise<WorkflowHandle>;
  /** As the relay rings: wakes it, or starts it. */
  readonly ring: (type: 'campaign' | 'delivery', id: string, ref: object) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const perform = async (
  { address, namespace }: Pick<TestTemporal, 'address' | 'namespace'>,
  activities: Partial<Activities>,
  { maxCachedWorkflows = 10 }: { readonly maxCachedWorkflows?: number } = {},
): Promise<Performance> => {
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: SHAPE,
    identity: 'rectify-worker',
    workflowBundle: await bundle(),
    activities,
    maxCachedWorkflows,
  });
  const running = worker.run();
  const over = await Connection.connect({ address });
  const client = new Client({ connection: over, namespace, identity: 'rectify' });
  const options = (workflowId: string, ref: object) => ({
    workflowId,
    taskQueue: SHAPE,
    args: [ref] as [object],
  });
  return {
    client,
    start: (type, id, ref) => client.workflow.start(type, options(id, ref)),
    ring: async (type, id, ref) => {
      await client.workflow.signalWithStart(type, { ...options(id, ref), signal: DOORBELL, signalArgs: [] });
    },
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await over.close();
      await connection.close();
    },
  };
};
