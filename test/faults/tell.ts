/** One line of figures on the console, whatever becomes of the test. */
export const tell = (what: string, figures: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
};

/** Seconds since a moment of `performance.now()`, to a tenth. */
export const since = (began: number): number => Math.round((performance.now() - began) / 100) / 10;
