import { performance } from 'node:perf_hooks';
import { createApplication } from '@rectify/application';
import { createClock, createPool, createPostgresStore, eventStoreMigrations } from '@rectify/event-store';
import { readModelMigrations } from '@rectify/read-models';
import type { Driven } from '../../libs/testing/drive-campaign';
import { migratedDatabase } from '../../libs/testing/migrated-database';
import { cpuMs, residentMb, sharedMb } from '../bench/machine';
import { FIRST_DAY } from '../harness/organisation';
import { testSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { atMost } from './at-most';
import { DUE_ON, makeCampaigns } from './campaigns';
import { setUpBranches } from './organisation';
import { countRows, countWaiting, realNow, recordedInStorm, STORM_AT, type Recorded } from './storm-log';

export interface StormWanted {
  readonly ownerUrl: string;
  /** The server's own process, where it is to be measured. */
  readonly postgresPid?: number;
  readonly campaigns: number;
  readonly obligations: number;
  readonly patienceSeconds: number;
  /** Wraps each step, to tell of it. */
  readonly step: <T>(label: string, work: () => Promise<T>) => Promise<T>;
}

type Figures = Readonly<Record<'api' | 'worker' | 'temporal' | 'postgres', number>>;

export interface Storm extends Recorded {
  /** From when the worker is up until every campaign waits for the moment. */
  readonly secondsUntilAllWait: number;
  /** From the moment until every campaign has looked again and waits for its next. */
  readonly secondsUntilAllWaitAgain: number;
  /** Highest within the storm. */
  readonly peakMb: Figures;
  /** Processor time spent within the storm. */
  readonly cpuSeconds: Figures;
}

const CAMPAIGNS_A_BRANCH = 10;
/** Commands under way while the campaigns are made; the pool has ten connections. */
const AT_ONCE = 8;
const THE_EVENING_BEFORE_IS_OVER = `${DUE_ON}T00:00:00.000Z`;

/**
 * Many campaigns wait in the real Temporal for one minute at which all that they owe falls due; then it comes, and their
 * timers fire. Answers what was recorded, when, and what it took.
 */
export const raiseStorm = async (wanted: StormWanted): Promise<Storm> => {
  const { ownerUrl, campaigns, obligations, step, patienceSeconds } = wanted;
  await step(`${campaigns} campaigns with ${obligations} obligations each, by commands`, () =>
    makeAll(wanted),
  );
  const pool = createPool(ownerUrl, { applicationName: 'storm', max: 2, statementTimeoutMs: 60_000 });
  const clock = createClock(pool);
  const [temporal, smtp] = await Promise.all([testTemporal(), testSmtp()]);
  const stop = [() => pool.end(), () => temporal.stop(), () => smtp.stop()];
  try {
    await clock.forwardTo(THE_EVENING_BEFORE_IS_OVER);
    const started = await realNow(pool);
    const stack = await startStack({
      ...{ ownerUrl, workers: 1, temporalAddress: temporal.address, smtpUrl: smtp.url },
    });
    stop.unshift(() => stack.stop());
    const allWait = (since: Date): Promise<unknown> =>
      eventually(async () => (await countWaiting(pool, since)) === campaigns, {
        ...{ timeoutMs: patienceSeconds * 1_000, everyMs: 200, what: 'every campaign to wait' },
      });
    const up = performance.now();
    await step('Every campaign looks and waits for the moment', () => allWait(started));
    const secondsUntilAllWait = seconds(up);

    // Near enough for their timers to run out by themselves, far enough for all to have set them again.
    const lead = Math.ceil(secondsUntilAllWait) + 2;
    await clock.forwardTo(new Date(Date.parse(STORM_AT) - lead * 1_000).toISOString());
    const near = await realNow(pool);
    await clock.askToRing(STORM_AT);
    await step(`The last ${lead} seconds before it`, () => allWait(near));
    await eventually(async () => (await clock.now()) >= STORM_AT, { timeoutMs: lead * 2_000 });

    const pids = { stack, temporalPid: temporal.pid(), postgresPid: wanted.postgresPid ?? 0 };
    const [before, began, moment] = [cpuOf(pids), performance.now(), await realNow(pool)];
    let peak = memoryOf(pids);
    await step('The storm', async () => {
      await eventually(
        async () => {
          peak = highest(peak, memoryOf(pids));
          return (await countRows(pool)) >= campaigns * obligations;
        },
        { timeoutMs: patienceSeconds * 1_000, everyMs: 500, what: 'every rung in the outbox' },
      );
      await allWait(moment);
    });
    return {
      ...(await recordedInStorm(pool)),
      ...{ secondsUntilAllWait, secondsUntilAllWaitAgain: seconds(began), peakMb: peak },
      cpuSeconds: mapped(cpuOf(pids), (spent, part) => Math.round((spent - before[part]) / 100) / 10),
    };
  } finally {
    for (const end of stop) await end();
  }
};

const makeAll = async ({ ownerUrl, campaigns, obligations }: StormWanted): Promise<void> => {
  const pool = await migratedDatabase(ownerUrl, [...eventStoreMigrations, ...readModelMigrations]);
  try {
    const clock = createClock(pool);
    await clock.startAt(FIRST_DAY);
    const store = createPostgresStore(pool);
    const application = createApplication({
      ...{ store, cachedStreams: campaigns + 10 },
      steady: () => performance.now(),
    });
    const gate = atMost(AT_ONCE);
    const driven: Driven = {
      handle: (target, envelope) => gate(() => application.handle(target, envelope)),
      campaign: (id) => gate(() => application.campaign(id)),
    };
    const branches = await setUpBranches(driven, pool, Math.ceil(campaigns / CAMPAIGNS_A_BRANCH));
    await makeCampaigns(driven, { branches, campaigns, obligations, forwardTo: clock.forwardTo });
  } finally {
    await pool.end();
  }
};

interface Pids {
  readonly stack: Stack;
  readonly temporalPid: number;
  readonly postgresPid: number;
}

const memoryOf = ({ stack, temporalPid, postgresPid }: Pids): Figures => ({
  api: residentMb(stack.pid('api')),
  worker: residentMb(stack.pid('worker')),
  temporal: residentMb(temporalPid),
  postgres: postgresPid === 0 ? NaN : sharedMb(postgresPid),
});

const cpuOf = ({ stack, temporalPid, postgresPid }: Pids): Figures => ({
  api: cpuMs(stack.pid('api')),
  worker: cpuMs(stack.pid('worker')),
  temporal: cpuMs(temporalPid),
  postgres: postgresPid === 0 ? NaN : cpuMs(postgresPid),
});

const mapped = (figures: Figures, of: (value: number, part: keyof Figures) => number): Figures => ({
  api: of(figures.api, 'api'),
  worker: of(figures.worker, 'worker'),
  temporal: of(figures.temporal, 'temporal'),
  postgres: of(figures.postgres, 'postgres'),
});

const highest = (a: Figures, b: Figures): Figures => mapped(a, (value, part) => Math.max(value, b[part]));

const seconds = (began: number): number => Math.round((performance.now() - began) / 100) / 10;
