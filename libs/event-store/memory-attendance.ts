import type { Instant } from '@rectify/domain';
import type { Acknowledgement, Attendance, RingReason, Ringing } from './attendance';
import type { AppendRequest } from './event-store';

/** One stream's row, with the columns of the table `attendance`. Milliseconds are of the machine's clock. */
export interface AttendanceRow {
  logVersion: number;
  roseAt: number;
  rungAt: number;
  /** The Temporal and the epoch of the last ring. */
  rungFor: string | null;
  seenVersion: number;
  nextWakeAt: Instant | null;
  over: boolean;
  shape: string | null;
  epoch: number | null;
  cluster: string | null;
  calendarVersion: number | null;
}

export interface MemoryAttendanceOptions {
  /** The machine's clock in milliseconds: re-ringing goes by it. */
  readonly machine: () => number;
  /** The domain's clock: what is overdue goes by it. */
  readonly now: () => Instant;
  readonly epoch: () => number;
}

export interface MemoryAttendance extends Attendance {
  /** What an append writes with its events; to be called in the same instant. */
  readonly onAppend: (request: Pick<AppendRequest, 'stream' | 'ring'>, version: number) => void;
  /** Has every stream rung that waits for a moment until then, as setting the clock forward does. */
  readonly askToRing: (until: Instant) => number;
  readonly row: (stream: string) => Readonly<AttendanceRow> | undefined;
  readonly streams: () => readonly string[];
}

/** As `claim_rings` names it. */
const CALENDAR = 'calendar/cn';
const OVERDUE_MS = 60_000;
const LEAST_TICK_MS = 0.001;

/** Doorbells without a database, for specs and the simulation; the contract suite holds it equal to PostgreSQL's. */
export const createMemoryAttendance = ({
  machine,
  now,
  epoch,
}: MemoryAttendanceOptions): MemoryAttendance => {
  const rows = new Map<string, AttendanceRow>();
  /** No two readings are the same, as between two statements. */
  let read = Number.NEGATIVE_INFINITY;
  let calendar = 0;
  const tick = (): number => (read = Math.max(machine(), read + LEAST_TICK_MS));
  const rowOf = (stream: string): AttendanceRow => {
    const row = rows.get(stream) ?? emptyRow();
    rows.set(stream, row);
    return row;
  };

  return {
    row: (stream) => rows.get(stream),
    streams: () => [...rows.keys()],

    claimRings: async ({ cluster, shape, limit, staleAfterSeconds }) => {
      const [at, overdueSince] = [tick(), Date.parse(now()) - OVERDUE_MS];
      const stale = at - staleAfterSeconds * 1_000;
      const asking = { cluster, shape, epoch: epoch(), calendar, overdueSince, stale };
      const due: { readonly row: AttendanceRow; readonly ringing: Ringing }[] = [];
      for (const [stream, row] of rows) {
        const reason = reasonToRing(row, asking);
        if (reason !== null) due.push({ row, ringing: { stream, reason, epoch: asking.epoch } });
      }
      const claimed = due.sort((a, b) => (a.row.rungAt < b.row.rungAt ? -1 : 1)).slice(0, limit);
      for (const { row } of claimed) Object.assign(row, { rungAt: at, rungFor: hereOf(asking) });
      return claimed.map(({ ringing }) => ringing);
    },

    acknowledge: async (stream, { seenVersion, ...seen }: Acknowledgement) => {
      const row = rowOf(stream);
      if (row.seenVersion <= seenVersion) Object.assign(row, seen, { seenVersion });
    },

    onAppend: ({ stream, ring }, version) => {
      if (stream === CALENDAR) calendar = version;
      if (ring === null) return;
      const row = rowOf(stream);
      if (ring.raise) Object.assign(row, { logVersion: version, roseAt: tick() });
    },

    askToRing: (until) => {
      const waiting = [...rows.values()].filter(
        ({ over, nextWakeAt }) => !over && nextWakeAt !== null && nextWakeAt <= until,
      );
      for (const row of waiting) row.roseAt = tick();
      return waiting.length;
    },
  };
};

/** The row before anything: a rise at -∞ is none, for a ring at -∞ was none either. */
const emptyRow = (): AttendanceRow => ({
  logVersion: 0,
  roseAt: Number.NEGATIVE_INFINITY,
  rungAt: Number.NEGATIVE_INFINITY,
  rungFor: null,
  seenVersion: 0,
  nextWakeAt: null,
  over: false,
  shape: null,
  epoch: null,
  cluster: null,
  calendarVersion: null,
});

interface Asking {
  readonly cluster: string;
  readonly shape: string;
  readonly epoch: number;
  readonly calendar: number;
  readonly overdueSince: number;
  readonly stale: number;
}

const hereOf = ({ cluster, epoch, calendar }: Asking): string => `${cluster} ${epoch} ${calendar}`;

/** `claim_rings` of `sql/attendance.sql.ts`, row by row. */
const reasonToRing = (row: AttendanceRow, asking: Asking): RingReason | null => {
  const hasRisen = row.roseAt !== Number.NEGATIVE_INFINITY && row.roseAt >= row.rungAt;
  const isUnseen = row.logVersion > row.seenVersion;
  const moved = row.over ? null : movedTo(row, asking);
  const isNews = moved !== null && moved !== 'shape' && row.rungFor !== hereOf(asking);
  if (!hasRisen && !isNews && !(row.rungAt < asking.stale && (isUnseen || isAwaited(row, asking))))
    return null;
  if (moved !== null) return moved;
  if (hasRisen) return 'rose';
  return isUnseen ? 'unseen' : 'overdue';
};

/** What has changed under a workflow that was once attended. */
const movedTo = (row: AttendanceRow, { cluster, shape, epoch, calendar }: Asking): RingReason | null => {
  if (row.shape !== null && row.shape !== shape) return 'shape';
  if (row.epoch !== null && row.epoch !== epoch) return 'epoch';
  if (row.cluster !== null && row.cluster !== cluster) return 'cluster';
  return isBehind(row, calendar) ? 'calendar' : null;
};

const isBehind = ({ calendarVersion }: AttendanceRow, calendar: number): boolean =>
  calendarVersion !== null && calendarVersion < calendar;

/** Not over, and its moment has passed by a minute, or nobody has looked from here yet. */
const isAwaited = (
  row: AttendanceRow,
  { cluster, shape, epoch, calendar, overdueSince }: Asking,
): boolean => {
  if (row.over) return false;
  if (isBehind(row, calendar)) return true;
  const isElsewhere = row.cluster !== cluster || row.epoch !== epoch || row.shape !== shape;
  return isElsewhere || (row.nextWakeAt !== null && Date.parse(row.nextWakeAt) < overdueSince);
};
