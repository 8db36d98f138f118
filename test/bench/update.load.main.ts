import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { closedLoop, type Ask } from './closed-loop';
import { UPDATE_QUEUE, type UpdateJob } from './update';

/** Clients of the Update, one a workflow: node update.load.main.ts <job file>. */
const measure = async (job: UpdateJob): Promise<void> => {
  const connection = await Connection.connect({ address: job.address });
  const { workflow } = new Client({ connection });
  const start = async (_: unknown, index: number) => {
    const workflowId = `bench/update-${index}-${randomUUID()}`;
    return workflow.start('updated', { workflowId, taskQueue: UPDATE_QUEUE, args: [workflowId] });
  };
  const handles = await Promise.all(Array.from({ length: job.workflows }, start));
  const clients = handles.map((handle): Ask => async () => {
    await handle.executeUpdate('append');
    return null;
  });
  const measured = await closedLoop(clients, job);
  await Promise.all(handles.map((handle) => handle.terminate()));
  await connection.close();
  process.stdout.write(`${JSON.stringify(measured)}\n`);
};

void measure(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as UpdateJob);
