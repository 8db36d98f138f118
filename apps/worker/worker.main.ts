import { readEnvironment } from './process/environment';
import { createLog } from './process/log';
import { startWorker } from './start-worker';
import { installRuntime } from './temporal/run-worker';

const main = async (): Promise<void> => {
  const environment = readEnvironment(process.env);
  const log = createLog(environment.logLevel);
  installRuntime(log);
  const started = await startWorker(environment, log);
  log.info('the worker is up', { port: started.port });

  const stop = (): void => {
    log.info('the worker is stopping');
    started.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.bug('the worker did not stop well', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
};

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
