import { randomUUID } from 'node:crypto';
import { migrate } from '@rectify/event-store';
import { Client } from 'pg';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import { allMigrations } from '../migrations';
import { AccountsOfPeople1767225600036 } from './accounts-of-people.migration';

/** An installation as it stood when an account was its person's only one, with somebody signed in. */
describe('the migration to several accounts a person', () => {
  let server: TestPostgres;
  let client: Client;
  let ownerUrl: string;
  const [person, other] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    server = await testPostgres();
    ownerUrl = await server.freshDatabase();
    const before = allMigrations.filter((each) => each !== AccountsOfPeople1767225600036);
    await migrate(ownerUrl, { migrations: before });
    client = new Client({ connectionString: ownerUrl });
    await client.connect();
    const hash = (n: number) => `decode(repeat('0${n}', 32), 'hex')`;
    await client.query(`
      INSERT INTO account (person_id, account, password_hash, ready)
        VALUES ('${person}', 'wang', 'x', true), ('${other}', 'li', 'y', false);
      INSERT INTO web_session (id_hash, person_id) VALUES (${hash(1)}, '${person}');
      INSERT INTO access_token (token_hash, id, person_id, name, expires_at, scope)
        VALUES (${hash(2)}, uuidv7(), '${person}', 't', now() + interval '1 day', 'read');
      INSERT INTO password_reset (token_hash, person_id, started_by) VALUES (${hash(3)}, '${person}', '${other}');
      INSERT INTO known_device (device_hash, person_id) VALUES (${hash(4)}, '${person}');
      INSERT INTO oidc_subject (subject_hash, person_id) VALUES (${hash(5)}, '${person}');
      INSERT INTO totp (person_id, secret) VALUES ('${person}', 'z');`);
    await migrate(ownerUrl, { migrations: allMigrations });
  });
  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  it('keeps every account under an id of its own, and what was entered by it', async () => {
    const { rows } = await client.query(
      `SELECT a.account, a.ready, uuid_extract_version(a.id) AS version, a.id <> a.person_id AS own,
         (SELECT count(*)::int FROM web_session s WHERE s.account_id = a.id) AS sessions,
         (SELECT count(*)::int FROM access_token t WHERE t.account_id = a.id) AS tokens,
         (SELECT count(*)::int FROM password_reset r WHERE r.account_id = a.id) AS links,
         (SELECT count(*)::int FROM oidc_subject o WHERE o.account_id = a.id) AS identities,
         (SELECT count(*)::int FROM known_device d WHERE d.person_id = a.person_id) AS devices,
         (SELECT count(*)::int FROM totp f WHERE f.person_id = a.person_id) AS factors
       FROM account a ORDER BY account DESC`,
    );
    const kept = (n: number) => ({
      ...{ version: 7, own: true, sessions: n, tokens: n, links: n, identities: n, devices: n, factors: n },
    });
    expect(rows).toEqual([
      { account: 'wang', ready: true, ...kept(1) },
      { account: 'li', ready: false, ...kept(0) },
    ]);
  });

  it('lets nothing be entered by an account of somebody else', async () => {
    const entered = client.query(
      `INSERT INTO web_session (id_hash, person_id, account_id)
       SELECT decode(repeat('09', 32), 'hex'), '${other}', id FROM account WHERE account = 'wang'`,
    );
    await expect(entered).rejects.toThrow(/web_session_account_id_person_id_fkey/);
  });
});
