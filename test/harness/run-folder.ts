import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ProcessMark } from '../../apps/local/pids';
import { isAlive, isSame, markOf, stopPid } from '../../apps/local/pids';
import { makeFolder } from '../../apps/local/services/account';
import { removeCluster } from '../../apps/local/services/postgres-cluster';

const PREFIX = 'rectify-test-';

/** One folder a test run, named after the process that began it, so that the next run can clear what a killed one left. */
export const runFolder = (): string => folderOf(Number(process.env['RECTIFY_TEST_RUN'] ?? process.pid));

const folderOf = (run: number): string => path.join(realpathSync(os.tmpdir()), `${PREFIX}${run}`);

/** A new folder for one server's files; it goes with the run. */
export function tempFolder(name: string): string {
  makeFolder(runFolder());
  const folder = mkdtempSync(path.join(runFolder(), `${name}-`));
  makeFolder(folder);
  return folder;
}

/** Notes a process of this run: whatever a failed test leaves running is ended with the run. */
export function register(pid: number): void {
  const mark = markOf(pid);
  makeFolder(runFolder());
  if (mark) appendFileSync(path.join(runFolder(), 'processes.jsonl'), `${JSON.stringify(mark)}\n`);
}

/** Ends a run's processes and deletes its files. */
export async function endRun(run: number): Promise<void> {
  const folder = folderOf(run);
  if (!existsSync(folder)) return;
  const list = path.join(folder, 'processes.jsonl');
  const marks = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').filter(Boolean) : [];
  for (const mark of marks.map((line) => JSON.parse(line) as ProcessMark)) {
    if (isSame(mark)) await stopPid(mark.pid, { first: 'SIGKILL', last: 'SIGKILL', graceMs: 0 });
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeCluster(path.join(folder, entry.name));
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Clears what killed runs left on this machine. */
export async function clearDeadRuns(): Promise<void> {
  for (const name of readdirSync(realpathSync(os.tmpdir()))) {
    const run = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : NaN);
    if (Number.isInteger(run) && !isAlive(run)) await endRun(run);
  }
}
