import { Client } from 'pg';
import { request } from '../harness/client';
import { startStack, type Stack } from '../harness/stack';
import { eventually } from '../harness/wait';
import { startApi } from './harness/api';

const NUMBER = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PASSING = '/api/session';

/** What is no refusal is found again in the log, by the number that its answer carries; a refusal carries none. */
describe('the number of an answer that is no refusal', () => {
  let stack: Stack;
  let owner: Client;

  beforeAll(async () => {
    stack = await startStack();
    owner = new Client({ connectionString: stack.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await stack?.stop();
  });

  const secret = 'x'.repeat(43);
  const ask = () => request(`${stack.url}/api/me`, { headers: { authorization: `Bearer ${secret}` } });
  const signIn = () =>
    request(`${stack.url}${PASSING}`, {
      method: 'POST',
      body: { account: 'nobody.here', password: 'a long enough password' },
      headers: { 'x-rectify': '1', origin: stack.url },
    });
  const lineOf = (instance: unknown): Promise<string> =>
    eventually(() => stack.output('api').find((line) => line.includes(String(instance))), {
      what: `a line of the log with ${String(instance)}`,
    });
  const linesWithNumber = (): number =>
    stack.output('api').filter((line) => line.includes('urn:uuid:')).length;

  it('is none where something is refused: these answers are the same for all, to the byte', async () => {
    const refusals = [
      await ask(),
      await signIn(),
      await request(`${stack.url}/api/no-such-thing`),
      await request(`${stack.url}/api/session`, { method: 'POST', body: '{', headers: { 'x-rectify': '1' } }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([401, 401, 404, 400]);
    for (const { body } of refusals) expect(body).not.toHaveProperty('instance');
    expect(linesWithNumber()).toBe(0);
  });

  it('stands in the line of a fault of ours, each its own, and the line says nothing of what was sent', async () => {
    await owner.query('ALTER TABLE access_token RENAME TO access_token_away');
    try {
      const [one, another] = [await ask(), await ask()];
      expect([one.status, one.body['code']]).toEqual([500, 'INTERNAL']);
      expect(one.body['instance']).toMatch(NUMBER);
      expect(another.body['instance']).not.toBe(one.body['instance']);
      const line = await lineOf(one.body['instance']);
      expect(JSON.parse(line)).toMatchObject({
        level: 'error',
        msg: 'request failed',
        instance: one.body['instance'],
        method: 'GET',
        route: '/api/me',
        stack: expect.stringContaining('    at '),
      });
      expect(line).not.toContain(secret);
    } finally {
      await owner.query('ALTER TABLE access_token_away RENAME TO access_token');
    }
  });

  it('stands in the line of what passes by itself, with its code', async () => {
    // A standby takes nothing in.
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
    const name = owner.escapeIdentifier(rows[0]?.name ?? '');
    await owner.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    const { status, headers, body } = await signIn();
    expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '2']);
    expect(body['instance']).toMatch(NUMBER);
    expect(JSON.parse(await lineOf(body['instance']))).toMatchObject({
      level: 'warn',
      msg: 'request put off',
      code: 'UNAVAILABLE',
      method: 'POST',
      route: PASSING,
      instance: body['instance'],
    });
  });

  it('is none where the operator keeps no log of it', async () => {
    const silent = await startApi({
      DATABASE_URL: 'postgresql://app:a-long-secret@127.0.0.1:1/none',
      LOG_LEVEL: 'silent',
    });
    const { status, body } = await silent.ask('/api/me', { token: secret });
    await silent.stop();
    expect([status, body.code]).toEqual([503, 'UNAVAILABLE']);
    expect(body).not.toHaveProperty('instance');
  });
});
