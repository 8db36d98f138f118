import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './wait';

/** What a robot or webhook of a test was sent, and what it answered. */
export interface Taken {
  readonly at: number;
  readonly isTaken: boolean;
  readonly code: number;
  /** The message's text; of a webhook the whole body. */
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
}

export interface TestRobot {
  /** With its key; for the environment. */
  readonly url: URL;
  readonly requests: readonly Taken[];
  /** Those that the group has seen. */
  readonly posts: () => readonly Taken[];
  readonly waitForPosts: (count: number, timeoutMs?: number) => Promise<readonly Taken[]>;
  /** Answers this instead, once: a status, or `hang` for nothing at all. Called when the request is there. */
  readonly answerNext: (answer: Odd) => void;
  readonly stop: () => Promise<void>;
}

export interface Odd {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** It is taken, and nobody is told: what a kill of the sender leaves. */
  readonly hang?: boolean;
  readonly whenThere?: () => void;
}

/** A provider's rules; the units of time are a test's own. */
interface Rules {
  readonly kind: 'wecom' | 'dingtalk' | 'feishu' | 'webhook';
  readonly secret?: string;
  readonly rates?: readonly { readonly most: number; readonly inMs: number }[];
  /** After one too many nothing is taken for so long. */
  readonly blockMs?: number;
}

interface Answer {
  readonly status: number;
  readonly code: number;
  readonly body: string;
}

/** WeCom's group robot: 20 a minute, then 45009 until the minute is over. Answers 200 whatever it did. */
export const wecomRobot = (rules: Partial<Rules> = {}): Promise<TestRobot> =>
  start({ kind: 'wecom', rates: [{ most: 20, inMs: 60_000 }], ...rules });

/** DingTalk's robot with a signature: 20 a minute, and one more blocks it for ten minutes. */
export const dingtalkRobot = (rules: Partial<Rules> & { readonly secret: string }): Promise<TestRobot> =>
  start({ kind: 'dingtalk', rates: [{ most: 20, inMs: 60_000 }], blockMs: 600_000, ...rules });

/** Feishu's robot with a signature: 100 a minute and 5 a second. */
export const feishuRobot = (rules: Partial<Rules> & { readonly secret: string }): Promise<TestRobot> =>
  start({
    kind: 'feishu',
    rates: [
      { most: 100, inMs: 60_000 },
      { most: 5, inMs: 1_000 },
    ],
    ...rules,
  });

/** A receiver of Standard Webhooks; `secret` is `whsec_…`. */
export const webhookReceiver = (rules: Partial<Rules> & { readonly secret: string }): Promise<TestRobot> =>
  start({ kind: 'webhook', ...rules });

