import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DefaultLogger, NativeConnection, Runtime, Worker, type LogEntry } from '@temporalio/worker';
import { SHAPE, type Activities } from '@rectify/workflows';
import type { Log } from '../process/log';

export interface WorkerSettings {
  readonly address: string;
  readonly namespace: string;
  readonly activities: Activities;
  readonly maxCachedWorkflows: number;
  readonly log: Log;
  /** Called each time before a worker begins, with Temporal there. */
  readonly prepare: () => Promise<void>;
}

export interface RunningWorker {
  readonly state: () => 'connecting' | 'running';
  readonly stop: () => Promise<void>;
}

/** Built with the package, beside its index; `npm run build` makes it. */
export const bundlePath = (): string =>
  path.join(path.dirname(require.resolve('@rectify/workflows')), 'workflow-bundle.js');

const PAUSE_MS = 1_000;
/** Within the ten seconds that whoever stops a process gives it. */
const STOP_MS = 8_000;

/** What the SDK says goes to our log; of what it attaches, only the kinds. Signals are ours to handle. */
export const installRuntime = (log: Log): void => {
  const pass = ({ level, message, meta }: LogEntry): void => {
    const kind = [meta?.['workflowType'], meta?.['activityType']].find((type) => typeof type === 'string');
    if (level === 'ERROR') log.bug(`temporal: ${message}`, meta?.['error'], { kind });
    else if (level === 'WARN') log.warn(`temporal: ${message}`, { kind });
    else log.debug(`temporal: ${message}`, { kind });
  };
  const logging = { filter: { core: 'ERROR' as const, other: 'ERROR' as const }, forward: {} };
  Runtime.install({
    logger: new DefaultLogger('WARN', pass),
    shutdownSignals: [],
    telemetryOptions: { logging },
  });
};

/** Keeps a Temporal worker going: connects when Temporal is there, and begins anew when it was lost for good. */
export const runWorker = (settings: WorkerSettings): RunningWorker => {
  const stopping = new AbortController();
  let worker: Worker | null = null;

  const once = async (): Promise<void> => {
    const { address, namespace, activities, maxCachedWorkflows } = settings;
    const connection = await NativeConnection.connect({ address });
    try {
      await settings.prepare();
      worker = await Worker.create({
        connection,
        namespace,
        taskQueue: SHAPE,
        // Nothing of the machine goes into histories.
        identity: `rectify-worker-${process.pid}`,
        workflowBundle: { codePath: bundlePath() },
        activities,
        maxCachedWorkflows,
        // Looks are short and many at 08:30: no more at once than the pool can serve soon.
        maxConcurrentLocalActivityExecutions: 20,
        maxConcurrentActivityTaskExecutions: 20,
        shutdownGraceTime: '3s',
        shutdownForceTime: `${STOP_MS}ms`,
      });
      if (!stopping.signal.aborted) await worker.run();
    } finally {
      worker = null;
      await connection.close().catch(() => undefined);
    }
  };

  const keepGoing = async (): Promise<void> => {
    let isTold = false;
    while (!stopping.signal.aborted) {
      try {
        await once();
        isTold = false;
      } catch (error) {
        const { name, code } = error as Error & { code?: string | number };
        if (!isTold)
          settings.log.warn('no worker for now, trying again', { error: name, code: String(code) });
        isTold = true;
      }
      await delay(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const going = keepGoing();
  return {
    state: () => (worker ? 'running' : 'connecting'),
    stop: async () => {
      stopping.abort();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await Promise.race([going, delay(STOP_MS + 500, undefined, { ref: false })]);
    },
  };
};
