import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { createClock, createPostgresStore } from '@rectify/event-store';
import { rebuildAll } from '@rectify/read-models';
import { setUpOrganisation } from '../harness/organisation';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { eventually } from '../harness/wait';
import { measureBare } from './bare';
import { makeCampaign, serviceTokens, type BusyCampaign } from './campaigns';
import type { Measured, Span } from './closed-loop';
import { aims, asTable, rounded, type Figures } from './figures';
import { load, type LoadClient } from './load';
import { idleSince } from './machine';
import { historyOf, seed } from './seed';
import { measureUpdates } from './update';
import { startWorld, type World } from './world';

const CAMPAIGNS = 20;
const BRANCHES = 5;
const BUSY_CLIENTS = 10;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, seconds: { type: 'string' } },
});
const span: Span = { seconds: Number(values.seconds ?? (values.quick ? 3 : 10)), warmUpSeconds: values.quick ? 1 : 3 };
const logSize = values.quick ? 20_000 : 200_000;

/** Progress goes to standard error: standard output is the figures'. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const step = async <T>(label: string, work: () => Promise<T>, tell: (result: T) => string = () => ''): Promise<T> => {
  const began = Date.now();
  say(`… ${label}`);
  const beat = setInterval(() => say(`  ${label}: still at it after ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  const result = await work().finally(() => clearInterval(beat));
  say(`✓ ${label} (${((Date.now() - began) / 1000).toFixed(1)} s) ${tell(result)}`);
  return result;
};

const measuring = async (label: string, work: () => Promise<Measured>): Promise<Measured> => {
  const measured = await step(label, work, ({ perSecond, p50Ms, p99Ms, maxMs, failures, idleShare }) => {
    const ms = [p50Ms, p99Ms, maxMs].map((each) => each.toFixed(1)).join(' / ');
    return `${perSecond.toFixed(0)} a second, p50 / p99 / max ${ms} ms, ${failures} failed, ${(idleShare * 100).toFixed(0)} % idle`;
  });
  if (measured.firstFailure !== null) say(`  the first failure: ${measured.firstFailure}`);
  return measured;
};

const idle = async (seconds: number): Promise<number> => {
  const share = idleSince();
  await delay(seconds * 1000);
  return share();
};

interface Field {
  readonly campaigns: readonly BusyCampaign[];
  readonly busy: BusyCampaign;
}

/** The campaigns on which everything is measured, and a worker that has looked at each. */
const prepareField = async ({ stack, pool }: World): Promise<Field> => {
  const { branches } = await setUpOrganisation(stack, { branches: BRANCHES });
  const tokens = await serviceTokens(branches);
  const make = (index: number, problems: number): Promise<BusyCampaign> => {
    const branch = branches[index % BRANCHES];
    if (!branch) throw new Error('there is no branch');
    return makeCampaign(branch, tokens, problems);
  };
  const campaigns = await Promise.all(Array.from({ length: CAMPAIGNS }, (_, index) => make(index, 20)));
  const busy = await make(0, 50);
  const clock = createClock(pool);
  await eventually(async () => (await clock.unseen()) === 0, { timeoutMs: 120_000, everyMs: 500, what: 'a worker that has looked at every campaign' });
  return { campaigns, busy };
};

const onCampaigns = (campaigns: readonly BusyCampaign[], url: string): LoadClient[] =>
  campaigns.map(({ requests }) => ({ url, requests }));

/** Several clients on one stream, each with measures of its own. */
const onOne = ({ requests }: BusyCampaign, urls: readonly string[]): LoadClient[] =>
  Array.from({ length: BUSY_CLIENTS }, (_, client) => ({
    url: urls[client % urls.length] ?? '',
    requests: requests.filter((_, index) => index % BUSY_CLIENTS === client),
  }));

const measureAll = async (world: World, before: number): Promise<Figures> => {
  const { stack, databaseUrl, pool, temporalAddress } = world;
  const { campaigns, busy } = await step('Making the campaigns by commands', () => prepareField(world));
  const histories = await Promise.all(campaigns.map(({ id }) => historyOf(pool, id)));

  const bare = await measuring('Bare route', () => measureBare(databaseUrl, CAMPAIGNS, span));
  const clients = onCampaigns(campaigns, stack.url);
  const commands = await measuring('Commands', () => load({ ...span, clients }));
  const job = { ...span, address: temporalAddress, workflows: CAMPAIGNS };
  const updates = await measuring('Temporal Updates', () => measureUpdates(databaseUrl, job));

  const one = await measuring('One busy campaign', () => load({ ...span, clients: onOne(busy, [stack.url]) }));
  const second = await world.secondApi();
  const two = await measuring('The same by two api processes', () =>
    load({ ...span, clients: onOne(busy, [stack.url, second.url]) }),
  ).finally(() => second.stop());

  await step(`Seeding the log up to ${logSize} events`, () => seed(pool, histories, logSize), (size) => `${size} events`);
  await step('Vacuum and checkpoint', async () => {
    await pool.query('VACUUM ANALYZE');
    await pool.query('CHECKPOINT');
  });
  const onLong = await measuring('Commands on the long log', () => load({ ...span, clients }));
  const residentMb = world.residentMb();

  const began = performance.now();
  const sinceRebuild = idleSince();
  const { events } = await step('Rebuilding the read models', () => rebuildAll(pool, createPostgresStore(pool)), (done) => `${done.events} events`);
  const rebuildSeconds = (performance.now() - began) / 1000;

  return rounded({
    commandsPerSecond: commands.perSecond,
    p50Ms: commands.p50Ms,
    p95Ms: commands.p95Ms,
    p99Ms: commands.p99Ms,
    updatesPerSecond: updates.perSecond,
    ratioToUpdate: commands.perSecond / updates.perSecond,
    barePerSecond: bare.perSecond,
    ratioToBare: commands.perSecond / bare.perSecond,
    flatness: onLong.perSecond / commands.perSecond,
    rebuildEventsPerSecond: events / rebuildSeconds,
    residentMb,
    idleShare: {
      before,
      commands: commands.idleShare,
      updates: updates.idleShare,
      bare: bare.idleShare,
      commandsOnLongLog: onLong.idleShare,
      rebuild: sinceRebuild(),
      busy: one.idleShare,
      busyTwoApis: two.idleShare,
    },
    busyP99Ms: one.p99Ms,
    busyTwoApisP99Ms: two.p99Ms,
    busyFailures: one.failures + two.failures,
  });
};

const main = async (): Promise<void> => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  const end = (): void => void endRun(process.pid).finally(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const before = await step('How idle the machine is', () => idle(3), (share) => `${(share * 100).toFixed(0)} % idle`);
    const world = await step('Starting PostgreSQL, Temporal, api and worker', startWorld);
    const figures = await measureAll(world, before).finally(() => world.stop());
    say(`\n${asTable(figures)}\n`);
    process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
    if (aims(figures).some(({ isMust, isMet }) => isMust && !isMet)) process.exitCode = 1;
  } finally {
    await endRun(process.pid);
  }
};

void main().catch((error: unknown) => {
  say(String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
