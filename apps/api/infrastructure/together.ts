/**
 * Asks that come while one is under way go together as the next one: a statement for all of them where there would be one
 * each. Who asks alone waits for nobody. Nothing is kept: every ask is answered by what was read after it came. `run`
 * answers in the order of the asks; where it fails, all of them do.
 */
export const together = <Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): ((ask: Ask) => Promise<Answer>) => {
  interface Waiting {
    readonly ask: Ask;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isUnderWay = false;

  const goOn = async (): Promise<void> => {
    isUnderWay = true;
    while (waiting.length > 0) {
      const going = waiting;
      waiting = [];
      try {
        const answers = await run(going.map(({ ask }) => ask));
        going.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
      } catch (error) {
        for (const { reject } of going) reject(error);
      }
    }
    isUnderWay = false;
  };

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (!isUnderWay) void goOn();
    });
};
