// npm run test:model -- [--runs 10000] [--seed 1] [--jobs N] [--minutes M]; --seed S --path P plays one failing sequence again.
// Stopped by its time or by Ctrl-C it says how to go on.
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { spread } from '../harness/spread';
import { aSequence, playSequence } from './stories';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    jobs: { type: 'string' },
    minutes: { type: 'string' },
  },
});
/** Sequences of one seed: a portion of a process. */
const PORTION = 500;

const main = async (): Promise<void> => {
  const seed = Number(values.seed);
  if (values.path !== undefined) {
    fc.assert(fc.property(aSequence, playSequence), { seed, path: values.path, endOnFailure: true });
    return;
  }
  const started = performance.now();
  const total = Number(values.runs);
  const { done, faults, next } = await spread({
    script: path.join(__dirname, 'portion.main.ts'),
    from: seed,
    total,
    portion: PORTION,
    what: 'sequences',
    ...(values.jobs === undefined ? {} : { jobs: Number(values.jobs) }),
    ...(values.minutes === undefined ? {} : { minutes: Number(values.minutes) }),
  });
  for (const fault of faults) {
    const [, of, at] = /^seed (\d+) path (\S+):/.exec(fault) ?? [];
    process.stdout.write(`${fault}\n  again: npm run test:model -- --seed ${of} --path ${at}\n`);
  }
  const ms = performance.now() - started;
  process.stdout.write(
    `${done} sequences in ${(ms / 1_000).toFixed(0)} s, ${(ms / Math.max(1, done)).toFixed(2)} ms each, ${faults.length} failed\n`,
  );
  const left = seed + total - next;
  if (left > 0) process.stdout.write(`to go on: npm run test:model -- --seed ${next} --runs ${left}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
};

void main();
