import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Database } from './context';
import { keep, node } from './context';
import { keepRunning } from './keep-running';
import { isFree, keptPort } from './ports';
import { answers, runProcess, startProcess } from './processes';
import { keptSecret } from './secrets';
import type { RunningPostgres } from './services/postgres';
import { startPostgres } from './services/postgres';
import { startTemporal } from './services/temporal';
import { findTemporal, NO_TEMPORAL } from './services/temporal-binary';

const APP_ROLE = 'rectify_app';
const NAMESPACE = 'default';
const WORKER_WAIT_MS = 15_000;

/** A PostgreSQL of the operator's if DATABASE_URL names one (then with that one role, unless DATABASE_OWNER_URL is given too), else the embedded one. */
export async function database(context: Context): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    return {
      ownerUrl: process.env['DATABASE_OWNER_URL'] ?? given,
      appUrl: given,
      appPassword: process.env['DATABASE_APP_PASSWORD'],
    };
  }
  let port: number | undefined; // once known it must not change: the other processes hold it in their addresses
  const start = async (): Promise<RunningPostgres> => {
    const server = await startPostgres({
      dataFolder: context.data.path,
      log: context.say,
      ...(port === undefined ? {} : { port }),
    });
    port = Number(new URL(server.ownerUrl).port);
    return server;
  };
  const kept = await keepRunning('PostgreSQL', start, context.say); // not remembered: a later start takes it over instead
  context.onStop(kept.stop);
  const appPassword = keptSecret(path.join(context.data.path, 'app.secret'));
  const appUrl = new URL(kept.first.ownerUrl);
  appUrl.username = APP_ROLE;
  appUrl.password = appPassword;
  return { ownerUrl: kept.first.ownerUrl, appUrl: appUrl.href, appPassword };
}

export const migrate = (context: Context, { ownerUrl, appPassword }: Database): Promise<void> =>
  runProcess(
    node(context, 'migrate', 'apps/api/dist/migrate.main.js', {
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_APP_PASSWORD: appPassword,
      RECTIFY_MODE: context.mode,
    }),
  );

/** The address of a Temporal; nothing may answer there, for people go on working without it. */
export async function temporal(context: Context): Promise<string> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return given;
  const { data, options, say } = context;
  const port = await keptPort(data.path, 'temporal');
  const binary = await findTemporal(context.cache);
  if (!binary) {
    say(NO_TEMPORAL);
    return `127.0.0.1:${port}`;
  }
  const pages = options.temporalUi ? { uiPort: await keptPort(data.path, 'temporalUi') } : {};
  const log = (line: string): void => data.log(line, 'temporal');
  const start = () =>
    startTemporal({ binary, dataFolder: data.path, port, namespace: NAMESPACE, log, ...pages });
  await keep(context, 'Temporal', start).catch((error: Error) =>
    say(`${error.message}\nGoing on without Temporal.`),
  );
  if (pages.uiPort !== undefined) say(`  Temporal's pages: http://127.0.0.1:${pages.uiPort}`);
  return `127.0.0.1:${port}`;
}

const serverEnvironment = (context: Context, { appUrl }: Database): NodeJS.ProcessEnv => ({
  // Libraries leave their development checks out.
  NODE_ENV: 'production',
  DATABASE_URL: appUrl,
  RECTIFY_MODE: context.mode,
  PUBLIC_URL: context.publicUrl,
});

/** Answers the api's own address. */
export async function api(context: Context, db: Database): Promise<string> {
  const port = await keptPort(context.data.path, 'api');
  const url = `http://127.0.0.1:${port}`;
  const spec = node(context, 'api', 'apps/api/dist/api.main.js', {
    ...serverEnvironment(context, db),
    PORT: String(port),
    HOST: '127.0.0.1',
    SECRETS_KEY: process.env['SECRETS_KEY'] ?? keptSecret(path.join(context.data.path, 'seal.secret')),
  });
  const onLine = (line: string, name: string): void => {
    context.data.log(line, name);
    context.onApiLine(line);
  };
  await keep(context, 'api', () => startProcess({ ...spec, ready: `${url}/api/ready`, onLine }));
  return url;
}

/** The worker keeps trying while Temporal is away, so being late is no failure. */
export async function worker(context: Context, db: Database, temporalAddress: string): Promise<void> {
  const healthPort = await keptPort(context.data.path, 'workerHealth');
  const spec = node(context, 'worker', 'apps/worker/dist/worker.main.js', {
    ...serverEnvironment(context, db),
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: process.env['TEMPORAL_NAMESPACE'] ?? NAMESPACE,
    HEALTH_PORT: String(healthPort),
  });
  await keep(context, 'worker', () => startProcess(spec));
  const deadline = Date.now() + WORKER_WAIT_MS;
  while (!(await answers(`http://127.0.0.1:${healthPort}/health`))) {
    if (Date.now() > deadline)
      return context.say('  The worker is not ready yet; it keeps trying. Reminders catch up.');
    await delay(100);
  }
}

/** Asked first, since everything else would be started for nothing. */
export async function refuseTakenPort({ options: { host, port } }: Context): Promise<void> {
  if (!(await isFree(port, host)))
    throw new Error(`Port ${port} on ${host} is taken. Choose another with --port.`);
}

export async function web(context: Context, apiUrl: string): Promise<void> {
  const { host, port } = context.options;
  const reach = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const spec = node(context, 'web', 'apps/web/server/web.main.mjs', {
    PORT: String(port),
    HOST: host,
    API_URL: apiUrl,
  });
  await keep(context, 'web', () => startProcess({ ...spec, ready: pageUrl(reach, port) }));
}

export const pageUrl = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Makes the demonstration organisation, by commands, and answers what it tells about its accounts. */
export async function demonstration(
  context: Context,
  db: Database,
  temporalAddress: string,
  abort: AbortSignal,
): Promise<string[]> {
  const told: string[] = [];
  const onLine = (line: string, name: string): void => {
    context.data.log(line, name);
    told.push(line);
  };
  const env = { ...serverEnvironment(context, db), TEMPORAL_ADDRESS: temporalAddress };
  await runProcess({ ...node(context, 'demo', 'apps/api/dist/demo.main.js', env), onLine }, abort);
  return told;
}
