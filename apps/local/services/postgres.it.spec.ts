import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { ownPostgres, testPostgres } from '../../../test/harness/postgres';
import { register, tempFolder } from '../../../test/harness/run-folder';
import { trySignal } from '../pids';
import { startPostgres } from './postgres';
import { clusterFolder } from './postgres-cluster';
import { postgresAccount } from './account';

const quiet = (): void => undefined;

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(sql)).rows[0] as Record<string, unknown> | undefined) ?? {};
  } finally {
    await client.end();
  }
}

test('what was committed outlives SIGKILL of the server', async () => {
  const postgres = await ownPostgres();
  const url = await postgres.freshDatabase();
  await ask(url, 'CREATE TABLE fact (id int)');
  await ask(url, 'INSERT INTO fact VALUES (7)');
  await postgres.kill();
  await expect(ask(url, 'SELECT 1')).rejects.toThrow();
  await postgres.startAgain();
  expect(await ask(url, 'SELECT id FROM fact')).toEqual({ id: 7 });
  await postgres.stop();
});

test('a server that a killed start left running is taken over, on its port', async () => {
  const dataFolder = tempFolder('postgres');
  const starter = `
    require(${JSON.stringify(path.join(__dirname, '..', 'dist', 'services', 'postgres.js'))})
      .startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => {} })
      .then(() => process.kill(process.pid, 'SIGKILL'));`;
  expect(() => execFileSync(process.execPath, ['-e', starter])).toThrow();
  const told: string[] = [];
  const second = await startPostgres({ dataFolder, log: (line) => void told.push(line) });
  register(second.pid);
  expect(told).toEqual([`PostgreSQL was still running (pid ${second.pid}); using it.`]);
  expect(
    readFileSync(path.join(clusterFolder(dataFolder, postgresAccount()), 'postmaster.pid'), 'utf8'),
  ).toContain(String(second.pid));
  await second.stop();
});

test('two starts on one folder meet one server; the lock file of another process does not stop a start', async () => {
  const dataFolder = tempFolder('postgres');
  const first = await startPostgres({ dataFolder, log: quiet });
  register(first.pid);
  expect((await startPostgres({ dataFolder, log: quiet })).pid).toBe(first.pid);
  trySignal(first.pid, 'SIGKILL');
  await first.whenGone();
  const third = await startPostgres({ dataFolder, log: quiet });
  register(third.pid);
  expect(third.ownerUrl).toBe(first.ownerUrl);
  await third.stop();
});

test('loopback only, no socket file, SCRAM, UTF-8, checksums, writes to disk before it answers', async () => {
  const url = await (await testPostgres()).freshDatabase();
  const setting = (name: string) => ask(url, `SELECT current_setting('${name}') AS is`);
  expect(await setting('listen_addresses')).toEqual({ is: '127.0.0.1' });
  expect(await setting('unix_socket_directories')).toEqual({ is: '' });
  expect(await setting('fsync')).toEqual({ is: 'on' });
  expect(await setting('synchronous_commit')).toEqual({ is: 'on' });
  expect(await setting('data_checksums')).toEqual({ is: 'on' });
  expect(await setting('server_encoding')).toEqual({ is: 'UTF8' });
  expect(
    await ask(
      url,
      `SELECT count(*)::int AS other FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'`,
    ),
  ).toEqual({ other: 0 });
  expect(await ask(url, `SELECT '李' < '张' COLLATE "zh-x-icu" AS pinyin`)).toEqual({ pinyin: true });
  const wrong = new URL(url);
  wrong.password = 'password';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('the secret is 32 random bytes for its owner’s eyes, and the folder is not listed by others', async () => {
  const dataFolder = tempFolder('postgres');
  const server = await startPostgres({ dataFolder, log: quiet });
  register(server.pid);
  await server.stop();
  expect(readFileSync(path.join(dataFolder, 'postgres.secret'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(statSync(dataFolder).mode & 0o066).toBe(0);
  for (const name of readdirSync(dataFolder)) {
    const stat = lstatSync(path.join(dataFolder, name));
    if (stat.isFile()) expect([name, stat.mode & 0o077]).toEqual([name, 0]);
  }
});
