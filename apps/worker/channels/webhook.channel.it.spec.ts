import { webhookReceiver, type TestRobot } from '../../../test/harness/robots';
import { outgoing } from './channel.examples';
import { createPostJson } from './post-json';
import { createWebhookChannel, signatureOf } from './webhook.channel';

const post = createPostJson({ loopback: true, privateHosts: [] });
const key = Buffer.alloc(32, 5);
const secret = `whsec_${key.toString('base64')}`;

describe('a webhook', () => {
  let server: TestRobot;
  beforeEach(async () => {
    server = await webhookReceiver({ secret });
  });
  afterEach(() => server.stop());
  const send = (more: object = {}) =>
    createWebhookChannel({ url: server.url, key, post, ...more }).send(outgoing);

  it('R5.13 is signed as its receiver checks it, and carries titles, links and codes', async () => {
    expect(await send()).toEqual({ outcome: 'sent' });
    const [taken] = server.posts();
    expect(taken?.headers['webhook-id']).toBe(outgoing.id);
    expect(taken?.body).toEqual({
      type: 'reminders.due',
      timestamp: outgoing.at,
      data: {
        kind: 'atOnce',
        title: outgoing.subject,
        reminders: [
          {
            ...{ title: outgoing.subject, url: 'https://example.test/t/abc' },
            ...{ campaign: 'PDH-2026-B01', problem: 'PDH-2026-B01-007' },
            ...{ kind: 'claimCompletion', rung: 'T', dueOn: '2026-07-03' },
          },
        ],
      },
    });
  });

  it('R5.13 is signed as in the published example of Standard Webhooks', () => {
    const example = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const [id, at, body] = ['msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', '{"test": 2432232314}'] as const;
    expect(signatureOf(example, id, at, body)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('with another secret is tried again, for somebody may mend it', async () => {
    expect(await send({ key: Buffer.alloc(32, 6) })).toEqual({ outcome: 'later', code: 'WEBHOOK_HTTP_401' });
    expect(server.posts()).toEqual([]);
  });

  it.each([
    [{ status: 500 }, { outcome: 'later', code: 'WEBHOOK_HTTP_500' }],
    [{ status: 410 }, { outcome: 'refused', code: 'WEBHOOK_HTTP_410' }],
    [
      { status: 503, headers: { 'retry-after': '90' } },
      { outcome: 'down', code: 'WEBHOOK_HTTP_503', afterSeconds: 90 },
    ],
    [{ status: 429 }, { outcome: 'down', code: 'WEBHOOK_HTTP_429' }],
  ])('answered %j', async (answer, expected) => {
    server.answerNext(answer);
    expect(await send()).toEqual(expected);
  });

  it('follows nobody elsewhere', async () => {
    const elsewhere = await webhookReceiver({ secret });
    server.answerNext({ status: 307, headers: { location: elsewhere.url.href } });
    expect(await send()).toEqual({ outcome: 'later', code: 'WEBHOOK_HTTP_307' });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });
});
