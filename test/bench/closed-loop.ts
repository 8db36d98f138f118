import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { idleSince } from './machine';

/** One client's next request; answers what went wrong, or null. Throwing is a failure too. */
export type Ask = () => Promise<string | null>;

export interface Span {
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Measured {
  /** Accepted requests, failed ones not among them. */
  readonly perSecond: number;
  /** Everything that was answered, the warm-up's included. */
  readonly all: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly failures: number;
  readonly firstFailure: string | null;
  /** Of the whole machine, while it was measured. */
  readonly idleShare: number;
}

/** Each client asks, waits for the answer and asks again. Only what begins and ends after the warm-up is counted. */
export const closedLoop = async (
  clients: readonly Ask[],
  { warmUpSeconds, seconds }: Span,
): Promise<Measured> => {
  const taken: number[] = [];
  const failures: string[] = [];
  let from = Infinity;
  let isOver = false;
  let all = 0;

  const run = async (ask: Ask): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      const wrong = await ask().catch(String);
      const ended = performance.now();
      all += 1;
      if (wrong !== null) failures.push(wrong);
      else if (began >= from && !isOver) taken.push(ended - began);
      if (wrong !== null) await delay(10);
    }
  };
  const running = Promise.all(clients.map(run));
  await delay(warmUpSeconds * 1000);
  from = performance.now();
  const idle = idleSince();
  await delay(seconds * 1000);
  isOver = true;
  const elapsed = (performance.now() - from) / 1000;
  const idleShare = idle();
  await running;

  taken.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? NaN;
  return {
    perSecond: taken.length / elapsed,
    all,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    p99Ms: quantile(0.99),
    maxMs: quantile(1),
    failures: failures.length,
    firstFailure: failures[0] ?? null,
    idleShare,
  };
};
