import 'reflect-metadata';
import { createHttpServer } from './http-server';
import { readEnvironment } from './infrastructure/environment';
import { createInfrastructure } from './infrastructure/infrastructure.module';
import { announceSetUp } from './set-up/announce-set-up';

/** The API as a process: listens until it is told to stop, then lets running requests end. */
const main = async (): Promise<void> => {
  const infrastructure = createInfrastructure(readEnvironment(process.env));
  const { environment, log, pool } = infrastructure;
  const app = await createHttpServer(infrastructure);
  await app.listen(environment.PORT, environment.HOST);
  log.info(`listening on ${await app.getUrl()}`);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    await pool.end();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  await announceSetUp(app, environment, log);
};

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
