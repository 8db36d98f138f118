/** Two clocks: the machine's, by which timers run, and the domain's, which may be set forward against it. */
export interface Clocks {
  /** Milliseconds since the simulation began. */
  readonly machine: () => number;
  /** The domain's now. */
  readonly now: () => string;
  readonly after: (ms: number, then: () => void) => void;
  /** Lets time pass; what has run off by then is called in its order. */
  readonly pass: (ms: number) => void;
  /** Sets the domain's clock forward: timers do not notice. */
  readonly jump: (ms: number) => void;
  /** Until the next timer runs off, or null. */
  readonly nextIn: () => number | null;
}

export const createClocks = (startAt: string): Clocks => {
  const start = Date.parse(startAt);
  let [machine, offset] = [0, 0];
  let timers: { readonly at: number; readonly then: () => void }[] = [];
  return {
    machine: () => machine,
    now: () => new Date(start + machine + offset).toISOString(),
    after: (ms, then) => void timers.push({ at: machine + ms, then }),
    pass: (ms) => {
      machine += ms;
      const off = timers.filter(({ at }) => at <= machine).sort((a, b) => a.at - b.at);
      timers = timers.filter(({ at }) => at > machine);
      for (const { then } of off) then();
    },
    jump: (ms) => {
      offset += ms;
    },
    nextIn: () => (timers.length === 0 ? null : Math.min(...timers.map(({ at }) => at)) - machine),
  };
};
