import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createAppender } from './appender';
import { READY, UPDATE_QUEUE } from './update';

/** The worker of the Update's workflow: its own process, like the product's worker. */
const work = async (): Promise<void> => {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const { append } = await createAppender(process.env['DATABASE_URL'] ?? '');
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(__dirname, 'update.workflow.ts'),
    logger: new DefaultLogger('WARN'),
  });
  const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
  const worker = await Worker.create({
    connection,
    taskQueue: UPDATE_QUEUE,
    workflowBundle: { code },
    activities: { append },
  });
  process.stdout.write(`${READY}\n`);
  await worker.run();
};

void work();
