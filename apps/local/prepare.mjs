import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import progress from './progress.cjs';

const { step } = progress;
const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);
const SOURCES = [
  'apps',
  'libs',
  'workflows',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
];

/** The first thing to know: everything after this line may use what Node 20.19 can do. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Error(
    `Rectify needs Node 20.19 or later (20.x), or 22.12 or later; this is ${process.versions.node}.`,
  );
}

/** Installs and builds what is not yet installed and built as the sources say. */
export async function prepare(project) {
  if (!isInstalled(project)) await step('Installing packages (npm ci)', () => npm(project, ['ci']));
  if (isBuilt(project)) return;
  await step('Building', () => npm(project, ['run', 'build']));
  mkdirSync(path.join(project, '.cache'), { recursive: true });
  writeFileSync(stampFile(project), fingerprint(project)); // taken afterwards: a build may write generated sources
}

/** Whether `node_modules` is what the lock file asks for, by the record that npm leaves there at the end of an install. */
export function isInstalled(project) {
  const wanted = packagesOf(path.join(project, 'package-lock.json'));
  const present = packagesOf(path.join(project, 'node_modules', '.package-lock.json'));
  if (!present) return false;
  const same = ([name, want]) => {
    const have = present[name];
    return have
      ? have.version === want.version && have.integrity === want.integrity
      : Boolean(want.optional || want.devOptional);
  };
  return (
    Object.entries(wanted).every(([name, want]) => name === '' || same([name, want])) &&
    Object.keys(present).every((name) => name in wanted)
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

const stampFile = (project) => path.join(project, '.cache', 'built');

function isBuilt(project) {
  const workspaces = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(path.join(project, folder)).map((name) => path.join(folder, name)),
  );
  const outputs = [...workspaces, 'workflows'].filter((folder) =>
    existsSync(path.join(project, folder, 'package.json')),
  );
  return (
    existsSync(stampFile(project)) &&
    outputs.every((folder) => existsSync(path.join(project, folder, 'dist'))) &&
    readFileSync(stampFile(project), 'utf8') === fingerprint(project)
  );
}

/** A hash of everything a build reads; content, not times, for a checkout touches times. */
function fingerprint(project) {
  const hash = createHash('sha256').update(process.versions.node);
  const add = (file) => hash.update(`\n${file}\n`).update(readFileSync(path.join(project, file)));
  const walk = (folder) => {
    const entries = readdirSync(path.join(project, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    for (const entry of entries) {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(name);
      if (entry.isFile() && !/\.spec\.tsx?$/.test(name)) add(name);
    }
  };
  for (const source of SOURCES) {
    if (path.extname(source) === '') walk(source);
    else add(source);
  }
  return hash.digest('hex');
}

/** Runs npm quietly; its last lines are shown only if it fails. */
function npm(project, args) {
  const own = process.env.npm_execpath;
  const [command, first] = own && /\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return run(command, [...first, ...args], project);
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk) => (output = (output + chunk).slice(-8_000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${output}\n${args.join(' ')} failed (${code}).`)),
    );
  });
}
