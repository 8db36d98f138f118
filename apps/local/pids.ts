import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;

/** A process id with what tells it from a later process of the same id. Only such a pair may be signalled after a restart. */
export interface ProcessMark {
  readonly pid: number;
  readonly birth: string;
}

/** When the process began, by the system's own count; undefined if there is none, or only a zombie nobody has buried. */
function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    try {
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    } catch {
      return undefined;
    }
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

export function markOf(pid: number): ProcessMark | undefined {
  const birth = birthOf(pid);
  return birth === undefined ? undefined : { pid, birth };
}

/** Whether the very process that was marked still runs. */
export const isSame = (mark: ProcessMark): boolean => birthOf(mark.pid) === mark.birth;

export const isAlive = (pid: number): boolean => birthOf(pid) !== undefined;

/** Resolves when the process is gone, whoever's child it was. */
export async function whenGone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(POLL_MS);
}

/** Signals one process and waits; whatever is still there after the grace gets the last signal. */
export async function stopPid(
  pid: number,
  signals: { first: NodeJS.Signals; last: NodeJS.Signals; graceMs: number },
): Promise<void> {
  if (!trySignal(pid, signals.first)) return;
  const deadline = Date.now() + signals.graceMs;
  while (isAlive(pid) && Date.now() < deadline) await delay(POLL_MS);
  if (isAlive(pid)) trySignal(pid, signals.last);
  while (isAlive(pid)) await delay(POLL_MS);
}

/** False if there is no such process any more. */
export function trySignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
