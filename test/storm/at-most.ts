/** Lets so many be at work at the same time; the others wait in the order in which they came. */
export const atMost = (limit: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let atWork = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (atWork >= limit) await new Promise<void>((go) => waiting.push(go));
    else atWork += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else atWork -= 1;
    }
  };
};
