// npm run bench:sign-in -- [--samples 2000]: does an answer at the door take another time where the account exists?
// By hand, on a quiet machine: a time is no test. That both are the same work is one (test/api/brute-force.spec.ts).
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startApi, type Api } from '../api/harness/api';
import { setUpWorld } from '../api/harness/organisation';
import { ownPostgres } from '../harness/postgres';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { say, step } from './progress';

const { values } = parseArgs({ options: { samples: { type: 'string' } } });
const SAMPLES = Number(values.samples ?? 2000);
const WARM_UP = 50;
/** Welch's statistic: beyond it two means differ by more than chance at 1 in 1,000. */
const CHANCE = 3.29;

const timeOf = async (api: Api, account: string): Promise<number> => {
  // Every guess is a first one: what is measured is the look-up and the hash, not the delay.
  await api.owner.query('DELETE FROM sign_in_attempt');
  const began = performance.now();
  const { status } = await api.ask('/api/session', {
    method: 'POST',
    body: { account, password: 'a wrong one' },
  });
  if (status !== 401) throw new Error(`${status} instead of 401`);
  return performance.now() - began;
};

const mean = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0) / times.length;
const variance = (times: readonly number[]): number => {
  const middle = mean(times);
  return times.reduce((sum, time) => sum + (time - middle) ** 2, 0) / (times.length - 1);
};
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

const main = async (): Promise<void> => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  const postgres = await ownPostgres();
  process.env['TEST_PG_URL'] = postgres.ownerUrl;
  const api = await startApi();
  try {
    await setUpWorld(api);
    const known: number[] = [];
    const unknown: number[] = [];
    await step(`${SAMPLES} samples of each, in turn`, async () => {
      for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
        // In turn, and each first as often: what the machine does meanwhile falls on both.
        const pair = [
          { account: 'member', times: known },
          { account: `nobody${sample}`, times: unknown },
        ];
        for (const { account, times } of sample % 2 === 0 ? pair : pair.reverse()) {
          const time = await timeOf(api, account);
          if (sample >= 0) times.push(time);
        }
      }
    });
    const difference = mean(known) - mean(unknown);
    const t = difference / Math.sqrt(variance(known) / SAMPLES + variance(unknown) / SAMPLES);
    const figures = {
      samples: SAMPLES,
      knownMs: mean(known),
      unknownMs: mean(unknown),
      differenceMs: difference,
      differenceOfMediansMs: median(known) - median(unknown),
      welchT: t,
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    say(
      `|t| < ${CHANCE}: ${Math.abs(t) < CHANCE ? 'no difference to be seen' : 'A DIFFERENCE'}; aim: under 5 ms`,
    );
  } finally {
    await api.stop();
    await postgres.stop();
    await endRun(process.pid);
  }
};

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  },
);
