/** Progress goes to standard error: standard output is the figures'. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

const BEAT_MS = 10_000;

/** One step: a line when it begins, one every ten seconds, one with its seconds and what it found. */
export const step = async <T>(
  label: string,
  work: () => Promise<T>,
  tell: (result: T) => string = () => '',
): Promise<T> => {
  const began = Date.now();
  const seconds = (): string => ((Date.now() - began) / 1000).toFixed(1);
  say(`… ${label}`);
  const beat = setInterval(() => say(`  ${label}: still at it after ${seconds()} s`), BEAT_MS);
  const result = await work().finally(() => clearInterval(beat));
  say(`✓ ${label} (${seconds()} s) ${tell(result)}`);
  return result;
};
