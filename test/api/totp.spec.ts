import { codeAt, stepAt } from '../../apps/api/accounts/totp';
import { startApi, type Api } from './harness/api';
import { browserOf, type Browser } from './harness/browser';
import { PASSWORD, setUpWorld, type World } from './harness/organisation';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** As an authenticator reads what is typed into it. */
const bytesOf = (text: string): Buffer => {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};

describe('a second factor', () => {
  let api: Api;
  let world: World;
  let mine: Browser;
  let secret: Buffer;
  let recovery: readonly string[];
  /** The present step when it was set up; the steps after it are used one by one, at most one ahead. */
  let used: number;

  beforeAll(async () => {
    api = await startApi({ SECRETS_KEY: 'c3'.repeat(32) });
    world = await setUpWorld(api);
    mine = await browserOf(api, 'deputy');
  });
  afterAll(() => api?.stop());

  const signIn = (code?: string, password = PASSWORD) =>
    api.ask('/api/session', {
      method: 'POST',
      body: { account: 'deputy', password, ...(code === undefined ? {} : { code }) },
    });
  const state = async () => (await mine.ask('/api/totp')).body;
  /** As if all had been forgotten: what is shown next is not the delay. */
  const forget = () => api.owner.query('DELETE FROM sign_in_attempt');
  const now = () => stepAt(Date.now());

  it('is in force with its first code, not before', async () => {
    expect(await state()).toEqual({ offered: true, on: false, recoveryCodes: 0 });
    expect((await mine.post('/api/totp/confirm', { code: '000000' })).body.code).toBe('TOTP_NOT_BEGUN');
    const begun = await mine.post('/api/totp');
    expect(begun.status).toBe(201);
    expect(begun.body.uri).toContain(`:deputy?secret=${begun.body.secret}&issuer=`);
    secret = bytesOf(begun.body.secret);
    expect((await signIn()).status).toBe(204);
    const wrong = await mine.post('/api/totp/confirm', { code: codeAt(secret, now() + 5) });
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([401, 'WRONG_CODE', 'code']);
    used = now() - 1;
    const done = await mine.post('/api/totp/confirm', { code: codeAt(secret, used) });
    recovery = done.body.recoveryCodes;
    expect([done.status, recovery.length, new Set(recovery).size]).toEqual([200, 10, 10]);
    expect(await state()).toEqual({ offered: true, on: true, recoveryCodes: 10 });
    expect((await mine.post('/api/totp')).body.code).toBe('TOTP_ON');
  });

  it('is kept sealed, and its recovery codes as hashes', async () => {
    const { rows } = await api.owner.query(
      "SELECT encode(secret, 'hex') AS secret FROM totp UNION ALL SELECT encode(code_hash, 'hex') FROM recovery_code",
    );
    const dump = JSON.stringify(rows);
    expect(rows).toHaveLength(11);
    expect(dump).not.toContain(secret.toString('hex'));
    for (const code of recovery) expect(dump).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('RR7.5 is asked for after the right password only, and each code is taken once', async () => {
    await forget();
    expect((await signIn(undefined, 'a wrong password')).body.code).toBe('WRONG_CREDENTIALS');
    expect((await signIn(codeAt(secret, now()), 'a wrong password')).body.code).toBe('WRONG_CREDENTIALS');
    const asked = await signIn();
    expect([asked.status, asked.body.code, asked.headers['set-cookie']]).toEqual([
      401,
      'TOTP_REQUIRED',
      undefined,
    ]);
    expect((await signIn(codeAt(secret, used))).body.code).toBe('WRONG_CODE');
    await forget();
    const code = codeAt(secret, now());
    const raced = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(raced.map(({ status }) => status).sort()).toEqual([204, 401, 401]);
    expect((await signIn(code)).body.code).toBe('WRONG_CODE');
  });

  it('RR7.2 slows guesses down though the password is right', async () => {
    await forget();
    const statuses = [];
    for (let tried = 0; tried < 6; tried += 1) statuses.push((await signIn('000000')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it('RR7.5 is stood in for by each recovery code once, however it is typed', async () => {
    await forget();
    const [first = '', second = ''] = recovery;
    expect((await signIn(first.toUpperCase().replaceAll('-', ' '))).status).toBe(204);
    expect((await signIn(first)).body.code).toBe('WRONG_CODE');
    expect((await signIn(second)).status).toBe(204);
    mine = await browserWithCode();
    expect((await state()).recoveryCodes).toBe(7);
  });

  it('RR7.4 stays when a password is set anew by a link', async () => {
    await forget();
    const secretary = await browserOf(api, 'secretary');
    const me = world.branch.deputySecretary;
    const { token } = (await secretary.post(`/api/accounts/${me.accountId}/reset`)).body;
    const next = 'another long password';
    expect((await api.ask('/api/password/reset', { method: 'POST', body: { token, next } })).status).toBe(
      204,
    );
    expect((await signIn(undefined, next)).body.code).toBe('TOTP_REQUIRED');
    const back = await signIn(recovery[3], next);
    expect(back.status).toBe(204);
  });

  const browserWithCode = async (): Promise<Browser> => {
    const answer = await signIn(recovery[2]);
    const cookie = String((answer.headers['set-cookie'] as string[])[0]).split(';')[0] ?? '';
    return {
      ...mine,
      cookie,
      ask: (path, asking) =>
        api.ask(path, { ...asking, headers: { cookie, 'x-rectify': '1', 'sec-fetch-site': 'same-origin' } }),
    };
  };
});

describe('an installation without a key', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  it('offers no second factor, and says so', async () => {
    const mine = await browserOf(api, 'member');
    expect((await mine.ask('/api/totp')).body).toEqual({ offered: false, on: false, recoveryCodes: 0 });
    const refused = await mine.post('/api/totp');
    expect([refused.status, refused.body.code]).toEqual([409, 'TOTP_NOT_OFFERED']);
  });
});
