import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readChannelSettings } from './channel-settings';

const whsec = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const read = (env: Record<string, string>) => {
  const wrong: string[] = [];
  return { settings: readChannelSettings(env, wrong), wrong };
};

describe('the settings of the channels', () => {
  it('turn on what has an address, and nothing else', () => {
    expect(read({}).settings).toEqual({
      ...{ email: null, wecom: null, dingtalk: null, feishu: null, webhook: null },
      ...{ reach: { loopback: false, privateHosts: [] }, mentionAll: false },
    });
    const { settings, wrong } = read({
      WECOM_ROBOT_URL: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
      DINGTALK_ROBOT_URL: 'https://oapi.dingtalk.com/robot/send?access_token=t',
      DINGTALK_ROBOT_SECRET: 'SEC1',
      FEISHU_ROBOT_URL: 'https://open.feishu.cn/open-apis/bot/v2/hook/h',
      FEISHU_ROBOT_SECRET: 's',
      WEBHOOK_URL: 'https://hooks.example.test/in',
      WEBHOOK_SECRET: whsec,
      ROBOT_MENTION: 'all',
      CHANNEL_PRIVATE_HOSTS: 'Hooks.example.test, gateway',
    });
    expect(wrong).toEqual([]);
    expect(settings.webhook?.key).toEqual(Buffer.alloc(32, 7));
    expect(settings.dingtalk?.secret).toBe('SEC1');
    expect(settings.reach.privateHosts).toEqual(['hooks.example.test', 'gateway']);
    expect(settings.mentionAll).toBe(true);
  });

  it('take a secret from a file', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-settings-'));
    const file = path.join(folder, 'secret');
    writeFileSync(file, 'from the file\n');
    const { settings } = read({ FEISHU_ROBOT_URL: 'https://a.example', FEISHU_ROBOT_SECRET_FILE: file });
    expect(settings.feishu?.secret).toBe('from the file');
    rmSync(folder, { recursive: true });
    expect(() => read({ WECOM_ROBOT_URL_FILE: file })).toThrow(
      'WECOM_ROBOT_URL_FILE names a file that cannot be read',
    );
  });

  it.each([
    [
      { WECOM_ROBOT_URL: 'http://qyapi.weixin.qq.com/send?key=hidden' },
      'WECOM_ROBOT_URL is no https address',
    ],
    [{ WECOM_ROBOT_URL: 'http://127.0.0.1:1/send?key=hidden' }, 'WECOM_ROBOT_URL is no https address'],
    [{ WECOM_ROBOT_URL: 'hidden' }, 'WECOM_ROBOT_URL is no https address'],
    [{ WECOM_ROBOT_URL: 'https://a:hidden@a.example' }, 'WECOM_ROBOT_URL is no https address'],
    [{ DINGTALK_ROBOT_URL: 'https://a.example/hidden' }, 'DINGTALK_ROBOT_SECRET is missing'],
    [
      { WEBHOOK_URL: 'https://a.example', WEBHOOK_SECRET: 'whsec_hidden' },
      'WEBHOOK_SECRET is not whsec_ and 24 to 64 bytes in base64',
    ],
    [{ SMTP_URL: 'smtp://a:hidden@b' }, 'SMTP_FROM is missing'],
    [{ ROBOT_MENTION: 'hidden' }, 'ROBOT_MENTION is neither none nor all'],
  ])('%j: %s, and no value is told', (env, said) => {
    const { wrong } = read(env);
    expect(wrong).toEqual([said]);
    expect(wrong.join()).not.toContain('hidden');
  });

  it.each([
    ['test', true],
    ['demo', true],
    ['production', false],
  ])('in mode %s plain http to this machine: %p', (RECTIFY_MODE, isTaken) => {
    for (const host of ['127.0.0.1:9', '[::1]:9', 'localhost:9'])
      expect(read({ RECTIFY_MODE, WECOM_ROBOT_URL: `http://${host}/` }).settings.wecom !== null).toBe(
        isTaken,
      );
    expect(read({ RECTIFY_MODE, WECOM_ROBOT_URL: 'http://10.0.0.1/' }).settings.wecom).toBeNull();
  });
});
