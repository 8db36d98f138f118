import { createWriteStream, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessMark } from './pids';
import { isSame, markOf, stopPid } from './pids';
import { makeFolder } from './services/account';

const LONG_LOG_BYTES = 20_000_000;

export type Mode = 'demo' | 'production';

/** What this data folder is; kept in `rectify.json`. */
export interface DataState {
  readonly mode: Mode;
  /** The demonstration organisation is there, whole. */
  readonly seeded: boolean;
  /** What the demonstration's seed told about its accounts, to be told again at each start. */
  readonly accounts: readonly string[];
}

export interface DataFolder {
  readonly path: string;
  readonly state: () => DataState | undefined;
  readonly save: (state: DataState) => void;
  /** One line into `rectify.log`, under the name of who says it. */
  readonly log: (line: string, name: string) => void;
  /** Notes a process that we started, so that the next start can end it if we are killed. */
  readonly remember: (name: string, pid: number) => void;
  /** To be called when everything is stopped. */
  readonly close: () => void;
}

/**
 * Opens the folder for this process alone. Throws if another start is using it; what a killed one left running is ended
 * (PostgreSQL is not: its own start takes it over).
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  makeFolder(folder);
  const unlock = takeLock(path.join(folder, 'lock.json'));
  const startedFile = path.join(folder, 'started.json');
  const started = new Map(Object.entries(readJson<Record<string, ProcessMark>>(startedFile) ?? {}));
  for (const mark of started.values()) {
    if (isSame(mark)) await stopPid(mark.pid, { first: 'SIGTERM', last: 'SIGKILL', graceMs: 5_000 });
  }
  started.clear();
  const log = openLog(path.join(folder, 'rectify.log'));
  return {
    path: folder,
    state: () => readJson<DataState>(path.join(folder, 'rectify.json')),
    save: (state) => writeJson(path.join(folder, 'rectify.json'), state),
    log,
    remember: (name, pid) => {
      const mark = markOf(pid);
      if (mark) started.set(name, mark);
      writeJson(startedFile, Object.fromEntries(started));
    },
    close: () => {
      rmSync(startedFile, { force: true });
      unlock();
    },
  };
}

function takeLock(file: string): () => void {
  const mine = markOf(process.pid);
  const holder = readJson<ProcessMark>(file);
  if (holder && holder.pid !== process.pid && isSame(holder)) {
    throw new Error(
      `Rectify is already running on this data folder (pid ${holder.pid}). Stop it, or choose another folder with --data.`,
    );
  }
  rmSync(file, { force: true }); // left by a process that is gone
  try {
    writeFileSync(file, JSON.stringify(mine), { mode: 0o600, flag: 'wx' });
  } catch {
    throw new Error('Another start took this data folder at the same moment. Try again.');
  }
  return () => rmSync(file, { force: true });
}

function openLog(file: string): (line: string, name: string) => void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG_BYTES) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  return (line, name) => void stream.write(`${new Date().toISOString()} ${name} | ${line}\n`);
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
