import type { Instant } from '@rectify/domain';

/** One clock for many runners: it goes on when all who still run ask for it, to the earliest moment asked for. */
export interface InStep {
  readonly forwardTo: (instant: Instant) => Promise<void>;
  /** One of the runners is done, or has failed. */
  readonly leave: () => void;
}

export const inStep = (runners: number, forward: (instant: Instant) => Promise<void>): InStep => {
  interface Waiting {
    readonly instant: Instant;
    readonly go: () => void;
    readonly fail: (error: unknown) => void;
  }
  let running = runners;
  let waiting: Waiting[] = [];
  const goOn = (): void => {
    if (waiting.length === 0 || waiting.length < running) return;
    const those = waiting;
    waiting = [];
    const [earliest = ''] = those.map(({ instant }) => instant).sort();
    forward(earliest).then(
      () => those.forEach(({ go }) => go()),
      (error: unknown) => those.forEach(({ fail }) => fail(error)),
    );
  };
  return {
    forwardTo: (instant) =>
      new Promise<void>((go, fail) => {
        waiting.push({ instant, go, fail });
        goOn();
      }),
    leave: () => {
      running -= 1;
      goOn();
    },
  };
};
