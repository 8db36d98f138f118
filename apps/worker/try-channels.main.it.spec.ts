import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { testSmtp, type TestSmtp } from '../../test/harness/smtp';

const MAIN = path.join(__dirname, 'dist', 'try-channels.main.js');
const common = { PATH: process.env['PATH'] ?? '', RECTIFY_MODE: 'test' };

/** The built command, as whoever sets the variables runs it. */
describe('trying the channels', () => {
  let smtp: TestSmtp;
  beforeAll(async () => {
    smtp = await testSmtp();
  });
  afterAll(() => smtp?.stop());

  it('sends one letter to the address that is given, and says which channels are not set', async () => {
    const env = { ...common, SMTP_URL: smtp.url, SMTP_FROM: 'zhenggai@example.test' };
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'me@example.test'], { env });
    expect(stdout).toBe(
      'email: sent\nwecom: not set\ndingtalk: not set\nfeishu: not set\nwebhook: not set\n',
    );
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ to: ['me@example.test'], subject: '试发·提醒渠道已接通' });
  });

  it('ends with a fault where a channel does not take it, or is not set as it should be, and shows no value', () => {
    const run = (env: Record<string, string>, ...args: string[]) =>
      spawnSync(process.execPath, [MAIN, ...args], { env: { ...common, ...env }, encoding: 'utf8' });
    const away = { SMTP_URL: 'smtp://secret-user:secret-word@127.0.0.1:1', SMTP_FROM: 'a@example.test' };
    const refused = run(away, 'me@example.test');
    expect([refused.status, refused.stdout.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(/^email: down \(E[A-Z]+\)$/),
    ]);
    const half = run({ SMTP_URL: away.SMTP_URL }, 'me@example.test');
    expect([half.status, half.stderr]).toEqual([1, 'SMTP_FROM is missing\n']);
    const nobody = run(away);
    expect([nobody.status, nobody.stderr]).toEqual([1, expect.stringContaining('npm run try-channels')]);
    for (const { stdout, stderr } of [refused, half, nobody]) expect(stdout + stderr).not.toContain('secret');
  });
});
