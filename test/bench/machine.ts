import { readdirSync, readFileSync } from 'node:fs';

interface Ticks {
  readonly idle: number;
  readonly all: number;
}

/** Linux only: elsewhere nothing is known, and the shares are NaN. */
const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const ticks = (): Ticks => {
  const fields = read('/proc/stat').split('\n')[0]?.trim().split(/\s+/).slice(1, 9).map(Number) ?? [];
  return { idle: (fields[3] ?? NaN) + (fields[4] ?? NaN), all: fields.reduce((sum, each) => sum + each, 0) };
};

/** Starts counting; the answer is the share of all processors that was idle since, 0 to 1. */
export const idleSince = (): (() => number) => {
  const before = ticks();
  return () => {
    const after = ticks();
    return (after.idle - before.idle) / (after.all - before.all);
  };
};

const kilobytes = (file: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? NaN);

const megabytes = (kB: number): number => Math.round(kB / 1024);

/** VmRSS of one process. */
export const residentMb = (pid: number): number => megabytes(kilobytes(`/proc/${pid}/status`, 'VmRSS'));

/** A process and its children that share memory, each page counted once (PSS): a PostgreSQL server. */
export const sharedMb = (pid: number): number =>
  megabytes(
    [pid, ...childrenOf(pid)].reduce(
      (sum, each) => sum + (kilobytes(`/proc/${each}/smaps_rollup`, 'Pss') || 0),
      0,
    ),
  );

export const childrenOf = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      read(`/proc/${pid}/task/${task}/children`).trim().split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
};

export const nameOf = (pid: number): string => read(`/proc/${pid}/comm`).trim();

const TICK_MS = 10;

/** Processor time that a process has spent, with that of its children, the ended ones too. */
export const cpuMs = (pid: number): number => {
  const own = (each: number): number[] =>
    read(`/proc/${each}/stat`).split(') ').at(-1)?.split(' ').map(Number) ?? [];
  const [user, system, ofEndedUser, ofEndedSystem] = own(pid).slice(11, 15);
  const running = childrenOf(pid).reduce(
    (sum, child) => sum + (own(child)[11] ?? 0) + (own(child)[12] ?? 0),
    0,
  );
  return ((user ?? 0) + (system ?? 0) + (ofEndedUser ?? 0) + (ofEndedSystem ?? 0) + running) * TICK_MS;
};
