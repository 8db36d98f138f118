/** Commands of one stream go one after the other in a process; how many may wait is bounded. */
export interface StreamQueue {
  /** Runs `work` when those before it are done; null, without running it, where too many wait already. */
  readonly run: <Result>(stream: string, work: () => Promise<Result>) => Promise<Result | null>;
}

/**
 * A chain of promises a stream. Without it ten clients on one stream race each other through PostgreSQL and the
 * unlucky try again and again; with it only other processes are raced.
 */
export const createStreamQueue = (longest: number): StreamQueue => {
  const tails = new Map<string, { readonly last: Promise<unknown>; readonly waiting: number }>();

  return {
    run: async (stream, work) => {
      const before = tails.get(stream);
      const waiting = (before?.waiting ?? 0) + 1;
      if (waiting > longest) return null;
      const mine = (before?.last ?? Promise.resolve()).then(work, work);
      tails.set(stream, { last: mine, waiting });
      try {
        return await mine;
      } finally {
        const now = tails.get(stream);
        if (now && now.waiting > 1) tails.set(stream, { last: now.last, waiting: now.waiting - 1 });
        else tails.delete(stream);
      }
    },
  };
};
