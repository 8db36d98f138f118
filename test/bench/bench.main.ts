import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPostgresStore } from '@rectify/event-store';
import { rebuildAll } from '@rectify/read-models';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { measureBare } from './bare';
import type { Measured, Span } from './closed-loop';
import { CAMPAIGNS, onCampaigns, onOne, prepareField } from './field';
import { aims, asTable, rounded, type Figures } from './figures';
import { load } from './load';
import { idleSince } from './machine';
import { say, step } from './progress';
import { historyOf, seed } from './seed';
import { measureUpdates } from './update';
import { startWorld, type World } from './world';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, seconds: { type: 'string' } },
});
const span: Span = {
  seconds: Number(values.seconds ?? (values.quick ? 3 : 10)),
  warmUpSeconds: values.quick ? 1 : 3,
};
const logSize = values.quick ? 20_000 : 200_000;

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** One measurement, told with what each process of the product spent on a request: that hardly depends on who else is at work. */
const measuring = (world: World, label: string, work: () => Promise<Measured>): Promise<Measured> => {
  const before = world.cpuMs();
  return step(label, work, ({ perSecond, all, p50Ms, p99Ms, maxMs, failures, firstFailure, idleShare }) => {
    const times = [p50Ms, p99Ms, maxMs].map((each) => each.toFixed(1)).join(' / ');
    const spent = Object.entries(world.cpuMs()).map(
      ([name, ms]) => `${name} ${((ms - (before[name] ?? 0)) / all).toFixed(2)}`,
    );
    const lines = [
      `${perSecond.toFixed(0)} a second, p50 / p99 / max ${times} ms, ${failures} failed, ${percent(idleShare)} idle`,
      `processor ms a request: ${spent.join(', ')}`,
      ...(firstFailure === null ? [] : [`the first failure: ${firstFailure}`]),
    ];
    return lines.join('\n    ');
  });
};

const idle = async (seconds: number): Promise<number> => {
  const share = idleSince();
  await delay(seconds * 1000);
  return share();
};

const measureAll = async (world: World, before: number): Promise<Figures> => {
  const { stack, databaseUrl, pool, temporalAddress } = world;
  const field = await step('Making the campaigns by commands', () => prepareField(world));
  const histories = await Promise.all(field.campaigns.map(({ id }) => historyOf(pool, id)));
  const clients = onCampaigns(field, stack.url);

  const bare = await measuring(world, 'Bare route', () => measureBare(databaseUrl, CAMPAIGNS, span));
  const commands = await measuring(world, 'Commands', () => load({ ...span, clients }));
  const updates = await measuring(world, 'Temporal Updates', () =>
    measureUpdates(databaseUrl, { ...span, address: temporalAddress, workflows: CAMPAIGNS }),
  );
  const busy = await measuring(world, 'One busy campaign', () =>
    load({ ...span, clients: onOne(field, [stack.url]) }),
  );
  const second = await world.secondApi();
  const busyTwo = await measuring(world, 'The same by two api processes', () =>
    load({ ...span, clients: onOne(field, [stack.url, second.url]) }),
  ).finally(() => second.stop());

  const label = `Seeding the log up to ${logSize} events`;
  await step(
    label,
    () => seed(pool, histories, logSize),
    (size) => `${size} events`,
  );
  // What autovacuum and the checkpointer would else do in the midst of the next measurement.
  await step('Vacuum and checkpoint', async () => {
    await pool.query('VACUUM ANALYZE');
    await pool.query('CHECKPOINT');
  });
  const onLongLog = await measuring(world, 'Commands on the long log', () => load({ ...span, clients }));
  const residentMb = world.residentMb();

  const began = performance.now();
  const sinceRebuild = idleSince();
  const { events } = await step(
    'Rebuilding the read models',
    () => rebuildAll(pool, createPostgresStore(pool)),
    (done) => `${done.events} events`,
  );
  const rebuildEventsPerSecond = events / ((performance.now() - began) / 1000);

  return rounded({
    commandsPerSecond: commands.perSecond,
    p50Ms: commands.p50Ms,
    p95Ms: commands.p95Ms,
    p99Ms: commands.p99Ms,
    updatesPerSecond: updates.perSecond,
    ratioToUpdate: commands.perSecond / updates.perSecond,
    barePerSecond: bare.perSecond,
    ratioToBare: commands.perSecond / bare.perSecond,
    flatness: onLongLog.perSecond / commands.perSecond,
    rebuildEventsPerSecond,
    residentMb,
    idleShare: {
      before,
      commands: commands.idleShare,
      updates: updates.idleShare,
      bare: bare.idleShare,
      commandsOnLongLog: onLongLog.idleShare,
      rebuild: sinceRebuild(),
      busy: busy.idleShare,
      busyTwoApis: busyTwo.idleShare,
    },
    busyP99Ms: busy.p99Ms,
    busyTwoApisP99Ms: busyTwo.p99Ms,
    busyFailures: busy.failures + busyTwo.failures,
  });
};

const main = async (): Promise<void> => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  let ending: Promise<void> | undefined;
  const end = (): void => void (ending ??= endRun(process.pid).finally(() => process.exit(130)));
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    const before = await step('How idle the machine is', () => idle(3), percent);
    const world = await step('Starting PostgreSQL, Temporal, api and worker', startWorld);
    const figures = await measureAll(world, before).finally(() => world.stop());
    say(`\n${asTable(figures)}\n`);
    process.stdout.write(`${JSON.stringify(figures, null, values.json ? 0 : 2)}\n`);
    if (aims(figures).some(({ isMust, isMet }) => isMust && !isMet)) process.exitCode = 1;
  } finally {
    await endRun(process.pid);
  }
};

void main().catch((error: unknown) => {
  say(String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
