import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { keptPort } from '../ports';
import type { Running } from '../processes';
import { startProcess } from '../processes';

const run = promisify(execFile);

export interface TemporalOptions {
  readonly binary: string;
  readonly dataFolder: string;
  readonly namespace: string;
  /** Default: the port this folder had before, else a free one. */
  readonly port?: number;
  /** Opens Temporal's own pages there; without it there are none. */
  readonly uiPort?: number;
  readonly log: (line: string) => void;
}

export interface RunningTemporal extends Running {
  readonly address: string;
}

/** The dev server's database. Deleting it loses no fact: the workflows are built again from the log. */
export const temporalDatabase = (dataFolder: string): string => path.join(dataFolder, 'temporal.sqlite');

/** Starts Temporal's dev server on loopback, its state kept in the data folder, and waits until it serves. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const port = options.port ?? (await keptPort(options.dataFolder, 'temporal'));
  const address = `127.0.0.1:${port}`;
  const pages =
    options.uiPort === undefined
      ? ['--headless']
      : ['--ui-ip', '127.0.0.1', '--ui-port', String(options.uiPort), '--ui-disable-news-fetch'];
  const env = environment();
  const server = await startProcess({
    name: 'temporal',
    command: options.binary,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), ...pages],
      ...['--db-filename', temporalDatabase(options.dataFolder), '--namespace', options.namespace],
      ...['--search-attribute', 'RectifyStage=Keyword', '--log-level', 'error', '--disable-config-file'],
    ],
    env,
    ready: () => serves(options.binary, address, options.namespace, env),
    onLine: options.log,
  });
  return { ...server, address };
}

/** Nothing of the operator's Temporal settings, and no call home to ask for a newer version. */
const environment = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TEMPORAL_VERSION_CHECK_DISABLED: '1',
});

/** Serving means: it knows the namespace, which the dev server makes last. */
const serves = (
  binary: string,
  address: string,
  namespace: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> =>
  run(
    binary,
    [
      'operator',
      'namespace',
      'describe',
      '--namespace',
      namespace,
      '--address',
      address,
      '--disable-config-file',
    ],
    {
      env,
      timeout: 5_000,
    },
  ).then(
    () => true,
    () => false,
  );
