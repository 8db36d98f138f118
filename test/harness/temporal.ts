import { rmSync } from 'node:fs';
import path from 'node:path';
import { trySignal } from '../../apps/local/pids';
import { freePort } from '../../apps/local/ports';
import type { RunningTemporal } from '../../apps/local/services/temporal';
import { startTemporal, temporalDatabase } from '../../apps/local/services/temporal';
import { cacheFolder, NO_TEMPORAL, obtainTemporal } from '../../apps/local/services/temporal-binary';
import { register, tempFolder } from './run-folder';

const project = path.resolve(__dirname, '..', '..');

export interface TestTemporal {
  /** Known before the server is started, and the same after each restart. */
  readonly address: string;
  readonly namespace: string;
  /** The server's process; 0 before its first start. */
  readonly pid: () => number;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Deletes its database (the server must be stopped): all that Temporal knew is gone. */
  readonly wipe: () => void;
}

/** A real Temporal dev server of a test's own. With `started: false` only its address exists, until `start`. */
export async function testTemporal({ started = true }: { started?: boolean } = {}): Promise<TestTemporal> {
  const binary = await obtainTemporal(cacheFolder(project), () => undefined);
  if (!binary) throw new Error(NO_TEMPORAL);
  const dataFolder = tempFolder('temporal');
  const port = await freePort();
  let server: RunningTemporal | undefined;
  const start = async (): Promise<void> => {
    server = await startTemporal({ binary, dataFolder, port, namespace: 'default', log: () => undefined });
    register(server.pid);
  };
  if (started) await start();
  return {
    address: `127.0.0.1:${port}`,
    namespace: 'default',
    pid: () => server?.pid ?? 0,
    start,
    stop: async () => server?.stop(),
    kill: async () => {
      if (server) trySignal(server.pid, 'SIGKILL');
      await server?.whenGone();
    },
    wipe: () => {
      for (const suffix of ['', '-wal', '-shm', '-journal'])
        rmSync(`${temporalDatabase(dataFolder)}${suffix}`, { force: true });
    },
  };
}
