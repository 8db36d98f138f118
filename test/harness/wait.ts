import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the answer is neither false nor undefined nor an error; then gives it. Never sleeps longer than it must. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  {
    timeoutMs = 15_000,
    everyMs = 50,
    what = 'what was waited for',
  }: { timeoutMs?: number; everyMs?: number; what?: string } = {},
): Promise<Exclude<T, false | undefined | null>> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== undefined && answer !== null)
        return answer as Exclude<T, false | undefined | null>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`After ${timeoutMs} ms still not: ${what}. Last: ${String(last)}`, { cause: last });
    await delay(everyMs);
  }
}
