import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync } from 'node:fs';

/** Where root's PostgreSQL lives if the project lies where no other account may look (root's home, say). */
export const SYSTEM_FOLDER = '/var/lib/rectify';

/** Whom PostgreSQL runs as. It refuses root; anybody else runs it as themselves (undefined). */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The `postgres` account, made if this machine has none. Undefined unless we are root. */
export function postgresAccount(): Account | undefined {
  if (!isRoot()) return undefined;
  const known = lookUp();
  if (known) return known;
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
  execFileSync('groupadd', ['--system', '--force', 'postgres']);
  execFileSync('useradd', ['--system', '--gid', 'postgres', ...home, 'postgres']);
  const made = lookUp();
  if (!made)
    throw new Error('PostgreSQL does not run as root, and no account "postgres" could be made for it.');
  return made;
}

function lookUp(): Account | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether that account may enter the folder (asked of the system, so that access lists count too). */
export function mayEnter(account: Account, folder: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...account, cwd: '/' });
  return asked.status === 0;
}

/** Makes a folder; as root, one that others may pass through but not list, since PostgreSQL lives inside under its own account. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isRoot()) chmodSync(folder, statSync(folder).mode | 0o011);
}
