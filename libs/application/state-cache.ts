/** A stream as it was last folded: frozen, so that whoever holds it holds it for good. */
export interface Folded<State> {
  readonly version: number;
  /** Hash of the event at `version`, on which the next append builds; empty at version 0. */
  readonly hash: string;
  readonly state: State;
}

export interface StateCache {
  readonly get: (stream: string) => Folded<unknown> | undefined;
  /**
   * Keeps the later of two versions: a slow reader never takes a writer's state away. Answers what is to be used for
   * the given version, which is what is kept already where that is the same: what is remembered of a state stays.
   */
  readonly put: (stream: string, folded: Folded<unknown>) => Folded<unknown>;
}

/** The most recently used streams, at most `size`. */
export const createStateCache = (size: number): StateCache => {
  const kept = new Map<string, Folded<unknown>>();
  const keep = (stream: string, folded: Folded<unknown>): void => {
    kept.delete(stream);
    kept.set(stream, folded);
  };

  return {
    get: (stream) => {
      const found = kept.get(stream);
      if (found) keep(stream, found);
      return found;
    },
    put: (stream, folded) => {
      const known = kept.get(stream);
      if (known && known.version >= folded.version) return known.version === folded.version ? known : folded;
      keep(stream, folded);
      const oldest = kept.size > size ? kept.keys().next() : null;
      if (oldest && !oldest.done) kept.delete(oldest.value);
      return folded;
    },
  };
};
