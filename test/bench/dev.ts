// TEMPORARY: a profile of the api under the load.
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createPool } from '@rectify/event-store';
import { ownPostgres } from '../harness/postgres';
import { setFirstDay, setUpOrganisation } from '../harness/organisation';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { startStack } from '../harness/stack';
import { makeCampaign, serviceTokens } from './campaigns';
import { load } from './load';

const cpu = (pid: number) => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(f[11]) + Number(f[12])) * 10; };
const pgCpu = () => { const { execSync } = require('node:child_process'); return 0; };
void (async () => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  try {
    const pg = await ownPostgres({ maxConnections: 200 });
    const ownerUrl = await pg.freshDatabase();
    await setFirstDay(ownerUrl);
    const profile = process.env['PROFILE'] === '1';
    const stack = await startStack({ ownerUrl, env: { NODE_OPTIONS: profile ? '-r /tmp/prof.cjs' : '' } });
    const pool = createPool(ownerUrl);
    const { branches } = await setUpOrganisation(stack, { branches: 5 });
    const tokens = await serviceTokens(branches);
    const problems = Number(process.env['PROBLEMS'] ?? 20);
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => makeCampaign(branches[i % 5]!, tokens, problems)));
    const clients = made.map(({ requests }) => ({ url: stack.url, requests }));
    await load({ warmUpSeconds: 1, seconds: 2, clients });
    const kids = () => readFileSync(`/proc/${pg.pid()}/task/${pg.pid()}/children`, 'utf8').trim().split(' ').map(Number);
    const k = kids(); const p0 = k.map(cpu); const a0 = cpu(stack.pid('api'));
    const n0 = Number((await pool.query('select count(*) from commands')).rows[0].count);
    if (profile) process.kill(stack.pid('api'), 'SIGUSR2');
    const m = await load({ warmUpSeconds: 1, seconds: Number(process.env["SECS"] ?? 8), clients });
    if (profile) process.kill(stack.pid('api'), 'SIGUSR2');
    const n = Number((await pool.query('select count(*) from commands')).rows[0].count) - n0;
    console.log(JSON.stringify(m));
    console.log('commands', n, 'api cpu ms', (cpu(stack.pid('api')) - a0) / n, 'pg cpu ms', k.map((x, i) => cpu(x) - p0[i]!).reduce((a, b) => a + b) / n);
    await delay(1500);
    await pool.end(); await stack.stop();
  } catch (e) { console.error(e); } finally { await endRun(process.pid); process.exit(); }
})();
