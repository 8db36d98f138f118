import * as argon2 from '@node-rs/argon2';
import { AttemptsStore, ofAccount } from '../../apps/api/accounts/attempts.store';
import { startApi, type Answer, type Api } from './harness/api';
import { PASSWORD, setUpWorld } from './harness/organisation';

// The real ones, with their calls written down: how much work an answer cost is what a stranger could measure.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, hash: jest.fn(real.hash), verify: jest.fn(real.verify) };
});
const hash = jest.mocked(argon2.hash);
const verify = jest.mocked(argon2.verify);

describe('guessing', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ SECRETS_KEY: 'c3'.repeat(32) });
    await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const signIn = (account: string, password: string, headers: Record<string, string> = {}) =>
    api.ask('/api/session', { method: 'POST', body: { account, password }, headers });
  /** An answer without what is another each time. */
  const said = ({ status, body, headers }: Answer) => ({ status, body, headers: { ...headers, date: '' } });

  it('RR7.1 costs the same work and is told the same of accounts known, unknown, disabled, unfinished and misspelt', async () => {
    // The hash that stands for nobody's is made at the first unknown account.
    await signIn('nobody-at-all', 'a wrong password');
    await api.owner.query("UPDATE account SET disabled_at = now() WHERE account = 'publicity'");
    await api.owner.query("UPDATE account SET ready = false WHERE account = 'other'");
    const known = await signIn('member', 'a wrong password');
    for (const account of ['member', 'nobody-here', 'publicity', 'other', 'Member', "x' OR '1'='1", '']) {
      hash.mockClear();
      verify.mockClear();
      const password = ['publicity', 'other'].includes(account) ? PASSWORD : 'a wrong password';
      const answer = await signIn(account, password);
      expect([account, verify.mock.calls.length, hash.mock.calls.length]).toEqual([account, 1, 0]);
      expect([account, said(answer)]).toEqual([account, said(known)]);
      // Of the same price: argon2id, 19 MiB, two passes.
      expect(String(verify.mock.calls[0]?.[0])).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
  });

  it('RR7.2 ten thousand times in an hour is tried less than a hundred times, whoever guesses from wherever', async () => {
    const attempts = api.app.get(AttemptsStore);
    let tried = 0;
    const seconds = 36;
    for (let round = 0; round < 100; round += 1) {
      const waits = await Promise.all(
        Array.from({ length: 100 }, () => attempts.begin('account/deputy', ofAccount)),
      );
      tried += waits.filter((wait) => wait === 0).length;
      expect(waits.every((wait) => wait <= 900)).toBe(true);
      // The clock goes on: what was is so much longer ago.
      await api.owner.query('UPDATE sign_in_attempt SET last_at = last_at - make_interval(secs => $1)', [
        seconds,
      ]);
    }
    expect(tried).toBeGreaterThan(4);
    expect(tried).toBeLessThanOrEqual(100);
  });

  it('RR7.2 waits twice as long after each, a quarter of an hour at most, and never for ever', async () => {
    const attempts = api.app.get(AttemptsStore);
    const AHEAD = 10_000;
    const set = (seconds: number) =>
      api.owner.query('UPDATE sign_in_attempt SET last_at = now() + make_interval(secs => $1)', [seconds]);
    for (const delay of [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]) {
      expect(await attempts.begin('account/someone', ofAccount)).toBe(0);
      // As if it had been far ahead: what the test itself takes does not eat up a delay of one second.
      await set(AHEAD);
      const wait = (await attempts.begin('account/someone', ofAccount)) - AHEAD;
      expect(Math.abs(wait - delay)).toBeLessThan(3);
      await set(-delay);
    }
  });

  it('RR7.2 keeps nobody out of a browser in which they signed in before', async () => {
    const first = await signIn('organiser', PASSWORD);
    const device = (first.headers['set-cookie'] as string[])
      .map((line) => line.split(';')[0] ?? '')
      .find((pair) => pair.startsWith('rectify-device='));
    const attempts = api.app.get(AttemptsStore);
    for (let tried = 0; tried < 30; tried += 1) {
      await attempts.begin('account/organiser', ofAccount);
      await api.owner.query("UPDATE sign_in_attempt SET last_at = last_at - interval '15 minutes'");
    }
    await attempts.begin('account/organiser', ofAccount);
    const elsewhere = await signIn('organiser', PASSWORD);
    expect(elsewhere.status).toBe(429);
    expect(Number(elsewhere.headers['retry-after'])).toBeGreaterThan(800);
    expect((await signIn('organiser', PASSWORD, { cookie: device ?? '' })).status).toBe(204);
  });
});
