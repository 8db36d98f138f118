import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { register, tempFolder } from '../../test/harness/run-folder';
import { eventually } from '../../test/harness/wait';
import type { ProcessMark } from './pids';
import { isAlive, isSame, whenGone } from './pids';
import { freePort } from './ports';
import { answers } from './processes';

/** A project whose api, worker, web, migrations and seed are stand-ins; PostgreSQL and the supervision are the real ones. */
const SERVER = `require('node:http').createServer((_, out) => out.end('ok'))`;
const PARTS: Readonly<Record<string, string>> = {
  'apps/api/dist/migrate.main.js': `
    const { Client } = require('pg');
    const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
    client.connect()
      .then(() => client.query("DO $$ BEGIN CREATE ROLE rectify_app LOGIN PASSWORD '" + process.env.DATABASE_APP_PASSWORD + "'; EXCEPTION WHEN duplicate_object THEN NULL; END $$"))
      .then(() => client.end());`,
  'apps/api/dist/api.main.js': `
    if (process.env.DATABASE_OWNER_URL || process.env.DATABASE_APP_PASSWORD) process.exit(1);
    console.log('setup code: AB-12');
    ${SERVER}.listen(process.env.PORT, process.env.HOST);`,
  'apps/worker/dist/worker.main.js': `${SERVER}.listen(process.env.HEALTH_PORT, '127.0.0.1');`,
  'apps/web/server/web.main.mjs': `
    import http from 'node:http';
    http.createServer((_, out) => out.end('page')).listen(process.env.PORT, process.env.HOST);`,
  'apps/api/dist/demo.main.js': `
    const { Client } = require('pg');
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    client.connect().then(() => client.end()).then(() => console.log('liwei / demonstration'));`,
};

interface Start {
  readonly child: ChildProcess;
  readonly said: () => string;
}

let project: string;
let port: number;

beforeAll(async () => {
  port = await freePort();
  project = tempFolder('project');
  for (const [file, source] of Object.entries(PARTS)) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), source);
  }
  cpSync(path.join(__dirname, 'dist'), path.join(project, 'apps', 'local', 'dist'), { recursive: true });
  symlinkSync(path.join(__dirname, '..', '..', 'node_modules'), path.join(project, 'node_modules'));
});

function start(...args: string[]): Start {
  const main = path.join(project, 'apps', 'local', 'dist', 'local.main.js');
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], TEMPORAL_ADDRESS: '127.0.0.1:1' };
  const child = spawn(process.execPath, [main, '--port', String(port), ...args], { env });
  register(child.pid ?? 0);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

const ready = ({ said }: Start) =>
  eventually(() => said().includes('Rectify is ready'), { timeoutMs: 30_000, what: `ready: ${said()}` });

/** The api, the worker and the web, as the start has noted them. */
const processes = (): ProcessMark[] =>
  Object.values(
    JSON.parse(readFileSync(path.join(project, '.data', 'started.json'), 'utf8')) as Record<
      string,
      ProcessMark
    >,
  );

async function stopped({ child }: Start): Promise<number | null> {
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return code;
}

test('from an empty folder to one address and the accounts; Ctrl-C stops everything', async () => {
  const first = start();
  await ready(first);
  expect(first.said()).toContain(`Rectify is ready: http://127.0.0.1:${port}`);
  expect(first.said()).toContain('liwei / demonstration');
  expect(await answers(`http://127.0.0.1:${port}`)).toBe(true);
  const before = processes();
  expect(before).toHaveLength(3);
  expect(await stopped(first)).toBe(0);
  expect(before.filter(isSame)).toEqual([]);
  const lockFile = path.join(project, '.data', 'postgres', 'cluster', 'postmaster.pid');
  expect(() => readFileSync(lockFile)).toThrow();
});

test('after SIGKILL of the start the next one ends what is left and is up again, with the accounts', async () => {
  const first = start();
  await ready(first);
  const left = processes();
  first.child.kill('SIGKILL');
  await whenGone(first.child.pid ?? 0);
  const second = start();
  await ready(second);
  expect(second.said()).toContain('PostgreSQL was still running');
  expect(second.said()).toContain('liwei / demonstration');
  expect(left.filter(isSame)).toEqual([]);
  await stopped(second);
});

test('a part that dies is started again; a second start on the same folder is refused', async () => {
  const first = start();
  await ready(first);
  const second = start();
  await eventually(() => second.said().includes('already running on this data folder'));
  const victims = processes();
  process.kill(victims[2]?.pid ?? 0, 'SIGKILL');
  await eventually(() => first.said().includes('is running again.'));
  expect(await answers(`http://127.0.0.1:${port}`)).toBe(true);
  await stopped(first);
  expect(victims.filter(({ pid }) => isAlive(pid))).toEqual([]);
});

test('--empty gives the set-up code and no demonstration, and is refused on a demonstration’s folder', async () => {
  const wrong = start('--empty');
  await eventually(() => wrong.said().includes('holds the demonstration organisation'));
  const clean = start('--empty', '--data', path.join(project, 'clean'));
  await ready(clean);
  expect(clean.said()).toContain('one-time code: AB-12');
  expect(clean.said()).not.toContain('liwei');
  await stopped(clean);
});
