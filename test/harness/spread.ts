import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** So many numbers from one on, for one process to work through. */
export interface Portion {
  readonly from: number;
  readonly count: number;
}

/** What a process answers for a portion; a fault is a line that says how to see it again. */
export interface Portioned {
  readonly done: number;
  readonly faults: readonly string[];
  /** Anything else that is added up. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface Spread {
  /** A TypeScript file that calls `answerPortions`. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly from: number;
  readonly total: number;
  readonly portion: number;
  /** How many are called in the plural: `seeds`. */
  readonly what: string;
  readonly jobs?: number;
  /** After so long no portion is begun any more; those under way are finished. */
  readonly minutes?: number;
}

/** What all portions came to, and the first number that was not begun: where the next run goes on. */
export interface SpreadOut extends Portioned {
  readonly next: number;
}

const HOOK = path.resolve(__dirname, 'register.cjs');
const MOST_FAULTS = 20;
const EVERY_MS = 2_000;

/**
 * Works through many numbered runs in as many processes as there are processors, with a line of progress on standard
 * error; begins no portion any more after twenty faults, after its time, and once it is interrupted (Ctrl-C). Rejects where
 * a process ends by itself.
 */
export const spread = async ({
  script,
  args = [],
  from,
  total,
  portion,
  what,
  jobs = availableParallelism(),
  minutes = Infinity,
}: Spread): Promise<SpreadOut> => {
  const started = performance.now();
  const sum = { done: 0, faults: [] as string[], counts: {} as Record<string, number> };
  let next = from;
  let isInterrupted = false;
  const isTimeUp = (): boolean => performance.now() - started > minutes * 60_000;
  const interrupt = (): void => {
    isInterrupted = true;
  };

  const tell = (): void => {
    const seconds = (performance.now() - started) / 1_000;
    const rate = sum.done / seconds;
    const left = rate > 0 ? Math.round((total - sum.done) / rate) : 0;
    process.stderr.write(
      `\r${sum.done} of ${total} ${what} · ${sum.faults.length} failed · ${rate.toFixed(0)}/s · ${left} s left   `,
    );
  };
  const add = ({ done, faults, counts }: Portioned): void => {
    sum.done += done;
    sum.faults.push(...faults);
    for (const [name, count] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + count;
  };

  const work = (child: ChildProcess): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        const count = Math.min(portion, from + total - next);
        if (count <= 0 || sum.faults.length >= MOST_FAULTS || isInterrupted || isTimeUp()) {
          child.disconnect();
          resolve();
          return;
        }
        child.send({ from: next, count } satisfies Portion);
        next += count;
      };
      child.on('message', (answer: Portioned) => {
        add(answer);
        give();
      });
      child.once('exit', (code) => reject(new Error(`a process ended with ${code}`)));
      give();
    });

  const children = Array.from({ length: Math.min(jobs, Math.ceil(total / portion)) }, () =>
    fork(script, [...args], { execArgv: ['-r', HOOK], env: { ...process.env, NODE_ENV: 'production' } }),
  );
  const telling = setInterval(tell, EVERY_MS);
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await Promise.all(children.map(work));
  } finally {
    clearInterval(telling);
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    for (const child of children) child.kill();
    tell();
    process.stderr.write('\n');
  }
  return { ...sum, next };
};

/** The other side: works through each portion that comes, one after the other. A terminal interrupts the whole group; who gave the portion waits for it. */
export const answerPortions = (work: (portion: Portion) => Promise<Portioned>): void => {
  process.on('SIGINT', () => undefined);
  process.on('message', (portion: Portion) => {
    work(portion).then(
      (answer) => process.send?.(answer),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
};
