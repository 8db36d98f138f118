import type { CampaignRef, DeedRequest, Ending, Outlook, Superseded, Wake } from '@rectify/workflows';
import type { BellTower } from '../../workflows/bell';
import { hangBell } from '../../workflows/bell';
import { liveCampaign } from '../../workflows/campaign.loop';
import { reckoned } from './steps';

/** What a performance asks of the cluster, in order; a replay has to ask the same again. */
export type Asked =
  | { readonly kind: 'look' }
  | { readonly kind: 'perform'; readonly deed: DeedRequest }
  | { readonly kind: 'timer'; readonly ms: number };

type Answer = Outlook | Superseded | number;

/** What happened to an execution, in order: its history. */
type Happened =
  | { readonly is: 'rung' }
  | { readonly is: 'answered'; readonly seq: number; readonly answer: Answer }
  | { readonly is: 'fired'; readonly seq: number };

/** One performance as a worker holds it in memory: gone when the worker is killed, and made again from the history. */
interface Performance {
  readonly by: object;
  readonly apply: (happened: Happened) => Promise<void>;
  readonly isOver: () => boolean;
  readonly goesOnAnew: () => boolean;
}

/** One execution as the cluster keeps it. */
export interface Execution {
  readonly ref: CampaignRef;
  readonly asked: Asked[];
  readonly history: Happened[];
  /** What was asked and not answered, by its number. */
  readonly open: Map<number, Asked>;
  performance: Performance | null;
  /** Ended, or lost with its cluster. */
  isClosed: boolean;
}

export interface ClusterOptions {
  /** The worker of the moment: another object after each kill. */
  readonly worker: () => object;
  /** Something new is to be done: an activity to try, a timer to run. */
  readonly onAsked: (execution: Execution, seq: number, asked: Asked) => void;
  /** Events in a history after which it goes on as a new run. */
  readonly longAfter: number;
}

/** As much of Temporal as the relay and a campaign's performance rest on: it keeps every history through every kill. */
export interface Cluster {
  readonly id: () => string;
  /** Rings, or starts what is not there. */
  readonly signalWithStart: (id: string, ref: CampaignRef) => Promise<void>;
  /** Ends what is there, and starts another. */
  readonly beginAnew: (id: string, ref: CampaignRef) => Promise<void>;
  readonly answer: (execution: Execution, seq: number, answer: Answer) => Promise<void>;
  readonly fire: (execution: Execution, seq: number) => Promise<void>;
  /** Its database is deleted. */
  readonly wipe: () => void;
  readonly open: (id: string) => Execution | undefined;
}

export const createCluster = ({ worker, onAsked, longAfter }: ClusterOptions): Cluster => {
  let executions = new Map<string, Execution>();
  let wiped = 0;

  const begin = (id: string, ref: CampaignRef): Execution => {
    const execution: Execution = {
      ...{ ref, asked: [], history: [], open: new Map(), performance: null, isClosed: false },
    };
    executions.set(id, execution);
    return execution;
  };

  const happen = async (execution: Execution, happened: Happened): Promise<void> => {
    if (execution.isClosed) return;
    if (happened.is !== 'rung' && !execution.open.delete(happened.seq)) return;
    execution.history.push(happened);
    await perform(execution);
    const { performance } = execution;
    if (!performance || (!performance.isOver() && !performance.goesOnAnew())) return;
    execution.isClosed = true;
    if (performance.goesOnAnew()) await perform(begin(`campaign/${execution.ref.id}`, execution.ref));
  };

  /** Goes on in memory, or is made again from the history by another worker, who has to ask the same in the same order. */
  const perform = async (execution: Execution): Promise<void> => {
    const { performance, history } = execution;
    const last = history.at(-1);
    if (performance?.by === worker() && last) return performance.apply(last);
    const again = beginPerformance(execution, worker(), longAfter, onAsked);
    execution.performance = again;
    await reckoned();
    for (const happened of history) await again.apply(happened);
  };

  return {
    id: () => `namespace ${wiped}`,
    open: (id) => {
      const found = executions.get(id);
      return found?.isClosed === false ? found : undefined;
    },
    signalWithStart: async (id, ref) => {
      const found = executions.get(id);
      const execution = found?.isClosed === false ? found : begin(id, ref);
      await happen(execution, { is: 'rung' });
    },
    beginAnew: async (id, ref) => {
      const found = executions.get(id);
      if (found) found.isClosed = true;
      await perform(begin(id, ref));
    },
    answer: (execution, seq, answer) => happen(execution, { is: 'answered', seq, answer }),
    fire: (execution, seq) => happen(execution, { is: 'fired', seq }),
    wipe: () => {
      for (const execution of executions.values()) execution.isClosed = true;
      executions = new Map();
      wiped += 1;
    },
  };
};

/** Runs the workflow's own loop on this stage. */
const beginPerformance = (
  execution: Execution,
  by: object,
  longAfter: number,
  onAsked: ClusterOptions['onAsked'],
): Performance => {
  let asked = 0;
  let applied = 0;
  let ending: Ending | null = null;
  let isAnew = false;
  const answers = new Map<number, (answer: Answer) => void>();
  const waiting = new Set<{ readonly holds: () => boolean; readonly go: () => void }>();
  let ring = (): void => undefined;

  const ask = (one: Asked): number => {
    const seq = asked;
    asked += 1;
    const before = execution.asked[seq];
    if (before && JSON.stringify(before) !== JSON.stringify(one))
      throw new Error(`a replay asks ${JSON.stringify(one)} where ${JSON.stringify(before)} was asked`);
    if (!before) {
      execution.asked.push(one);
      execution.open.set(seq, one);
      onAsked(execution, seq, one);
    }
    return seq;
  };
  const answerTo = (one: Asked): Promise<Answer> => {
    const seq = ask(one);
    return new Promise((resolve) => answers.set(seq, resolve));
  };

  const tower: BellTower = {
    onRing: (handler) => (ring = handler),
    until: (holds, atMost: Wake | null) => {
      if (holds()) return Promise.resolve();
      const seq = atMost === null ? null : ask({ kind: 'timer', ms: atMost.inMs });
      return new Promise<void>((resolve) => {
        const waiter = {
          holds,
          go: () => {
            waiting.delete(waiter);
            if (seq !== null) {
              execution.open.delete(seq);
              answers.delete(seq);
            }
            resolve();
          },
        };
        waiting.add(waiter);
        if (seq !== null) answers.set(seq, waiter.go);
      });
    },
  };

  void liveCampaign(execution.ref, {
    bell: hangBell(tower),
    ask: async () => (await answerTo({ kind: 'look' })) as Outlook | Superseded,
    perform: async (deed) => (await answerTo({ kind: 'perform', deed })) as number,
    show: () => undefined,
    isLong: () => applied >= longAfter,
    again: () => {
      isAnew = true;
      return new Promise(() => undefined);
    },
  }).then((ended) => (ending = ended));

  return {
    by,
    isOver: () => ending !== null,
    goesOnAnew: () => isAnew,
    apply: async (happened) => {
      applied += 1;
      if (happened.is === 'rung') ring();
      else if (happened.is === 'answered') answers.get(happened.seq)?.(happened.answer);
      else answers.get(happened.seq)?.(0);
      for (const waiter of [...waiting]) if (waiter.holds()) waiter.go();
      await reckoned();
    },
  };
};
