import path from 'node:path';
import { heapBound } from '../../apps/local/heap';
import { freePort } from '../../apps/local/ports';
import type { Running } from '../../apps/local/processes';
import { answers, runProcess, startProcess } from '../../apps/local/processes';
import { APP_PASSWORD, testPostgres } from '../harness/postgres';
import { register } from '../harness/run-folder';
import type { TestTemporal } from '../harness/temporal';
import { testTemporal } from '../harness/temporal';
import { fillIn, ours, project } from './compose-file';

/**
 * The commands of compose.yaml with the environment of compose.yaml, as processes: only names that a container network
 * would resolve are replaced, and ports that several containers have in common.
 */
const running: Running[] = [];
let temporal: TestTemporal;
let replace: (value: string) => string;
let apiPort: number;

beforeAll(async () => {
  temporal = await testTemporal();
  apiPort = await freePort();
  const database = new URL(await (await testPostgres()).freshDatabase());
  const given = {
    DATABASE_OWNER_PASSWORD: database.password,
    DATABASE_APP_PASSWORD: APP_PASSWORD,
    TEMPORAL_DATABASE_PASSWORD: 'not-used-here',
  };
  replace = (value) =>
    fillIn(value, given)
      .replace('postgres:5432/rectify', `${database.host}${database.pathname}`)
      .replace('temporal:7233', temporal.address)
      .replace('http://api:8080', `http://127.0.0.1:${apiPort}`)
      .replace('0.0.0.0', '127.0.0.1');
});

afterAll(async () => {
  for (const process of running.reverse()) await process.stop();
  await temporal.stop();
});

function spec(name: string, own: Readonly<Record<string, string>> = {}) {
  const service = ours().find(([service]) => service === name)?.[1];
  if (!service) throw new Error(`compose.yaml has no ${name}`);
  const environment = Object.entries(service.environment).map(([key, value]) => [key, replace(value)]);
  return {
    name,
    command: process.execPath,
    args: [...service.command.slice(1, -1), path.join(project, service.command.at(-1) ?? '')],
    env: { PATH: process.env['PATH'], ...Object.fromEntries(environment), ...own },
  };
}

async function start(name: string, own: Readonly<Record<string, string>>, url: string): Promise<void> {
  const started = await startProcess({ ...spec(name, own), ready: url });
  register(started.pid);
  running.push(started);
}

test('migrate ends well, and again on a database that is migrated', async () => {
  await runProcess(spec('migrate'));
  await runProcess(spec('migrate'));
});

test('api is ready', async () => {
  await start('api', { PORT: String(apiPort) }, `http://127.0.0.1:${apiPort}/api/ready`);
});

test('worker is healthy', async () => {
  const port = await freePort();
  await start('worker', { HEALTH_PORT: String(port) }, `http://127.0.0.1:${port}/health`);
});

test('web shows the pages and passes the api on', async () => {
  const port = await freePort();
  await start('web', { PORT: String(port) }, `http://127.0.0.1:${port}/`);
  expect(await answers(`http://127.0.0.1:${port}/api/health`)).toBe(true);
});

test('every service of ours is among these', () => {
  expect(ours().map(([name]) => name)).toEqual(['migrate', 'api', 'worker', 'web']);
});

test('each heap is bounded as at `npm start`', () => {
  for (const [name, { command }] of ours()) expect(command.slice(1, -1)).toEqual(heapBound(name));
});
