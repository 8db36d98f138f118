// npm run test:storm -- [--campaigns 500] [--obligations 20]: all that they owe falls due at the same minute, through the real Temporal.
import { parseArgs } from 'node:util';
import { say, step } from '../bench/progress';
import { ownPostgres } from '../harness/postgres';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { raiseStorm, type Storm } from './storm';

const MOST_SECONDS = 120;
const BOUNDS = { campaigns: [1, 2_000], obligations: [2, 60] } as const;

const { values } = parseArgs({ options: { campaigns: { type: 'string' }, obligations: { type: 'string' } } });

const whole = (name: keyof typeof BOUNDS, usual: number): number => {
  const value = Number(values[name] ?? usual);
  const [least, most] = BOUNDS[name];
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} is a whole number from ${least} to ${most}`);
  return value;
};

/** What was not as it has to be, a line each. */
const faultsOf = (storm: Storm, campaigns: number, rungs: number): readonly string[] => {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  must(storm.rungs === rungs, `${storm.rungs} rungs instead of ${rungs}`);
  must(storm.distinctRungs === storm.rungs, `${storm.rungs - storm.distinctRungs} rungs more than once`);
  must(
    storm.rows === rungs && storm.unmatched === 0,
    `${storm.rows} outbox rows, ${storm.unmatched} unmatched`,
  );
  must(storm.events === campaigns, `${storm.events} events instead of one a campaign`);
  must(storm.lastSeconds <= MOST_SECONDS, `the last rung after ${storm.lastSeconds} s, not ${MOST_SECONDS}`);
  return faults;
};

const main = async (): Promise<void> => {
  const campaigns = whole('campaigns', 500);
  const obligations = whole('obligations', 20);
  if (obligations % 2 === 1) throw new Error('--obligations is even: a measure and a claim a problem');
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  const postgres = await ownPostgres({ maxConnections: 100 });
  try {
    const ownerUrl = await postgres.freshDatabase();
    const wanted = { ownerUrl, postgresPid: postgres.pid(), campaigns, obligations };
    const storm = await raiseStorm({ ...wanted, patienceSeconds: 300, step });
    process.stdout.write(`${JSON.stringify({ wanted: { campaigns, obligations }, ...storm }, null, 2)}\n`);
    const { worker, temporal, postgres: database } = storm.cpuSeconds;
    say(
      `${storm.rungs} rungs of ${campaigns} campaigns within ${storm.lastSeconds.toFixed(1)} s of their minute`,
    );
    say(`  processor: worker ${worker} s, Temporal ${temporal} s, PostgreSQL ${database} s`);
    say(
      `  memory: ${Object.entries(storm.peakMb)
        .map(([part, mb]) => `${part} ${mb} MB`)
        .join(', ')}`,
    );
    const faults = faultsOf(storm, campaigns, campaigns * obligations);
    for (const fault of faults) say(`✗ ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    else say(`✓ each exactly once, within ${MOST_SECONDS} s`);
  } finally {
    await postgres.stop();
    await endRun(process.pid);
  }
};

void main().catch((error: unknown) => {
  say(error instanceof Error ? String(error.stack) : String(error));
  process.exitCode = 1;
});
