import { performance } from 'node:perf_hooks';

/** One kind of command: how often it was sent, and how long its senders waited. */
export interface KindFigures {
  readonly sent: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** What this process spent of the processor meanwhile, the median; known where one command goes after the other. */
  readonly processorMs: number;
}

/** Times by kind. Only what is accepted counts; what is refused is a failure. */
export interface Kinds {
  /** Runs one command and notes how long it took; answers the refusal's code, or null. */
  readonly timed: (kind: string, work: () => Promise<string | null>) => Promise<string | null>;
  readonly byKind: () => Readonly<Record<string, KindFigures>>;
  readonly all: () => KindFigures;
  readonly failures: () => readonly string[];
  /** Forgets everything: what was noted so far was the warm-up. */
  readonly reset: () => void;
}

/** `alone`: one command goes after the other, so what the process spends meanwhile is the command's own. */
export const createKinds = ({ alone }: { readonly alone: boolean }): Kinds => {
  const taken = new Map<string, Taken[]>();
  let failures: string[] = [];
  const note = (kind: string, ms: Taken): void => {
    const known = taken.get(kind);
    if (known) known.push(ms);
    else taken.set(kind, [ms]);
  };
  return {
    timed: async (kind, work) => {
      const [began, before] = [performance.now(), alone ? process.cpuUsage() : null];
      const wrong = await work().catch(String);
      const waited = performance.now() - began;
      const { user, system } = before ? process.cpuUsage(before) : { user: NaN, system: NaN };
      const ms = { waited, spent: (user + system) / 1000 };
      if (wrong === null) note(kind, ms);
      else failures.push(`${kind}: ${wrong}`);
      return wrong;
    },
    byKind: () =>
      Object.fromEntries(
        [...taken].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, ms]) => [kind, figuresOf(ms)]),
      ),
    all: () => figuresOf([...taken.values()].flat()),
    failures: () => failures,
    reset: () => {
      taken.clear();
      failures = [];
    },
  };
};

interface Taken {
  readonly waited: number;
  readonly spent: number;
}

const figuresOf = (taken: readonly Taken[]): KindFigures => {
  const quantile = (of: keyof Taken, share: number): number => {
    const sorted = taken.map((each) => each[of]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  };
  return {
    sent: taken.length,
    p50Ms: quantile('waited', 0.5),
    p95Ms: quantile('waited', 0.95),
    p99Ms: quantile('waited', 0.99),
    maxMs: quantile('waited', 1),
    processorMs: quantile('spent', 0.5),
  };
};

/** A line a kind, the slowest first: how many, p50, p95, p99, the slowest, and the processor's. */
export const asLines = (byKind: Readonly<Record<string, KindFigures>>): string =>
  Object.entries(byKind)
    .sort(([, a], [, b]) => b.p99Ms - a.p99Ms)
    .map(([kind, { sent, p50Ms, p95Ms, p99Ms, maxMs, processorMs }]) => {
      const times = [p50Ms, p95Ms, p99Ms, maxMs, processorMs]
        .map((each) => each.toFixed(1).padStart(8))
        .join('');
      return `  ${kind.padEnd(20)}${String(sent).padStart(6)}${times}`;
    })
    .join('\n');
