import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, stopPid } from './pids';

/** Something we started and may stop, by its pid. */
export interface Running {
  readonly pid: number;
  readonly whenGone: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ProcessSpec {
  /** Stands before each of its lines in the log. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the process: nothing else is inherited. */
  readonly env: NodeJS.ProcessEnv;
  /** Ready when this address answers 2xx, or when this check says so. Without it: as soon as it runs. */
  readonly ready?: string | (() => Promise<boolean>);
  readonly readyMs?: number;
  /** From SIGTERM to SIGKILL. */
  readonly graceMs?: number;
  /** Every line the process prints, its errors too. */
  readonly onLine?: (line: string, name: string) => void;
}

interface Child {
  readonly pid: number;
  readonly last: readonly string[];
  readonly exitCode: Promise<number | null>;
}

/** Starts one process and waits until it is ready. Rejects, with its last lines, when it ends or dawdles before that. */
export async function startProcess(spec: ProcessSpec): Promise<Running> {
  const child = await launch(spec);
  const stop = (): Promise<void> =>
    stopPid(child.pid, { first: 'SIGTERM', last: 'SIGKILL', graceMs: spec.graceMs ?? 10_000 });
  if (await untilReady(child.pid, spec)) {
    return { pid: child.pid, whenGone: () => child.exitCode.then(() => undefined), stop };
  }
  const why = isAlive(child.pid) ? 'was not ready in time' : 'ended before it was ready';
  await stop();
  throw failure(spec, why, child);
}

/** Runs one process to its end. Rejects, with its last lines, unless it ends well; an abort ends it first. */
export async function runProcess(spec: ProcessSpec, abort?: AbortSignal): Promise<void> {
  const child = await launch(spec);
  const stop = (): void =>
    void stopPid(child.pid, { first: 'SIGTERM', last: 'SIGKILL', graceMs: spec.graceMs ?? 5_000 });
  abort?.addEventListener('abort', stop, { once: true });
  const code = await child.exitCode;
  abort?.removeEventListener('abort', stop);
  if (code !== 0) throw failure(spec, abort?.aborted ? 'was stopped' : 'failed', child);
}

function launch(spec: ProcessSpec): Promise<Child> {
  return new Promise((resolve, reject) => {
    const child = spawn(spec.command, spec.args, {
      env: spec.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // Ctrl-C on the terminal reaches us alone; we stop the others, in order
    });
    const last: string[] = [];
    readLines(child, (line) => {
      if (last.push(line) > 20) last.shift();
      spec.onLine?.(line, spec.name);
    });
    const exitCode = new Promise<number | null>((ended) => child.once('close', ended));
    child.once('error', reject);
    child.once('spawn', () => resolve({ pid: child.pid as number, last, exitCode }));
  });
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', onLine);
}

const failure = (spec: ProcessSpec, why: string, child: Child): Error =>
  new Error([`${spec.name} ${why}.`, ...child.last].join('\n  '));

async function untilReady(pid: number, spec: ProcessSpec): Promise<boolean> {
  const { ready } = spec;
  if (ready === undefined) return true;
  const check = typeof ready === 'string' ? () => answers(ready) : ready;
  const deadline = Date.now() + (spec.readyMs ?? 60_000);
  while (isAlive(pid) && Date.now() < deadline) {
    if (await check()) return isAlive(pid);
    await delay(50);
  }
  return false;
}

/** Whether that address answers with success within two seconds. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
