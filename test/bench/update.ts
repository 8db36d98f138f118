import { startProcess } from '../../apps/local/processes';
import { register } from '../harness/run-folder';
import type { Measured, Span } from './closed-loop';
import { measure, program } from './load';

export const UPDATE_QUEUE = 'bench';
export const READY = 'ready';

export interface UpdateJob extends Span {
  readonly address: string;
  readonly workflows: number;
}

/** Updates a second, a client a workflow, with a worker of their own beside the product's. */
export const measureUpdates = async (databaseUrl: string, job: UpdateJob): Promise<Measured> => {
  const said: string[] = [];
  const worker = await startProcess({
    name: 'update worker',
    command: process.execPath,
    args: program('update.worker.main.ts'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: job.address,
    },
    ready: async () => said.includes(READY),
    onLine: (line) => said.push(line),
  });
  register(worker.pid);
  try {
    return await measure('update.load.main.ts', job);
  } finally {
    await worker.stop();
  }
};
