import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { verify } from '../../../apps/verify/verify.mjs';
import { type TestPostgres, testPostgres } from '../../../test/harness/postgres';
import { createPostgresStore } from '../postgres-store';
import { RECORD_READER } from '../roles';
import { type TestDatabase, testDatabase } from '../testing/database';
import { aStream, say, words } from '../testing/given';
import { recordAccess } from './access-log';
import { onSnapshot } from './snapshot';
import { writeBundle } from './write-bundle';

let server: TestPostgres;
let database: TestDatabase;
let app: Pool;
let folder: string;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
  app = await database.pool();
  folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-bundle-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
  await server.stop();
});

const everything = { campaign: null } as const;
const reading = (stream: string, reader: string) =>
  ({ stream, reader, class: 'F3', surface: 'timeline' }) as const;
const exported = async (name: string): Promise<string> => {
  const at = path.join(folder, name);
  await onSnapshot(app, everything, (source) => writeBundle(at, source));
  return at;
};

describe('who read what', () => {
  it('is chained by object, however many read at once, and never changed', async () => {
    const [one, two] = [aStream(), aStream()];
    const readings = Array.from({ length: 40 }, (_, n) => [
      reading(n % 2 === 0 ? one : two, `p-${n}`),
      reading(n % 2 === 0 ? two : one, `p-${n}`),
    ]);
    await Promise.all(readings.map((each) => recordAccess(app, each)));
    const report = await verify(await exported('read'));
    expect(report).toMatchObject({ code: 0, access: { streams: 2, events: 80 } });
    await database.asOwner(async (owner) => {
      for (const role of ['origin', 'replica']) {
        await owner.query(`SET session_replication_role = ${role}`);
        for (const change of [
          'UPDATE access_log SET version = 9',
          'DELETE FROM access_log',
          'TRUNCATE access_log',
        ])
          await expect(owner.query(change)).rejects.toMatchObject({ code: 'RC004' });
      }
    });
    for (const change of ['DELETE FROM access_log', 'INSERT INTO access_log SELECT FROM access_log'])
      await expect(app.query(change)).rejects.toMatchObject({ code: '42501' });
  });

  it('names its reader, or nothing of it is recorded', async () => {
    const stream = aStream();
    const asked = [
      [stream, stream],
      ['{"class":"F3","reader":"p-1"}', '{"class":"F3"}'],
    ];
    await expect(app.query('SELECT record_access($1, $2)', asked)).rejects.toMatchObject({ code: 'RC003' });
    const { rows } = await app.query('SELECT FROM access_log WHERE stream = $1', [stream]);
    expect(rows).toEqual([]);
  });
});

describe('a bundle from PostgreSQL', () => {
  it('holds one moment, while others go on writing', async () => {
    const store = createPostgresStore(app);
    const streams = Array.from({ length: 6 }, () => aStream());
    for (const stream of streams) await say(store, stream, { events: words(3) });
    let isOver = false;
    const writing = (async () => {
      for (let n = 0; !isOver; n += 1) await say(store, streams[n % 6] ?? '', { events: words(2) });
    })();
    const reports = [];
    for (const name of ['first', 'second', 'third']) reports.push(await verify(await exported(name)));
    isOver = true;
    await writing;
    expect(reports.map(({ code }) => code)).toEqual([0, 0, 0]);
    const sizes = reports.map(({ events }) => events?.events ?? 0);
    expect(sizes[2]).toBeGreaterThan(sizes[0] ?? 0);
  });

  it('holds the very bytes that were hashed, more of them than are read at once', async () => {
    const store = createPostgresStore(app);
    const stream = aStream();
    for (let n = 0; n < 5; n += 1) await say(store, stream, { events: words(90) });
    const at = await exported('bytes');
    const text = readFileSync(path.join(at, 'events.ndjson'), 'utf8');
    const stored = await store.readStream(stream, 0, 1_000);
    expect(stored.length).toBe(450);
    const lines = stored.map(({ bytes, hash }) => `{"event":${bytes},"hash":"${hash}"}\n`).join('');
    expect(text).toContain(lines);
  });

  it('is there whole or not at all', async () => {
    const at = path.join(folder, 'broken');
    const broken = onSnapshot(app, everything, (source) =>
      writeBundle(at, {
        ...source,
        access: (async function* () {
          throw new Error('the disk is full');
        })(),
      }),
    );
    await expect(broken).rejects.toThrow('the disk is full');
    expect(existsSync(at)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    await exported('once');
    await expect(exported('once')).rejects.toThrow('is there already');
  });

  it('tells whoever waits how far it is', async () => {
    const told: string[] = [];
    const many = async function* () {
      for (let n = 0; n < 25_000; n += 1) yield { bytes: '{}', hash: '0'.repeat(64) };
    };
    const long = async function* () {
      yield { head: { stream: 'campaign/long', version: 25_000, hash: '0'.repeat(64) }, lines: many() };
    };
    await onSnapshot(app, everything, (source) =>
      writeBundle(path.join(folder, 'long'), { ...source, events: long() }, (part, lines) =>
        told.push(`${part} ${lines}`),
      ),
    );
    // The line that opens the stream is one of them.
    expect(told).toEqual(['events.ndjson 10000', 'events.ndjson 20000']);
  });

  it('is read by a role that can open nothing that is sealed, and call nothing', async () => {
    const asReader = async (statement: string): Promise<unknown> => {
      const client = await app.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SET LOCAL ROLE ${RECORD_READER}`);
        return await client.query(statement);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    await expect(asReader('SELECT FROM events LIMIT 1')).resolves.toBeDefined();
    for (const statement of [
      'SELECT FROM sealing_key',
      'SELECT FROM commands',
      "SELECT record_access('{}', '{}')",
      "SELECT append('a', 'b', 'c', 'd', 0, '', '{}', '{}', '', '{}', '{}', '{}', null)",
    ])
      await expect(asReader(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
