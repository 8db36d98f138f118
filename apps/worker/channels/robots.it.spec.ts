import { channelLimits } from '@rectify/domain';
import { freePort } from '../../local/ports';
import { dingtalkRobot, feishuRobot, wecomRobot, type TestRobot } from '../../../test/harness/robots';
import type { Transport } from './channel';
import { outgoing } from './channel.examples';
import { createDingtalkChannel } from './dingtalk.channel';
import { createFeishuChannel } from './feishu.channel';
import { createPostJson } from './post-json';
import { createWecomChannel } from './wecom.channel';

const post = createPostJson({ loopback: true, privateHosts: [] });
const secret = 'SEC-of-a-test';

const makers = {
  WECOM: {
    robot: wecomRobot,
    channel: (url: URL, mentionAll = false) =>
      createWecomChannel({ url, post, mentionAll, limits: channelLimits.wecom }),
  },
  DINGTALK: {
    robot: () => dingtalkRobot({ secret }),
    channel: (url: URL, mentionAll = false, signedWith = secret) =>
      createDingtalkChannel({ url, secret: signedWith, post, mentionAll, limits: channelLimits.dingtalk }),
  },
  FEISHU: {
    robot: () => feishuRobot({ secret }),
    channel: (url: URL, mentionAll = false, signedWith = secret) =>
      createFeishuChannel({ url, secret: signedWith, post, mentionAll, limits: channelLimits.feishu }),
  },
};

describe.each(Object.entries(makers))('a robot of %s', (name, { robot, channel }) => {
  let server: TestRobot;
  let transport: Transport;
  beforeEach(async () => {
    server = await robot();
    transport = channel(server.url);
  });
  afterEach(() => server.stop());

  it('posts the text as it is', async () => {
    expect(await transport.send(outgoing)).toEqual({ outcome: 'sent' });
    expect(server.posts().map(({ text }) => text)).toEqual([outgoing.text]);
  });

  it('calls everybody where it is to, and only for what is urgent', async () => {
    const calling = channel(server.url, true);
    await calling.send(outgoing);
    await calling.send({ ...outgoing, kind: 'digest' });
    await transport.send(outgoing);
    const calls = server
      .posts()
      .map(({ body }) => /@all|"isAtAll":true|<at user_id=\\"all\\">/.test(JSON.stringify(body)));
    expect(calls).toEqual([true, false, false]);
  });

  it('rests as long as its provider blocks when messages came too fast', async () => {
    const answers = [];
    const { most } = { WECOM: { most: 20 }, DINGTALK: { most: 20 }, FEISHU: { most: 5 } }[name] ?? {
      most: 0,
    };
    for (let count = 0; count <= most; count += 1) answers.push(await transport.send(outgoing));
    const over = {
      WECOM: { code: 'WECOM_45009', afterSeconds: 60 },
      DINGTALK: { code: 'DINGTALK_130101', afterSeconds: 600 },
      FEISHU: { code: 'FEISHU_11232', afterSeconds: 60 },
    }[name];
    expect(answers).toEqual([
      ...Array.from({ length: most }, () => ({ outcome: 'sent' })),
      { outcome: 'down', ...over },
    ]);
    expect(server.posts()).toHaveLength(most);
  });

  it('is down, and not failed, while its key is wrong', async () => {
    const wrong = new URL(server.url.href.replace('that-nobody', 'of-a-robot-that-is-gone'));
    const code = { WECOM: 'WECOM_93000', DINGTALK: 'DINGTALK_300005', FEISHU: 'FEISHU_19001' }[name];
    expect(await channel(wrong).send(outgoing)).toEqual({ outcome: 'down', code });
  });

  it('gives up a message that is not taken, however often it is sent', async () => {
    const code = { WECOM: 'WECOM_44004', DINGTALK: 'DINGTALK_40035', FEISHU: 'FEISHU_19002' }[name];
    expect(await transport.send({ ...outgoing, text: '' })).toEqual({ outcome: 'refused', code });
  });

  it('is down where nobody answers, or nothing that can be read', async () => {
    const nobody = channel(new URL(`http://127.0.0.1:${await freePort()}/`));
    expect(await nobody.send(outgoing)).toEqual({ outcome: 'down', code: `${name}_UNREACHABLE` });
    server.answerNext({ body: '<html>' });
    expect(await transport.send(outgoing)).toEqual({ outcome: 'down', code: `${name}_UNREADABLE` });
    server.answerNext({ status: 502 });
    expect(await transport.send(outgoing)).toEqual({ outcome: 'down', code: `${name}_HTTP_502` });
    server.answerNext({ status: 429, headers: { 'retry-after': '7' } });
    expect(await transport.send(outgoing)).toEqual({
      outcome: 'down',
      code: `${name}_HTTP_429`,
      afterSeconds: 7,
    });
  });

  it('R5.13 says nothing of its address or secret in an answer', async () => {
    server.answerNext({
      body: JSON.stringify({ errcode: 'key=a-key-that-nobody-may-see', code: server.url.href }),
    });
    const answer = JSON.stringify(await transport.send(outgoing));
    expect(answer).not.toMatch(/nobody-may-see|127\.0\.0\.1|SEC/);
  });
});

describe('a signature', () => {
  it.each([
    ['DINGTALK', 'DINGTALK_310000'],
    ['FEISHU', 'FEISHU_19021'],
  ] as const)(
    'of %s with another secret is not taken, and the robot is down until it is mended',
    async (name, code) => {
      const { robot, channel } = makers[name];
      const server = await robot();
      const wrong = channel(server.url, false, 'another');
      expect(await wrong.send(outgoing)).toEqual({ outcome: 'down', code });
      expect(server.posts()).toEqual([]);
      await server.stop();
    },
  );
});

it('the block of DingTalk lasts its time, and what comes after is taken', async () => {
  const robot = await dingtalkRobot({ secret, rates: [{ most: 1, inMs: 100 }], blockMs: 300 });
  const transport = makers.DINGTALK.channel(robot.url);
  const outcomes = async () => (await transport.send(outgoing)).outcome;
  expect([await outcomes(), await outcomes()]).toEqual(['sent', 'down']);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await outcomes()).toBe('down');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await outcomes()).toBe('sent');
  await robot.stop();
});
