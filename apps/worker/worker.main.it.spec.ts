import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { createApplication } from '@rectify/application';
import { createClock, createPostgresStore, eventStoreMigrations } from '@rectify/event-store';
import { campaignById, readModelMigrations } from '@rectify/read-models';
import { migratedDatabase, personIds, sendTo, setUp, unitIds } from '@rectify/testing';
import { freePort } from '../local/ports';
import { startProcess, type Running } from '../local/processes';
import { ownPostgres, type OwnPostgres } from '../../test/harness/postgres';
import { register } from '../../test/harness/run-folder';
import { testTemporal, type TestTemporal } from '../../test/harness/temporal';
import { eventually } from '../../test/harness/wait';
import { optionalStageKinds } from '@rectify/domain';

const dist = path.join(__dirname, 'dist');
const campaignId = '01900000-0000-7000-8000-000000000001';

/** The built process, as it is run everywhere. */
describe('the worker process', () => {
  let temporal: TestTemporal;
  let postgres: OwnPostgres;
  let worker: Running | undefined;
  const lines: string[] = [];

  beforeAll(async () => {
    [temporal, postgres] = await Promise.all([testTemporal({ started: false }), ownPostgres()]);
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await temporal?.stop();
    await postgres?.stop();
  });

  it('is up before anything else is, gets to work when it comes, outlasts a restart of it, and ends well', async () => {
    const ownerUrl = await postgres.freshDatabase();
    const pool = await migratedDatabase(ownerUrl, [...eventStoreMigrations, ...readModelMigrations]);
    await createClock(pool).startAt('2026-03-02T02:00:00.000Z');
    const application = createApplication({ store: createPostgresStore(pool) });
    await setUp(application);
    const data = {
      campaignId,
      unitId: unitIds.branch,
      template: 'bland-casual',
      serial: 1,
      leaveOut: optionalStageKinds,
    };
    await sendTo(application, personIds.secretary, {
      aggregate: 'campaign',
      id: campaignId,
      command: { type: 'LaunchCampaign', data },
    });

    const port = await freePort();
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: pool.options.connectionString,
      TEMPORAL_ADDRESS: temporal.address,
      PUBLIC_URL: 'http://127.0.0.1',
      HEALTH_PORT: String(port),
      RELAY_INTERVAL_MS: '50',
    };
    const health = `http://127.0.0.1:${port}/health`;
    const command = { name: 'worker', command: process.execPath, env };
    worker = await startProcess({
      ...command,
      args: [path.join(dist, 'worker.main.js')],
      ready: health,
      onLine: (line) => void lines.push(line),
    });
    register(worker.pid);
    const state = async () => (await (await fetch(health)).json()) as Record<string, string>;
    expect(await state()).toEqual({ worker: 'connecting', mail: 'off', channels: '' });
    expect(lines.filter((line) => line.includes('mail is off'))).toHaveLength(1);

    const seen = async () => {
      const { rows } = await pool.query<{ seen: boolean }>(
        'SELECT seen_version > 0 AND log_version <= seen_version AS seen FROM attendance',
      );
      return rows[0]?.seen;
    };
    await temporal.start();
    await eventually(seen, { what: 'the first look', timeoutMs: 30_000 });
    await temporal.kill();
    temporal.wipe();
    const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    await temporal.start();
    const again = async () =>
      (await pool.query('SELECT FROM attendance WHERE seen_at > $1', [rows[0]?.at])).rowCount;
    await eventually(async () => (await again()) === 1, { what: 'a look since the wipe', timeoutMs: 60_000 });

    const code = (await campaignById(pool, campaignId))?.code ?? '';
    const story = execFileSync(process.execPath, [path.join(dist, 'story.main.js'), code], {
      env,
      encoding: 'utf8',
    });
    expect(story).toBe('stage screening\ntimer open screening until 2026-03-03 00:00\n');
    const rebuilt = execFileSync(process.execPath, [path.join(dist, 'rebuild.main.js')], {
      env,
      encoding: 'utf8',
    });
    expect(rebuilt).toMatch(/^3 streams, 25 events in /);

    process.kill(worker.pid, 'SIGTERM');
    await worker.whenGone();
    expect(lines.at(-1)).toContain('the worker is stopping');
    await pool.end();
  }, 150_000);
});
