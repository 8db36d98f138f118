import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { verify } from '../../apps/verify/verify.mjs';
import { drive } from '../harness/drive';
import { startApi, type Api } from './harness/api';
import { everybody } from './harness/client';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

const run = promisify(execFile);

interface Entry {
  readonly seq: number;
  readonly stream: string;
  readonly read: { readonly reader: string; readonly class: string; readonly surface: string };
}

/** Who read what is recorded before it is shown, and goes out with the record. */
describe('the record of a campaign', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  let folder: string;
  const WORDS = ['没有独立评议环节', '未按月开展'];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-record-'));
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    await drive(everybody(api, world), {
      findings: { 'B3-1': [WORDS[0] ?? ''], 'B5-1': [WORDS[1] ?? ''] },
      leave: ({ kind }) => kind === 'triageProblem',
    });
  });
  afterAll(async () => {
    await api?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const stream = (): string => `campaign/${campaignId}`;
  const entries = async (): Promise<readonly Entry[]> => {
    const { rows } = await api.owner.query<{ bytes: string }>(
      'SELECT bytes FROM access_log WHERE stream = $1 ORDER BY version',
      [stream()],
    );
    return rows.map(({ bytes }) => JSON.parse(bytes) as Entry);
  };
  const read = (surface: string, token = world.branch.member.token) =>
    api.ask(`/api/campaigns/${campaignId}${surface}`, { token });
  const exported = async (name: string, what = campaignId): Promise<string> => {
    const at = path.join(folder, name);
    const program = path.resolve(__dirname, '../../apps/worker/dist/export.main.js');
    await run(process.execPath, [program, what, at], {
      env: { ...process.env, DATABASE_URL: api.infrastructure.environment.DATABASE_URL },
    });
    return at;
  };

  it('says who read what of the confidential, and nothing of the rest', async () => {
    const { member, secretary } = world.branch;
    for (const surface of ['', '/summary', '/self-checks', '/education'])
      expect((await read(surface)).status).toBe(200);
    await api.ask('/api/campaigns', { token: member.token });
    expect((await entries()).filter(({ read: { reader } }) => reader === member.personId)).toEqual([]);
    // A member reads titles, and of a report that waits for its triage not even these.
    const masked = await read('/problems');
    expect(masked.body.items.map(({ title }: { title: string }) => title)).toEqual(['', '']);
    expect((await read('/timeline?limit=200')).status).toBe(200);
    expect((await entries()).filter(({ read: { reader } }) => reader === member.personId)).toEqual([]);
    const shown = await read('/problems', secretary.token);
    expect(shown.body.items.map(({ title }: { title: string }) => title).sort()).toEqual([...WORDS].sort());
    const today = (await api.ask('/api/me', { token: secretary.token })).body.now.slice(0, 10) as string;
    expect((await read(`/timeline?limit=200&asOf=${today}`, secretary.token)).status).toBe(200);
    const problems = shown.body.items.map(({ id }: { id: string }) => id).sort();
    const [first, second] = (await entries()).slice(-2);
    expect(first?.read).toEqual({
      class: 'F3',
      reader: secretary.personId,
      surface: 'problems',
      problems: expect.any(Array),
    });
    expect([...((first?.read as unknown as { problems: string[] }).problems ?? [])].sort()).toEqual(problems);
    expect(second?.read).toMatchObject({
      reader: secretary.personId,
      surface: 'timeline',
      asOf: today,
    });
    expect(JSON.stringify(await entries())).not.toMatch(/[\u4e00-\u9fff]/);
    // Somebody who finds nothing has read nothing.
    expect((await read('/problems', world.other.secretary.token)).status).toBe(404);
    const readers = new Set((await entries()).map((entry) => entry.read.reader));
    expect(readers.has(world.other.secretary.personId)).toBe(false);
  });

  it('shows nothing confidential where it cannot be recorded, and goes on with the rest', async () => {
    await api.owner.query('ALTER TABLE access_log RENAME TO access_log_gone');
    try {
      const [problems, timeline, campaign] = await Promise.all(
        ['/problems', '/timeline', ''].map((at) => read(at, world.branch.secretary.token)),
      );
      expect([problems?.status, timeline?.status, campaign?.status]).toEqual([503, 503, 200]);
      expect(JSON.stringify([problems?.body, timeline?.body])).not.toContain(WORDS[0]);
    } finally {
      await api.owner.query('ALTER TABLE access_log_gone RENAME TO access_log');
    }
    expect((await read('/problems', world.branch.secretary.token)).status).toBe(200);
  });

  it('records many readings at once in one chain', async () => {
    const before = (await entries()).length;
    await Promise.all(Array.from({ length: 30 }, () => read('/problems', world.branch.secretary.token)));
    const after = await entries();
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index + 1));
    expect(after.length).toBe(before + 30);
  });

  it('is carried out with its readings, passes, and holds neither a key nor the words of a report', async () => {
    const at = await exported('sealed');
    const report = await verify(at);
    expect(report).toMatchObject({ code: 0, events: { streams: 4 }, access: { streams: 1 } });
    expect(report.access?.events).toBe((await entries()).length);
    expect((await entries()).at(-1)?.read).toEqual({ class: 'F3', reader: 'operator', surface: 'export' });
    const { rows } = await api.owner.query<{ key: string }>('SELECT key FROM sealing_key');
    expect(rows.length).toBe(2);
    const text = readFileSync(path.join(at, 'events.ndjson'), 'utf8');
    for (const secret of [...rows.map(({ key }) => key), ...WORDS]) expect(text).not.toContain(secret);
  });

  it('passes after a report was handed over and its key destroyed, by code and as a whole', async () => {
    const { secretary } = world.branch;
    const { items } = (await api.ask('/api/obligations?holder=me', { token: secretary.token })).body;
    const triage = items.find(({ kind }: { kind: string }) => kind === 'triageProblem');
    const given = { ...triage.action.defaults, decision: 'handOver' };
    expect((await api.command(secretary.token, triage.action.path, given)).status).toBe(200);
    const { code } = (await read('')).body;
    for (const what of [code, 'all']) {
      const report = await verify(await exported(`over-${what}`, what));
      expect(report).toMatchObject({ code: 0, counts: { shredded: 1 } });
    }
  });
});
