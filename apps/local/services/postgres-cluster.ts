import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isAlive } from '../pids';
import type { Account } from './account';
import { makeFolder, mayEnter, SYSTEM_FOLDER } from './account';

export const OWNER = 'rectify_owner';

/** PostgreSQL sees nothing of our environment: no PG* variable, no locale, no zone of whoever started us. */
export const CLEAN_ENVIRONMENT = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };

/** The folder of the cluster (it may not exist yet), where the account that runs PostgreSQL can reach it. */
export function clusterFolder(dataFolder: string, account: Account | undefined): string {
  makeFolder(dataFolder);
  const home = path.join(dataFolder, 'postgres');
  if (!existsSync(home)) {
    if (!account || mayEnter(account, dataFolder)) mkdirSync(home);
    else {
      mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
      symlinkSync(mkdtempSync(path.join(SYSTEM_FOLDER, 'data-')), home);
    }
    makeFolder(home);
  }
  return path.join(realpathSync(home), 'cluster');
}

/** Deletes a cluster that is not running, also where it lies outside its data folder. */
export function removeCluster(dataFolder: string): void {
  const home = path.join(dataFolder, 'postgres');
  if (existsSync(home)) rmSync(realpathSync(home), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

/** Creates the cluster unless there is one. It appears whole or not at all, so that a kill in the middle leaves nothing behind. */
export async function createCluster(
  cluster: string,
  initdb: string,
  secret: string,
  account: Account | undefined,
): Promise<void> {
  if (existsSync(cluster)) return;
  const half = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  if (account) for (const file of [half, passwordFile]) chownSync(file, account.uid, account.gid);
  try {
    const settings = [
      '--encoding=UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--username=${OWNER}`,
      '--no-instructions',
    ];
    await run(initdb, [...settings, `--pwfile=${passwordFile}`, `--pgdata=${half}`], account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, cluster);
}

function run(command: string, args: readonly string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: CLEAN_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(command)} failed: ${errors.trim()}`)),
    );
  });
}

/** The server that runs on this cluster now, if any: one that a killed start left behind. A stale lock file is removed. */
export function runningPostmaster(cluster: string): { pid: number; port: number } | undefined {
  const lockFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(lockFile)) return undefined;
  const lines = readFileSync(lockFile, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (pid > 0 && isPostmaster(pid, cluster)) return { pid, port };
  rmSync(lockFile, { force: true }); // PostgreSQL itself would refuse to start if the number were somebody else's by now
  return undefined;
}

function isPostmaster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false; // it ended just now, or is not ours to look at
  }
}
