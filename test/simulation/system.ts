import { createApplication, type Application } from '@rectify/application';
import {
  createMemoryAttendance,
  createMemoryStore,
  StoreError,
  type EventStore,
  type MemoryAttendance,
  type RecordedEvent,
  type TableChange,
} from '@rectify/event-store';
import type { Activities, CampaignRef } from '@rectify/workflows';
import { createLook } from '../../apps/worker/activities/look';
import { createPerform } from '../../apps/worker/activities/perform';
import { createRound, type RelayDeps } from '../../apps/worker/relay';
import { workflowOf } from '../../apps/worker/temporal/ringer';
import { createCluster, type Asked, type Cluster, type Execution } from './cluster';
import type { Clocks } from './clocks';
import type { Random } from './random';
import { processOf, type Process, type Steps } from './steps';

/** How often things go wrong; all 0 when it is quiet. */
export interface Faults {
  /** A statement fails, before its effect or behind it. */
  readonly store: number;
  /** A doorbell is said to be rung and is not, or is rung and said not to be. */
  readonly doorbell: number;
  /** What an activity answered is lost, so that it is tried again. */
  readonly completion: number;
}
export const QUIET: Faults = { store: 0, doorbell: 0, completion: 0 };

/** Known mistakes, planted to show that the simulation finds them. */
export interface Bugs {
  readonly attendance?: (
    attendance: MemoryAttendance,
  ) => Pick<MemoryAttendance, 'claimRings' | 'acknowledge'>;
  readonly activities?: (activities: Doings) => Doings;
  readonly outbox?: (rows: readonly OutboxRow[]) => readonly OutboxRow[];
}
type OutboxRow = TableChange['upsert'][number];
export type Doings = Pick<Activities, 'look' | 'perform'>;

export interface SystemOptions {
  readonly random: Random;
  readonly steps: Steps;
  readonly clocks: Clocks;
  readonly before: readonly RecordedEvent[];
  readonly keysBefore: Readonly<Record<string, string>>;
  readonly longAfter: number;
  readonly bugs: Bugs;
}

/** A campaign's row of the outbox, with how often it was written. */
export type Outbox = ReadonlyMap<string, number>;

export interface System {
  readonly attendance: MemoryAttendance;
  readonly cluster: Cluster;
  readonly store: EventStore;
  readonly outbox: Outbox;
  faults: Faults;
  /** Deletes what Temporal knows. */
  readonly wipe: () => void;
  /** One round of the relay, unless one is under way. */
  readonly relay: () => boolean;
  readonly api: () => { readonly process: Process; readonly application: Application };
  readonly kill: (which: 'worker' | 'api') => void;
  /** What came back from the cluster since it was last asked: deliveries in their order. */
  readonly deliver: () => Promise<void>;
}

const EPOCH = 1;
const DEED_ATTEMPTS = 4;
const [LOST_AFTER_MS, RETRY_MS] = [10_000, 1_000];

