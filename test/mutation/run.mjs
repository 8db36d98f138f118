// npm run test:mutation -- [--files 'libs/domain/calendar/*.ts']… [--specs libs/domain/calendar] [--jobs 1]
// Which changes of the domain no spec notices. With --specs only the specs of that folder are asked: fewer, and sooner.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    files: { type: 'string', multiple: true },
    specs: { type: 'string', default: 'libs/domain' },
    jobs: { type: 'string', default: '1' },
  },
});
const project = path.resolve(import.meta.dirname, '../..');
/** The calendar, what is owed, the kernel, and every file that decides. */
const usual = [
  'libs/domain/calendar/*.ts',
  'libs/domain/obligation/*.ts',
  'libs/domain/kernel/*.ts',
  'libs/domain/campaign/decide.*.ts',
];
const mutated = [...(values.files ?? usual), '!**/*.spec.ts'];
const stryker = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
const { status } = spawnSync(
  process.execPath,
  [
    path.join(path.dirname(stryker), 'bin/stryker.js'),
    'run',
    'test/mutation/stryker.config.mjs',
    ...['--concurrency', values.jobs],
    ...['--mutate', mutated.join(',')],
  ],
  {
    cwd: project,
    stdio: 'inherit',
    env: { PROPERTY_RUNS: '30', ...process.env, MUTATION_SPECS: values.specs },
  },
);
process.exitCode = status ?? 1;
