import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../../apps/local/processes';
import { tempFolder } from '../harness/run-folder';
import type { Measured, Span } from './closed-loop';

/** One request that may be sent any number of times, each under a key of its own. */
export interface Request {
  readonly path: string;
  readonly body: unknown;
  readonly token?: string;
}

/** A client sends its requests one after the other, round and round, over one connection. */
export interface LoadClient {
  readonly url: string;
  readonly requests: readonly Request[];
}

export interface Job extends Span {
  readonly clients: readonly LoadClient[];
}

const project = path.resolve(__dirname, '..', '..');

/** Arguments of Node for a program of the bench. */
export const program = (name: string, ...args: readonly string[]): string[] => [
  ...['-r', path.join(project, 'test', 'harness', 'register.cjs'), path.join(__dirname, name)],
  ...args,
];

/** Runs a program of the bench that measures and prints one line of JSON, in a process of its own. */
export const measure = async (name: string, job: Span): Promise<Measured> => {
  const file = path.join(tempFolder('bench'), 'job.json');
  writeFileSync(file, JSON.stringify(job), { mode: 0o600 });
  const lines: string[] = [];
  await runProcess({
    name,
    command: process.execPath,
    args: program(name, file),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    onLine: (line) => lines.push(line),
  });
  const told = lines.find((line) => line.startsWith('{'));
  if (!told) throw new Error(`${name} printed no figures:\n${lines.join('\n')}`);
  return JSON.parse(told) as Measured;
};

/** Requests over HTTP at full speed from one process apart. */
export const load = (job: Job): Promise<Measured> => measure('load.main.ts', job);
