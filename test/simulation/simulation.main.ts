// npm run test:simulation -- [--seeds 1000] [--from 1] [--jobs N] [--minutes M], or --seed 4711 for that one alone. Stopped by
// its time or by Ctrl-C it says how to go on.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spread } from '../harness/spread';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    jobs: { type: 'string' },
    minutes: { type: 'string' },
  },
});

const main = async (): Promise<void> => {
  const started = performance.now();
  const from = Number(values.seed ?? values.from);
  const total = values.seed === undefined ? Number(values.seeds) : 1;
  const { done, faults, counts, next } = await spread({
    script: path.join(__dirname, 'portion.main.ts'),
    from,
    total,
    portion: 10,
    what: 'seeds',
    ...(values.jobs === undefined ? {} : { jobs: Number(values.jobs) }),
    ...(values.minutes === undefined ? {} : { minutes: Number(values.minutes) }),
  });
  for (const [name, times] of Object.entries(counts))
    process.stdout.write(`${String(times).padStart(10)} × ${name}\n`);
  for (const fault of faults) {
    const [, seed] = /^seed (\d+)/.exec(fault) ?? [];
    process.stdout.write(`${fault}\n  again: npm run test:simulation -- --seed ${seed}\n`);
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  process.stdout.write(`${done} seeds in ${seconds} s, ${faults.length} failed\n`);
  const left = from + total - next;
  if (left > 0) process.stdout.write(`to go on: npm run test:simulation -- --from ${next} --seeds ${left}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
};

void main();
