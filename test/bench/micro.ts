// TEMPORARY: CPU of the pure part of a command, on the in-memory store.
import { randomUUID } from 'node:crypto';
import { createApplication } from '@rectify/application';
import { catalogue } from '@rectify/contracts';
import { shippedCalendarYears, shippedTemplates } from '@rectify/domain';
import { createMemoryStore, payloadHash } from '@rectify/event-store';
import { makeCampaign } from './campaigns';

void (async () => {
  const ahead = Date.parse('2026-03-02T01:00:00Z') - Date.now();
  const store = createMemoryStore({ now: () => new Date(Date.now() + ahead).toISOString() });
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
  const unitId = randomUUID();
  await dir({ type: 'RegisterUnit', data: { unitId, code: `B01`, name: `第1支部`, parentId: root } });
  const br: any = { unitId };
  const people = new Map<string, any>();
  const tokens = new Map<any, string>();
  for (const post of ['secretary', 'deputySecretary', 'organisationMember', 'disciplineMember', 'publicityMember']) {
    const personId = randomUUID();
    await dir({ type: 'RegisterPerson', data: { personId } });
    await dir({ type: 'AppointToPost', data: { unitId, post, personId } });
    br[post] = { personId, command: async (path: string, body: any) => {
      if (path === '/api/campaigns') { serial += 1; return send(personId, { aggregate: 'campaign', id: body.campaignId, command: { type: 'LaunchCampaign', data: { ...body, serial } } }); }
      const [, , , id, , name] = path.split('/');
      const e = catalogue.find((x) => x.aggregate === 'campaign' && x.name === name)!;
      return send(personId, { aggregate: 'campaign', id, command: { type: e.type, data: body } });
    } };
    people.set(personId, br[post]); tokens.set(br[post], personId);
  }
  for (const problems of (process.env['PROBLEMS'] ?? '20,50').split(',').map(Number)) {
    const made = []; for (let i = 0; i < 20; i++) made.push(await makeCampaign(br, tokens, problems));
    const run = async (n: number) => { for (let i = 0; i < n; i++) { const r = made[i % 20]!.requests; const q = r[Math.floor(i / 20) % r.length]!; await people.get(q.token!).command(q.path, q.body); } };
    await run(1000);
    let inspector: any; if (process.env['PROF']) { const { Session } = await import('node:inspector'); inspector = new Session(); inspector.connect(); inspector.post('Profiler.enable'); inspector.post('Profiler.start'); }
    const c = process.cpuUsage(); await run(3000); const d = process.cpuUsage(c);
    if (inspector) inspector.post('Profiler.stop', (_: any, { profile }: any) => require('node:fs').writeFileSync('/tmp/micro.cpuprofile', JSON.stringify(profile)));
    console.log(problems, 'problems: cpu us a command', (d.user + d.system) / 3000);
  }
})();
