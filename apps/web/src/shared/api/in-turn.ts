import { problemOf } from './problem';

/** Nobody waits longer for one of many: what the api asks for is some seconds at most. */
const MOST_TRIES = 10;

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

/**
 * One of many requests sent one after the other. Where they come faster than the api takes a person's, it says in how
 * many seconds it takes the next; then the same is asked again. Everything else it refuses is thrown.
 */
export const inTurn = async <Answer>(
  ask: () => Promise<Answer>,
  wait: (seconds: number) => Promise<void> = pause,
): Promise<Answer> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const { code, params } = problemOf(error);
      if (code !== 'RATE_LIMITED' || tries === MOST_TRIES) throw error;
      await wait(Number(params?.['seconds'] ?? 1));
    }
  }
};
