import path from 'node:path';
import { heapBound } from '../../apps/local/heap';
import { trySignal } from '../../apps/local/pids';
import { freePort } from '../../apps/local/ports';
import type { ProcessSpec, Running } from '../../apps/local/processes';
import { answers, runProcess, startProcess } from '../../apps/local/processes';
import { APP_PASSWORD, appUrl, testPostgres } from './postgres';
import { register } from './run-folder';

const project = path.resolve(__dirname, '..', '..');

const ENTRY = {
  api: 'apps/api/dist/api.main.js',
  worker: 'apps/worker/dist/worker.main.js',
  web: 'apps/web/server/web.main.mjs',
} as const;

export type PartKind = keyof typeof ENTRY;

/** A worker is up when it says how it is, were it only that Temporal is away. */
const READY: Readonly<Record<PartKind, (url: string) => Promise<boolean>>> = {
  api: (url) => answers(`${url}/api/ready`),
  worker: (url) =>
    fetch(`${url}/health`).then(
      () => true,
      () => false,
    ),
  web: (url) => answers(url),
};

export interface StackOptions {
  /** Default: a fresh database of the run's PostgreSQL. It is migrated here. */
  readonly ownerUrl?: string;
  /** Default: an address where nobody answers. */
  readonly temporalAddress?: string;
  readonly smtpUrl?: string;
  /** How many of each; default one api, no worker, no web. */
  readonly apis?: number;
  readonly workers?: number;
  readonly webs?: number;
  readonly mode?: 'test' | 'demo' | 'production';
  /** On top of, and instead of, the environment that the stack gives. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Stack {
  readonly ownerUrl: string;
  /** The first api's address, without a slash at the end; `urls` has all. */
  readonly url: string;
  readonly urls: Readonly<Record<PartKind, readonly string[]>>;
  readonly pid: (kind: PartKind, index?: number) => number;
  /** Everything that process has printed since the stack began. */
  readonly output: (kind: PartKind, index?: number) => readonly string[];
  /** Signals and waits until it is gone. */
  readonly kill: (kind: PartKind, signal?: NodeJS.Signals, index?: number) => Promise<void>;
  /** Starts a killed or stopped process again: same port, same environment. */
  readonly restart: (kind: PartKind, index?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Part {
  readonly url: string;
  readonly output: string[];
  readonly start: () => Promise<void>;
  running: Running | undefined;
}

/** The product as its own processes, built and migrated, as `npm start` and the containers run it. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const ownerUrl = options.ownerUrl ?? (await (await testPostgres()).freshDatabase());
  const common = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    // As in production: libraries leave their development checks out.
    NODE_ENV: 'production',
    DATABASE_URL: appUrl(ownerUrl),
    RECTIFY_MODE: options.mode ?? 'test',
    LOG_LEVEL: 'warn',
  };
  await migrate(ownerUrl, { ...common, ...options.env });

  const make = async (kind: PartKind, own: (port: number) => NodeJS.ProcessEnv): Promise<Part> => {
    const port = await freePort();
    const spec = node(kind, ENTRY[kind], { ...common, ...own(port), ...options.env });
    return part(`http://127.0.0.1:${port}`, spec, READY[kind]);
  };
  const listen = (port: number): NodeJS.ProcessEnv => ({
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });
  const temporalAddress = options.temporalAddress ?? `127.0.0.1:${await freePort()}`;
  const api = await several(options.apis ?? 1, () => make('api', listen));
  const work = (port: number): NodeJS.ProcessEnv => ({
    HEALTH_PORT: String(port),
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    RELAY_INTERVAL_MS: '100',
    PUBLIC_URL: api[0]?.url ?? 'http://127.0.0.1',
    SMTP_FROM: 'rectify@example.test',
    ...(options.smtpUrl === undefined ? {} : { SMTP_URL: options.smtpUrl }),
  });
  const worker = await several(options.workers ?? 0, () => make('worker', work));
  const web = await several(options.webs ?? 0, () =>
    make('web', (port) => ({ ...listen(port), API_URL: api[0]?.url })),
  );
  return handle(ownerUrl, { api, worker, web });
}

async function handle(ownerUrl: string, parts: Readonly<Record<PartKind, readonly Part[]>>): Promise<Stack> {
  const all = [...parts.api, ...parts.worker, ...parts.web];
  const get = (kind: PartKind, index = 0): Part => {
    const found = parts[kind][index];
    if (!found) throw new Error(`This stack has no ${kind} ${index}.`);
    return found;
  };
  const stop = async (): Promise<void> => {
    for (const { running } of [...all].reverse()) await running?.stop();
  };
  try {
    for (const one of all) await one.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl,
    url: parts.api[0]?.url ?? '',
    urls: { api: parts.api.map(urlOf), worker: parts.worker.map(urlOf), web: parts.web.map(urlOf) },
    pid: (kind, index) => get(kind, index).running?.pid ?? 0,
    output: (kind, index) => get(kind, index).output,
    kill: async (kind, signal = 'SIGKILL', index = 0) => {
      const { running } = get(kind, index);
      if (running) trySignal(running.pid, signal);
      await running?.whenGone();
    },
    restart: (kind, index) => get(kind, index).start(),
    stop,
  };
}

const urlOf = ({ url }: Part): string => url;

function part(url: string, spec: ProcessSpec, isReady: (url: string) => Promise<boolean>): Part {
  const made: Part = {
    url,
    output: [],
    running: undefined,
    start: async () => {
      const onLine = (line: string): void => void made.output.push(line);
      made.running = await startProcess({ ...spec, ready: () => isReady(url), onLine });
      register(made.running.pid);
    },
  };
  return made;
}

const node = (name: string, entry: string, env: NodeJS.ProcessEnv): ProcessSpec => ({
  name,
  command: process.execPath,
  args: [...heapBound(name), path.join(project, entry)],
  env,
});

const migrate = (ownerUrl: string, env: NodeJS.ProcessEnv): Promise<void> =>
  runProcess(
    node('migrate', 'apps/api/dist/migrate.main.js', {
      ...env,
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_APP_PASSWORD: APP_PASSWORD,
    }),
  );

const several = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make));
