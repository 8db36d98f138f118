// npm run test:mutation -- [--files 'libs/domain/calendar/*.ts']… [--specs libs/domain/calendar] [--jobs 1]
// Which changes of the domain no spec notices. A file at a time, its own specs first, for they mostly notice; with
// --specs only the specs of that folder are asked.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
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
const reports = path.join(project, 'test/artifacts/mutation');
const stryker = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
/** The calendar, what is owed, the kernel, and every file that decides. */
const usual = [
  'libs/domain/calendar/*.ts',
  'libs/domain/obligation/*.ts',
  'libs/domain/kernel/*.ts',
  'libs/domain/campaign/decide.*.ts',
];

/** The sources of one folder whose names a pattern with `*` fits. */
function sources(pattern) {
  const { dir, base } = path.posix.parse(pattern);
  const parts = base.split('*').map((part) => part.replaceAll('.', '\\.'));
  const fits = new RegExp(`^${parts.join('.*')}$`);
  return readdirSync(path.join(project, dir))
    .filter((name) => fits.test(name) && name.endsWith('.ts') && !/\.(spec|examples)\.ts$/.test(name))
    .map((name) => `${dir}/${name}`);
}

function mutate(file) {
  const report = path.join(reports, `${file.replaceAll('/', '.')}.json`);
  rmSync(report, { force: true });
  const own = file.replace(/\.ts$/, '*.spec.ts');
  const env = { ...process.env, MUTATION_SPECS: values.specs, MUTATION_OWN: own, MUTATION_REPORT: report };
  const bin = path.join(path.dirname(stryker), 'bin/stryker.js');
  const given = ['--concurrency', values.jobs, '--mutate', file];
  const { status } = spawnSync(process.execPath, [bin, 'run', 'test/mutation/stryker.config.mjs', ...given], {
    cwd: project,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) {
    console.error(`${file}: its specs could not be asked`);
    process.exitCode = 1;
    return [];
  }
  return count(file, JSON.parse(readFileSync(report, 'utf8')));
}

/** How many of a file's changes were noticed; changes of what is reckoned while a module loads are not tried. */
function count(file, { files }) {
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const noticed = states.filter((state) => state === 'Killed' || state === 'Timeout').length;
  const missed = states.filter((state) => state === 'Survived' || state === 'NoCoverage').length;
  return { file, noticed, missed };
}

const say = ({ file, noticed, missed }) => {
  const share = noticed + missed === 0 ? '–' : ((100 * noticed) / (noticed + missed)).toFixed(1);
  console.log(`${share.padStart(6)} %  ${String(noticed).padStart(5)} of ${noticed + missed}  ${file}`);
};

const counts = (values.files ?? usual).flatMap(sources).flatMap(mutate);
console.log('\nchanges that a spec noticed');
counts.forEach(say);
const sum = (of) => counts.reduce((total, one) => total + one[of], 0);
say({ file: 'all', noticed: sum('noticed'), missed: sum('missed') });
