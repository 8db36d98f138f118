// TEMPORARY: the write path in process, for profiling before the api runs.
import { randomUUID } from 'node:crypto';
import { createApplication } from '@rectify/application';
import { catalogue } from '@rectify/contracts';
import { shippedCalendarYears, shippedTemplates } from '@rectify/domain';
import { createPool, createPostgresStore, eventStoreMigrations, migrate, payloadHash, PERSON_WRITER, SYSTEM_WRITER } from '@rectify/event-store';
import { readModelMigrations } from '@rectify/read-models';
import { APP_PASSWORD, appUrl, ownPostgres } from '../harness/postgres';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { setFirstDay } from '../harness/organisation';
import { makeCampaign } from './campaigns';
import { closedLoop } from './closed-loop';
import { measureBare } from './bare';

void (async () => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  try {
    const pg = await ownPostgres({ maxConnections: 200 });
    const url = await pg.freshDatabase();
    await migrate(url, { migrations: [...eventStoreMigrations, ...readModelMigrations], mode: 'test', logins: [{ user: 'rectify_app', password: APP_PASSWORD, roles: [PERSON_WRITER, SYSTEM_WRITER] }] });
    await setFirstDay(url);
    const pool = createPool(appUrl(url));
    const store = createPostgresStore(pool);
    const app = createApplication({ store });
    const send = async (personId: string, target: any) => {
      const h = await app.handle(target, { actor: personId === 'system' ? { kind: 'system' } : { kind: 'person', personId }, key: personId === 'system' ? { space: 'system', principal: 'seed', id: randomUUID() } : { space: 'person', principal: personId, id: randomUUID() }, payloadHash: payloadHash(target.command.data) });
      if (!h.ok) throw new Error(JSON.stringify([h, target.command.type]));
      return h;
    };
    for (const y of shippedCalendarYears()) await send('system', { aggregate: 'calendar', command: { type: 'ImportCalendarYear', data: y } });
    for (const t of shippedTemplates()) await send('system', { aggregate: 'template', slug: t.slug, command: { type: 'PublishTemplate', data: { definition: t } } });
    const dir = (c: any) => send('system', { aggregate: 'directory', command: c });
    const root = randomUUID();
    await dir({ type: 'RegisterUnit', data: { unitId: root, code: 'D01', name: '工委', parentId: null } });
    let serial = 0;
    const branches: any[] = [];
    for (let b = 1; b <= 5; b++) {
      const unitId = randomUUID();
      await dir({ type: 'RegisterUnit', data: { unitId, code: `B0${b}`, name: `第${b}支部`, parentId: root } });
      const br: any = { unitId };
      for (const post of ['secretary', 'deputySecretary', 'organisationMember', 'disciplineMember', 'publicityMember']) {
        const personId = randomUUID();
        await dir({ type: 'RegisterPerson', data: { personId } });
        await dir({ type: 'AppointToPost', data: { unitId, post, personId } });
        br[post] = {
          personId,
          command: async (path: string, body: any) => {
            if (path === '/api/campaigns') { serial += 1; return send(personId, { aggregate: 'campaign', id: body.campaignId, command: { type: 'LaunchCampaign', data: { ...body, serial } } }); }
            const [, , , id, , name] = path.split('/');
            const e = catalogue.find((x) => x.aggregate === 'campaign' && x.name === name)!;
            return send(personId, { aggregate: 'campaign', id, command: { type: e.type, data: body } });
          },
        };
      }
      branches.push(br);
    }
    const t0 = performance.now();
    const people = new Map<string, any>();
    const tokens = new Map<any, string>();
    for (const b of branches) for (const p of Object.values(b) as any[]) if (p.personId) { people.set(p.personId, p); tokens.set(p, p.personId); }
    const N = Number(process.env['PROBLEMS'] ?? 20);
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => makeCampaign(branches[i % 5], tokens, N)));
    console.log('made', (performance.now() - t0) / 1000, 's', (await pool.query('select count(*) from events')).rows[0]);
    const clients = made.map(({ requests }) => { let n = 0; return async () => { const r = requests[n++ % requests.length]!; await people.get(r.token!).command(r.path, r.body); return null; }; });
    const { seed, historyOf } = await import('./seed'); const hs = await Promise.all(made.map((m) => historyOf(pool, m.id))); console.log(hs[0]!.map((g) => g.length).join(' '));
    { const t = performance.now(); console.log('seeded', await seed(pool, hs, 15000), performance.now() - t); const { rebuildAll } = await import('@rectify/read-models'); const t2 = performance.now(); const c = process.cpuUsage(); const r = await rebuildAll(pool, store); const c2 = process.cpuUsage(c); console.log('rebuilt', r, performance.now() - t2, 'cpu', c2.user/1000); }
    const inspector = await import('node:inspector');
    const session = new inspector.Session(); session.connect();
    const post = (m: string) => new Promise<any>((res, rej) => session.post(m, (e, r) => (e ? rej(e) : res(r))));
    await post('Profiler.enable'); await post('Profiler.start'); const c0 = process.cpuUsage(); const e0 = Number((await pool.query('select count(*) from commands')).rows[0].count);
    console.log('in process', await closedLoop(clients, { warmUpSeconds: 2, seconds: 8 }));
    const c1 = process.cpuUsage(c0); const e1 = Number((await pool.query('select count(*) from commands')).rows[0].count); console.log('cpu ms a command', (c1.user + c1.system) / 1000 / (e1 - e0), 'user', c1.user / 1000 / (e1 - e0));
    const { profile } = await post('Profiler.stop');
    (await import('node:fs')).writeFileSync('/tmp/app.cpuprofile', JSON.stringify(profile));
    console.log('pg', (await new (await import('pg')).Pool({ connectionString: url }).query('select 1')).rowCount);
    console.log('bare', await measureBare(appUrl(url), 20, { warmUpSeconds: 2, seconds: 5 }));
    await pool.end();
  } catch (e) { console.error(e); } finally {
    await endRun(process.pid);
    process.exit();
  }
})();
