import path from 'node:path';
import type { Context } from './context';
import type { DataFolder, Mode } from './data-folder';
import { openDataFolder } from './data-folder';
import { HELP, readOptions } from './options.cjs';
import {
  api,
  database,
  demonstration,
  migrate,
  pageUrl,
  refuseTakenPort,
  temporal,
  web,
  worker,
} from './parts';
import { say, step } from './progress.cjs';
import { cacheFolder } from './services/temporal-binary';

const project = path.resolve(__dirname, '..', '..', '..');
const SETUP_CODE = /setup code: (\S+)/;

/** Thrown between two steps when the person has asked to stop. */
class Stopped extends Error {}

/** `npm start`: every part as a process of its own, until Ctrl-C. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), project);
  if (options.help) return say(HELP);
  process.umask(0o077);
  process.stdout.on('error', () => undefined); // the terminal may be gone before everything is stopped
  const data = await openDataFolder(options.data);
  const stops: (() => Promise<void>)[] = [];
  const abort = new AbortController();
  const setupCodes: string[] = [];
  const ask = (): void => {
    if (abort.signal.aborted) return;
    say('\nStopping …');
    abort.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  try {
    const shownHost = ['0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host;
    const context: Context = {
      project,
      cache: cacheFolder(project),
      options,
      data,
      mode: modeOf(data, options.empty),
      publicUrl: process.env['PUBLIC_URL'] ?? pageUrl(shownHost, options.port),
      say: (line) => {
        data.log(line, 'local');
        say(line);
      },
      onStop: (stop) => void stops.push(stop),
      onApiLine: (line) => void setupCodes.push(...(SETUP_CODE.exec(line)?.slice(1) ?? [])),
    };
    const accounts = await bringUp(context, abort.signal);
    say(welcome(context, accounts, setupCodes.at(-1)));
    await new Promise((resolve) => abort.signal.addEventListener('abort', resolve, { once: true }));
  } catch (error) {
    if (!(error instanceof Stopped) && !abort.signal.aborted) {
      say(`\n${(error as Error).message}\nThe log is ${path.join(data.path, 'rectify.log')}`);
      process.exitCode = 1;
    }
  }
  for (const stop of stops.reverse()) await stop();
  data.close();
  say('Stopped.');
  process.exit();
}

/** A folder stays what it was made as: nobody finds real work among demonstration data. */
function modeOf(data: DataFolder, empty: boolean): Mode {
  const before = data.state();
  if (before?.mode === 'demo' && empty) {
    throw new Error(
      'This data folder holds the demonstration organisation. For a clean one choose another folder with --data.',
    );
  }
  const state = before ?? { mode: empty ? 'production' : 'demo', seeded: false, accounts: [] };
  data.save(state);
  return state.mode;
}

/** Starts the parts in order; answers what there is to tell about the accounts. */
async function bringUp(context: Context, abort: AbortSignal): Promise<readonly string[]> {
  const next = <T>(label: string, work: () => Promise<T>): Promise<T> => {
    if (abort.aborted) throw new Stopped();
    return step(label, work);
  };
  await refuseTakenPort(context);
  const db = await next('PostgreSQL', () => database(context));
  await next('Migrations', () => migrate(context, db));
  const temporalAddress = await next('Temporal', () => temporal(context));
  const apiUrl = await next('api', () => api(context, db));
  await next('worker', () => worker(context, db, temporalAddress));
  await next('web', () => web(context, apiUrl));
  const state = context.data.state();
  if (context.mode !== 'demo' || state?.seeded) return state?.accounts ?? [];
  const accounts = await next('The demonstration organisation', () =>
    demonstration(context, db, temporalAddress, abort),
  );
  context.data.save({ mode: 'demo', seeded: true, accounts });
  return accounts;
}

function welcome(
  { publicUrl, data, mode, options }: Context,
  accounts: readonly string[],
  setupCode: string | undefined,
): string {
  const exposed = mode === 'demo' && !/^(127\.|localhost|::1)/.test(options.host);
  return [
    `\nRectify is ready: ${publicUrl}`,
    ...(setupCode === undefined ? [] : [`Set it up there with this one-time code: ${setupCode}`]),
    ...accounts,
    ...(exposed
      ? [`Anyone who reaches ${options.host} can sign in: the demonstration accounts are public.`]
      : []),
    `Data and logs: ${data.path}. This is one machine's set-up; for production see docker/compose.yaml. Ctrl-C stops everything.`,
  ].join('\n');
}

main().catch((error: Error) => {
  say(error.message);
  process.exit(1);
});
