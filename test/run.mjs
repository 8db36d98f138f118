// npm test: plain Node, since nothing is installed yet in a fresh clone. Runs every check and every suite, counts, sums up.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkNode, prepare } from '../apps/local/prepare.mjs';
import progress from '../apps/local/progress.cjs';

const { say, step } = progress;
const project = fileURLToPath(new URL('..', import.meta.url));
const artifacts = path.join(project, 'test', 'artifacts');
const fuzzers = path.join(project, '.cache', 'schemathesis');

/** Each counts as one test. */
const CHECKS = ['typecheck', 'lint', 'boundaries'];
/** Suites that measure time or kill processes run one file after the other. Left to itself jest keeps a processor free. */
const SUITES = {
  unit: ['--maxWorkers=100%'],
  integration: ['--maxWorkers=2'],
  fuzzing: ['--runInBand'],
  e2e: ['--runInBand'],
  faults: ['--runInBand'],
  browser: ['--runInBand'],
};
const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

const wanted = readWanted(process.argv.slice(2));
checkNode();
await prepare(project).catch(giveUp);
await getTemporal();

const results = [];
// Each of the checks is at work on one processor, so they go side by side.
results.push(...(await Promise.all(CHECKS.filter(isWanted).map(check))));
for (const name of Object.keys(SUITES).filter(isWanted)) results.push(await suite(name));
sumUp(results);

/** `--only unit,lint` runs just these. */
function readWanted(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
  const names = [...CHECKS, ...Object.keys(SUITES)];
  const only = values.only?.split(',') ?? names;
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    giveUp(new Error(`--only takes some of ${names.join(',')}; not ${unknown.join(',')}.`));
  return only;
}

function isWanted(name) {
  return wanted.includes(name);
}

function giveUp(error) {
  say(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
}

/** Downloaded here, once, so that no suite waits for it or tries it twice at the same time. */
async function getTemporal() {
  if (!['integration', 'e2e', 'faults', 'browser'].some(isWanted)) return;
  const { cacheFolder, findTemporal, obtainTemporal } =
    await import('../apps/local/dist/services/temporal-binary.js');
  const cache = cacheFolder(project);
  if (await findTemporal(cache)) return;
  await step('Getting the Temporal server', () => obtainTemporal(cache, say));
}

/** Runs a command as a step that fails where the command does; answers its exit code. */
async function attempt(name, command) {
  let code;
  const work = async () => {
    code = await command();
    if (code !== 0) throw new Error(`${name} ended with ${code}`);
  };
  await step(name, work).catch(() => undefined);
  return code;
}

async function check(name) {
  const code = await attempt(name, () => run('npm', ['run', '--silent', name]));
  return code === 0 ? { name, passed: 1, failed: 0, skipped: 0 } : { name, passed: 0, failed: 1, skipped: 0 };
}

async function suite(name) {
  const chromium = CHROMIUM.find((file) => existsSync(file));
  const browser = process.env.CHROMIUM_PATH ?? chromium;
  const schemathesis = name === 'fuzzing' ? findSchemathesis() : null;
  if (name === 'browser' && !browser) {
    return {
      name,
      passed: 0,
      failed: 0,
      skipped: 1,
      why: 'no chromium on this machine (CHROMIUM_PATH or the usual places)',
    };
  }
  if (name === 'fuzzing' && !schemathesis) {
    const why = `no schemathesis here (SCHEMATHESIS, PATH or ${fuzzers}; .ci/run installs it)`;
    return { name, passed: 0, failed: 0, skipped: 1, why };
  }
  const report = path.join(artifacts, `${name}.json`);
  mkdirSync(artifacts, { recursive: true });
  rmSync(report, { force: true });
  const jest = path.join(project, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [`--selectProjects=${name}`, ...SUITES[name], '--json', '--outputFile', report];
  const env = {
    ...process.env,
    ...(browser && { CHROMIUM_PATH: browser }),
    ...(schemathesis && { SCHEMATHESIS: schemathesis }),
  };
  const code = await attempt(name, () => run(process.execPath, [jest, ...args], { env, quiet: true }));
  return { name, ...count(report, code) };
}

/** A Python program that .ci/run installs into the cache. */
function findSchemathesis() {
  const found = process.env.SCHEMATHESIS ?? path.join(fuzzers, 'bin', 'schemathesis');
  if (existsSync(found)) return found;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'schemathesis')).find((file) => existsSync(file)) ?? null;
}

/** A file that could not run, a suite without a test and a runner that broke are failures too. */
function count(report, code) {
  if (!existsSync(report))
    return { passed: 0, failed: 1, skipped: 0, why: `the runner ended with ${code} and left no report` };
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  const skipped = told.numPendingTests + told.numTodoTests;
  const counted = { passed: told.numPassedTests, failed, skipped };
  if (told.numTotalTests === 0) return { ...counted, failed: failed || 1, why: 'it has no test' };
  if (code !== 0 && failed === 0) return { ...counted, failed: 1, why: `the runner ended with ${code}` };
  return counted;
}

function sumUp(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  say('');
  for (const { name, why, ...counted } of all) {
    for (const key of Object.keys(total)) total[key] += counted[key];
    const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
    say(
      `${name.padEnd(12)} ${counted.passed} passed, ${counted.failed} failed${skipped}${why ? ` (${why})` : ''}`,
    );
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  say(`${total.passed} passed, ${total.failed} failed`);
}

/** jest writes its JSON to the file and also to standard output: with `quiet` that is left out, its report on standard error is shown. */
function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd: project, env, stdio, shell: process.platform === 'win32' });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}