const start = async (rules: Rules): Promise<TestRobot> => {
  const requests: Taken[] = [];
  const odd: Odd[] = [];
  let blockedUntil = 0;

  /** Whether this one is within the rates; one too many begins the block. */
  const isTooFast = (at: number): boolean => {
    if (at < blockedUntil) return true;
    const taken = requests.filter(({ isTaken }) => isTaken);
    const isOver = (rules.rates ?? []).some(
      ({ most, inMs }) => taken.filter((one) => one.at > at - inMs).length >= most,
    );
    if (isOver) blockedUntil = at + (rules.blockMs ?? 0);
    return isOver;
  };

  const server = createServer((request, response) => {
    void read(request).then((raw) => {
      const at = Date.now();
      const unusual = odd.shift();
      const answer = ANSWERS[rules.kind](request, raw, rules, () => isTooFast(at));
      const body = parsed(raw);
      const isTaken = answer.code === 0 && (unusual === undefined || unusual.hang === true);
      const { headers } = request;
      requests.push({ at, isTaken, code: answer.code, text: textOf(body, raw), body, headers });
      unusual?.whenThere?.();
      if (unusual?.hang) return;
      reply(response, {
        status: unusual?.status ?? answer.status,
        body: unusual?.body ?? answer.body,
        headers: unusual?.headers ?? {},
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const posts = () => requests.filter(({ isTaken }) => isTaken);
  return {
    url: new URL(`http://127.0.0.1:${port}${PATHS[rules.kind]}`),
    requests,
    posts,
    waitForPosts: (count, timeoutMs = 15_000) =>
      eventually(() => posts().length >= count && posts(), { timeoutMs, what: `${count} posts` }),
    answerNext: (answer) => void odd.push(answer),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const KEY = 'a-key-that-nobody-may-see';
const PATHS = {
  wecom: `/cgi-bin/webhook/send?key=${KEY}`,
  dingtalk: `/robot/send?access_token=${KEY}`,
  feishu: `/open-apis/bot/v2/hook/${KEY}`,
  webhook: '/reminders',
} as const;

type Answering = (request: IncomingMessage, raw: string, rules: Rules, isTooFast: () => boolean) => Answer;

const errcode = (code: number, errmsg: string): Answer => ({
  status: 200,
  code,
  body: JSON.stringify({ errcode: code, errmsg }),
});
const feishuCode = (code: number, msg: string): Answer => ({
  status: 200,
  code,
  body: JSON.stringify({ code, msg, data: {} }),
});
const HOUR = 3_600_000;

const ANSWERS: Readonly<Record<Rules['kind'], Answering>> = {
  wecom: (request, raw, _rules, isTooFast) => {
    const { msgtype, text } = parsed(raw) as { msgtype?: string; text?: { content?: string } };
    if (queryOf(request).get('key') !== KEY) return errcode(93000, 'invalid webhook url');
    if (msgtype !== 'text') return errcode(40008, 'invalid message type');
    if (!text?.content) return errcode(44004, 'text content is empty');
    if (Buffer.byteLength(text.content) > 2_048) return errcode(40058, 'text.content exceed max length 2048');
    return isTooFast() ? errcode(45009, 'api freq out of limit') : errcode(0, 'ok');
  },
  dingtalk: (request, raw, { secret = '' }, isTooFast) => {
    const query = queryOf(request);
    const [at, sign] = [query.get('timestamp') ?? '', query.get('sign') ?? ''];
    const { text } = parsed(raw) as { text?: { content?: string } };
    if (query.get('access_token') !== KEY) return errcode(300005, 'token is not exist');
    const isFresh = Math.abs(Date.now() - Number(at)) < HOUR;
    if (!isFresh || !isSame(sign, createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64')))
      return errcode(310000, 'sign not match');
    if (isTooFast()) return errcode(130101, 'send too fast, exceed 20 times per minute');
    return text?.content ? errcode(0, 'ok') : errcode(40035, 'missing parameter text');
  },
  feishu: (request, raw, { secret = '' }, isTooFast) => {
    const body = parsed(raw) as { timestamp?: string; sign?: string; content?: { text?: string } };
    const { timestamp = '', sign = '' } = body;
    if (!request.url?.endsWith(KEY))
      return feishuCode(19001, 'param invalid: incoming webhook access token invalid');
    const isFresh = /^\d{10}$/.test(timestamp) && Math.abs(Date.now() - 1_000 * Number(timestamp)) < HOUR;
    if (!isFresh || !isSame(sign, createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')))
      return feishuCode(19021, 'sign match fail or timestamp is not within one hour from current time');
    if (isTooFast()) return feishuCode(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]');
    return body.content?.text ? feishuCode(0, 'success') : feishuCode(19002, 'params error, msg_type need');
  },
  webhook: ({ headers }, raw, { secret = '' }) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const [id, at] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    const expected = createHmac('sha256', key).update(`${id}.${at}.${raw}`).digest('base64');
    const isFresh = Math.abs(Date.now() / 1_000 - Number(at)) < 300;
    const given = String(headers['webhook-signature']).split(' ');
    const isSigned = isFresh && given.some((one) => isSame(one, `v1,${expected}`));
    return isSigned ? { status: 204, code: 0, body: '' } : { status: 401, code: 401, body: 'not signed' };
  },
};

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams => new URL(url, 'http://robot').searchParams;

const parsed = (raw: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(raw) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
};

const textOf = (body: Readonly<Record<string, unknown>>, raw: string): string => {
  const { text, content } = body as { text?: { content?: string }; content?: { text?: string } };
  return text?.content ?? content?.text ?? raw;
};

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const reply = (
  response: ServerResponse,
  { status, body, headers }: { status: number; body: string; headers: Readonly<Record<string, string>> },
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
};