/** API, worker with relay and activities, the log and the cluster, each with its own ways to fail. */
export const createSystem = (options: SystemOptions): System => {
  const { random, steps, clocks, before, keysBefore, longAfter, bugs } = options;
  const outbox = new Map<string, number>();
  const attendance = createMemoryAttendance({ machine: clocks.machine, now: clocks.now, epoch: () => EPOCH });
  const store = createMemoryStore({
    ...{ before, keysBefore, now: clocks.now },
    onAppend: (request, recorded) => {
      attendance.onAppend(request, request.expectedVersion + recorded.length);
      const written = request.rows['outbox']?.upsert ?? [];
      for (const { rung_id: id } of bugs.outbox?.(written) ?? written)
        outbox.set(String(id), (outbox.get(String(id)) ?? 0) + 1);
    },
  });
  const attended = bugs.attendance?.(attendance) ?? attendance;
  const inbox: (() => Promise<void>)[] = [];
  let faults = QUIET;

  /** A statement of a process: its turn, its effect, and the answer on its way back. */
  const statement = async <T>(of: Process, effect: () => Promise<T>): Promise<T> => {
    await steps.turn(of);
    if (random.chance(faults.store)) throw new StoreError('STORE_UNAVAILABLE', 'the connection was refused');
    const done = await effect();
    await steps.turn(of);
    if (random.chance(faults.store)) throw new StoreError('STORE_UNAVAILABLE', 'the connection was lost');
    return done;
  };
  const storeOf = (of: Process): EventStore => ({
    load: (request) => statement(of, () => store.load(request)),
    append: (request) => statement(of, () => store.append(request)),
    loadLocked: (request, stream, then) => statement(of, () => store.loadLocked(request, stream, then)),
    sealingKeys: (...asked) => statement(of, () => store.sealingKeys(...asked)),
    readAll: (after, limit) => statement(of, () => store.readAll(after, limit)),
    readStream: (stream, after, limit) => statement(of, () => store.readStream(stream, after, limit)),
  });

  const cluster: Cluster = createCluster({
    longAfter,
    worker: () => worker.process,
    onAsked: (execution, seq, asked) => {
      if (asked.kind === 'timer')
        clocks.after(asked.ms, () => void inbox.push(() => cluster.fire(execution, seq)));
      else void tryIt(execution, seq, asked, 1);
    },
  });

  /** One attempt at an activity; what became of it is known to the cluster, or it is tried again after its time. */
  const tryIt = async (
    execution: Execution,
    seq: number,
    asked: Exclude<Asked, { kind: 'timer' }>,
    attempt: number,
  ): Promise<void> => {
    if (execution.isClosed || !execution.open.has(seq)) return;
    const { process, activities } = worker;
    let isKnown = false;
    const again = (ms: number): void => {
      clocks.after(ms, () => {
        if (!isKnown) void tryIt(execution, seq, asked, attempt + 1);
        isKnown = true;
      });
    };
    const settle = (answer: Awaited<ReturnType<Doings['look']>> | number): void => {
      // Temporal takes no answer of an attempt that it has given up: a later one may have seen more.
      if (isKnown) return;
      isKnown = true;
      inbox.push(() => cluster.answer(execution, seq, answer));
    };
    if (asked.kind === 'perform' && attempt > DEED_ATTEMPTS) return settle(0);
    again(LOST_AFTER_MS);
    try {
      await steps.turn(process);
      const answer =
        asked.kind === 'look' ? await activities.look(execution.ref) : await activities.perform(asked.deed);
      await steps.turn(process);
      if (!random.chance(faults.completion)) settle(answer);
    } catch (error) {
      if ((error as { code?: unknown }).code === undefined) throw error;
      again(RETRY_MS);
    }
  };

  const startWorker = () => {
    const process = processOf('worker');
    const application = createApplication({ store: storeOf(process) });
    const deps = { application, epoch: async () => EPOCH };
    const own: RelayDeps['attendance'] & Pick<MemoryAttendance, 'acknowledge'> = {
      claimRings: (request) => statement(process, () => attended.claimRings(request)),
      acknowledge: (stream, seen) => statement(process, () => attended.acknowledge(stream, seen)),
    };
    const doings: Doings = {
      look: createLook({ ...deps, attendance: own, onOutcomes: async () => undefined }),
      perform: createPerform({ application, metrics: { deed: nothing }, onReminders: async () => undefined }),
    };
    const round = createRound({
      attendance: own,
      cluster: {
        hear: async () => {
          await steps.turn(process);
          return cluster.id();
        },
      },
      ring: async ({ stream, restart = false, ...origin }) => {
        const found = workflowOf(stream, origin);
        if (!found) throw new Error(`no workflow attends ${stream}`);
        await steps.turn(process);
        const isHeard = !random.chance(faults.doorbell);
        if (isHeard)
          inbox.push(() =>
            cluster[restart ? 'beginAnew' : 'signalWithStart'](stream, found.ref as CampaignRef),
          );
        await steps.turn(process);
        if (isHeard && random.chance(faults.doorbell)) throw new Error('the answer was lost');
      },
      epoch: async () => EPOCH,
      ...{ intervalMs: 1_000, deliveries: [], elapsed: clocks.machine },
      log: { info: nothing, warn: nothing, debug: nothing, bug: nothing } as unknown as RelayDeps['log'],
      metrics: { ring: nothing, away: nothing },
    });
    return { process, activities: bugs.activities?.(doings) ?? doings, round, isRinging: { now: false } };
  };
  const startApi = () => {
    const process = processOf('api');
    return { process, application: createApplication({ store: storeOf(process) }) };
  };
  let worker = startWorker();
  let api = startApi();

  return {
    ...{ attendance, cluster, store, outbox },
    get faults() {
      return faults;
    },
    set faults(next) {
      faults = next;
    },
    relay: () => {
      const { isRinging, round } = worker;
      if (isRinging.now) return false;
      isRinging.now = true;
      void round().finally(() => (isRinging.now = false));
      return true;
    },
    api: () => api,
    wipe: () => cluster.wipe(),
    kill: (which) => {
      if (which === 'worker') {
        worker.process.isDead = true;
        worker = startWorker();
      } else {
        api.process.isDead = true;
        api = startApi();
      }
    },
    deliver: async () => {
      for (let next = inbox.shift(); next; next = inbox.shift()) await next();
    },
  };
};

const nothing = (): void => undefined;
