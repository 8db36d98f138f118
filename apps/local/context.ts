import path from 'node:path';
import type { DataFolder, Mode } from './data-folder';
import { heapBound } from './heap';
import { keepRunning } from './keep-running';
import type { Options } from './options.cjs';
import type { ProcessSpec, Running } from './processes';

const WITHHELD = /^(DATABASE_|npm_)/;

/** What every part needs to know of this start. */
export interface Context {
  readonly project: string;
  readonly cache: string;
  readonly options: Options;
  readonly data: DataFolder;
  readonly mode: Mode;
  readonly publicUrl: string;
  /** One line to the person at the terminal, and into the log. */
  readonly say: (line: string) => void;
  /** Registers how to undo what was started; undone in reverse order. */
  readonly onStop: (stop: () => Promise<void>) => void;
  /** Every line that the api prints: the one-time set-up code is among them. */
  readonly onApiLine: (line: string) => void;
}

/** How the processes reach the database: the owner for migrations, the application's role for the rest. */
export interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appPassword: string | undefined;
}

/** Our environment without what the parts are not to know. */
const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !WITHHELD.test(name)));

/** One of our own entry points, as a process; its lines go to the log. */
export function node(context: Context, name: string, entry: string, env: NodeJS.ProcessEnv): ProcessSpec {
  return {
    name,
    command: process.execPath,
    args: [...heapBound(name), path.join(context.project, entry)],
    env: { ...inherited(), ...env },
    onLine: context.data.log,
  };
}

/** Starts a part for good and remembers its pid, so that a later start can end it if we are killed. */
export async function keep<T extends Running>(
  context: Context,
  name: string,
  start: () => Promise<T>,
): Promise<T> {
  const remembered = async (): Promise<T> => {
    const running = await start();
    context.data.remember(name, running.pid);
    return running;
  };
  const kept = await keepRunning(name, remembered, context.say);
  context.onStop(kept.stop);
  return kept.first;
}
