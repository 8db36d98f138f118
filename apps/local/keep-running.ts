import { setTimeout as delay } from 'node:timers/promises';
import type { Running } from './processes';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

export interface Kept<T extends Running> {
  readonly first: T;
  readonly stop: () => Promise<void>;
}

/**
 * Starts something and starts it again whenever it ends unasked: after a second, doubling up to half a minute, from the
 * beginning again once it has lived a minute. Only the very first start may fail.
 */
export async function keepRunning<T extends Running>(
  name: string,
  start: () => Promise<T>,
  say: (line: string) => void,
): Promise<Kept<T>> {
  const stopping = new AbortController();
  const first = await start();
  let current: Running | undefined = first;
  let pause = FIRST_PAUSE_MS;

  const rest = (): Promise<void> =>
    delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const since = Date.now();
      await current?.whenGone();
      if (stopping.signal.aborted) return;
      pause = Date.now() - since > STEADY_MS ? FIRST_PAUSE_MS : pause;
      say(`${name} is not running; starting it again in ${pause / 1_000} s.`);
      await rest();
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (stopping.signal.aborted) return;
      current = await start().catch((error: Error) => void say(error.message));
      if (current) say(`${name} is running again.`);
    }
    await current?.stop(); // a start that was under way when we were asked to stop
  };
  const watching = watch();
  return {
    first,
    stop: async () => {
      stopping.abort();
      await current?.stop();
      await watching;
    },
  };
}
