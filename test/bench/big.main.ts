// npm run bench:big -- [--problems 300] [--seconds 10] [--in-memory]: one campaign in its stage “deadlines”, ten people
// and the campaign's process at work in it at once. With --in-memory the log is no database: for profiles of our own part.
import { performance } from 'node:perf_hooks';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { obligations } from '@rectify/domain';
import {
  createClock,
  createMemoryStore,
  createPostgresStore,
  eventStoreMigrations,
  type EventStore,
} from '@rectify/event-store';
import { readModelMigrations } from '@rectify/read-models';
import { migratedDatabase } from '../../libs/testing/migrated-database';
import { ownPostgres } from '../harness/postgres';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { applicationOn, bigCampaign, FIRST_DAY, type Ground } from './big/campaign';
import { folded } from './big/fold';
import { asLines, createKinds } from './big/kinds';
import { atWork } from './big/work';
import { rounded } from './figures';
import { cpuMs, idleSince } from './machine';
import { say, step } from './progress';

const { values } = parseArgs({
  options: {
    problems: { type: 'string' },
    seconds: { type: 'string' },
    'in-memory': { type: 'boolean' },
  },
});
const PROBLEMS = Number(values.problems ?? 300);
const SECONDS = Number(values.seconds ?? 15);
const [SECONDS_ALONE, WARM_UP_SECONDS] = [8, 3];
const CLIENTS = 10;
const [MOST_P99_MS, MOST_FOLD_MS] = [100, 150];
/** A week before what the plans promise, in the morning: reminders of nearly every measure at once. */
const REMINDED_AT = '2026-06-01T00:30:00.000Z';

interface Place extends Ground {
  /** Milliseconds that the database's processes have spent; 0 where there is none. */
  readonly databaseMs: () => number;
}

const measure = async ({ store, forwardTo, databaseMs }: Place): Promise<void> => {
  const application = applicationOn(store);
  const making = createKinds({ alone: true });
  const label = `A campaign of ${PROBLEMS} problems and ${PROBLEMS * 3} measures`;
  const seen = await step(label, () => bigCampaign(application, { store, forwardTo }, PROBLEMS, making));
  say(`  ${obligations(seen.campaign).length} obligations; its making, one command after the other:`);
  say(asLines(making.byKind()));

  const { order } = seen.campaign;
  const [first, others] = [order.slice(0, PROBLEMS / CLIENTS), order.slice(PROBLEMS / CLIENTS)];
  const alone = createKinds({ alone: true });
  await step('One person alone', async () => {
    const until = performance.now() + SECONDS_ALONE * 1000;
    await atWork(application, [first], alone, () => performance.now() > until);
  });
  say(asLines(alone.byKind()));

  const kinds = createKinds({ alone: false });
  const people = Array.from({ length: CLIENTS }, (_, client) =>
    others.filter((__, at) => at % CLIENTS === client),
  );
  let isOver = false;
  const working = atWork(application, people, kinds, () => isOver);
  await delay(WARM_UP_SECONDS * 1000);
  kinds.reset();
  const [idle, ours, theirs, began] = [idleSince(), process.cpuUsage(), databaseMs(), performance.now()];
  await step(`${CLIENTS} people at work in it`, async () => {
    await delay((SECONDS / 2) * 1000);
    await forwardTo(REMINDED_AT);
    await delay((SECONDS / 2) * 1000);
  });
  const all = kinds.all();
  const elapsed = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(ours);
  const spent = {
    application: (user + system) / 1000 / all.sent,
    database: (databaseMs() - theirs) / all.sent,
  };
  const idleShare = idle();
  const byKind = kinds.byKind();
  isOver = true;
  await working;
  say(asLines(byKind));

  const fold = await step('Folding its whole log', () => folded(store));
  const failures = kinds.failures();
  const worst = Object.entries(byKind).filter(([, { sent, p99Ms }]) => sent >= 100 && p99Ms >= MOST_P99_MS);
  process.stdout.write(
    `${JSON.stringify(
      rounded({
        ...{ problems: PROBLEMS, perSecond: all.sent / elapsed, ...all, failures: failures.length },
        ...{ firstFailure: failures[0] ?? null, processorMsACommand: spent, idleShare },
        ...{ foldMs: fold.ms, foldedEvents: fold.events, byKind, alone: alone.byKind() },
      }),
      null,
      2,
    )}\n`,
  );
  const musts = [
    [`p99 of all commands < ${MOST_P99_MS} ms`, all.p99Ms < MOST_P99_MS],
    [`p99 of each kind that was sent a hundred times < ${MOST_P99_MS} ms`, worst.length === 0],
    ['none failed', failures.length === 0],
    [`the whole log folded in < ${MOST_FOLD_MS} ms`, fold.ms < MOST_FOLD_MS],
  ] as const;
  for (const [what, isMet] of musts) say(`must ${what}: ${isMet ? 'met' : 'NOT MET'}`);
  if (musts.some(([, isMet]) => !isMet)) process.exitCode = 1;
};

const onPostgres = async (): Promise<void> => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  const postgres = await ownPostgres({ maxConnections: 50 });
  const migrations = [...eventStoreMigrations, ...readModelMigrations];
  const pool = await migratedDatabase(await postgres.freshDatabase(), migrations, 20);
  try {
    const clock = createClock(pool);
    await clock.startAt(FIRST_DAY);
    const forwardTo = (to: string): Promise<void> => clock.forwardTo(to);
    const databaseMs = (): number => cpuMs(postgres.pid());
    await measure({ store: createPostgresStore(pool), forwardTo, databaseMs });
  } finally {
    await pool.end();
    await postgres.stop();
    await endRun(process.pid);
  }
};

/** A log in memory, with a clock that runs as PostgreSQL's does. */
const inMemory = (): Promise<void> => {
  let [from, at] = [Date.parse(FIRST_DAY), performance.now()];
  const now = (): string => new Date(from + performance.now() - at).toISOString();
  const forwardTo = async (to: string): Promise<void> => {
    [from, at] = [Math.max(Date.parse(now()), Date.parse(to)), performance.now()];
  };
  const memory = createMemoryStore({ now });
  // Timers have their turn, as they do while a database works.
  const load: EventStore['load'] = (request) => setImmediate(null).then(() => memory.load(request));
  return measure({ store: { ...memory, load }, forwardTo, databaseMs: () => 0 });
};

void (values['in-memory'] ? inMemory() : onPostgres()).catch((error: unknown) => {
  say(String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
