/** What one run of the bench found. The names are a contract: CI and people read them from the JSON. */
export interface Figures {
  /** Real commands over HTTP, 20 clients on 20 campaigns. */
  readonly commandsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** A Temporal Update whose one local activity appends the same event, 20 clients on 20 workflows. */
  readonly updatesPerSecond: number;
  readonly ratioToUpdate: number;
  /** A NestJS route that appends one event in one statement and does nothing else. */
  readonly barePerSecond: number;
  readonly ratioToBare: number;
  /** The same commands on a log of 200,000 events, as a share of those on a small one. */
  readonly flatness: number;
  readonly rebuildEventsPerSecond: number;
  /** By process; PostgreSQL's counts what its processes share once. */
  readonly residentMb: Readonly<Record<string, number>>;
  /** Of the machine's processors, 0 to 1: `before` everything, then while each figure was measured. */
  readonly idleShare: Readonly<Record<string, number>>;
  /** 10 clients on one campaign of 50 problems, by one api process and by two. */
  readonly busyP99Ms: number;
  readonly busyTwoApisP99Ms: number;
  readonly busyFailures: number;
}

interface Aim {
  readonly what: string;
  readonly value: number;
  readonly aim: string;
  readonly isMet: boolean;
  /** Ratios and counts only: a missed one fails the run. */
  readonly isMust: boolean;
}

const atLeast = (what: string, value: number, least: number, isMust = false): Aim => ({
  what,
  value,
  aim: `≥ ${least}`,
  isMet: value >= least,
  isMust,
});
const atMost = (what: string, value: number, most: number, isMust = false): Aim => ({
  what,
  value,
  aim: `≤ ${most}`,
  isMet: value <= most,
  isMust,
});

export const aims = (figures: Figures): readonly Aim[] => [
  atLeast('ratioToUpdate', figures.ratioToUpdate, 8, true),
  atMost('busyFailures', figures.busyFailures, 0, true),
  atLeast('ratioToUpdate', figures.ratioToUpdate, 10),
  atLeast('ratioToBare', figures.ratioToBare, 0.4),
  atLeast('commandsPerSecond', figures.commandsPerSecond, 1_000),
  atMost('p99Ms', figures.p99Ms, 50),
  atLeast('flatness', figures.flatness, 0.85),
  atLeast('rebuildEventsPerSecond', figures.rebuildEventsPerSecond, 10_000),
  atMost('residentMb.api', figures.residentMb['api'] ?? NaN, 350),
  atMost('residentMb.worker', figures.residentMb['worker'] ?? NaN, 600),
  atMost('busyP99Ms', figures.busyP99Ms, 100),
  atMost('busyTwoApisP99Ms', figures.busyTwoApisP99Ms, 250),
];

/** Rounds every number to what the measurement can tell. */
export const rounded = <T>(value: T): T => {
  const round = (number: number): number => Number(number.toFixed(Math.abs(number) < 10 ? 3 : 1));
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? round(each) : each)),
  ) as T;
};

export const asTable = (figures: Figures): string =>
  aims(figures)
    .map(({ what, value, aim, isMet, isMust }) => {
      const verdict = `${isMust ? 'must' : 'aim'} ${aim}`.padEnd(14);
      return `${what.padEnd(24)} ${String(value).padStart(10)}  ${verdict} ${isMet ? 'met' : 'NOT MET'}`;
    })
    .join('\n');
