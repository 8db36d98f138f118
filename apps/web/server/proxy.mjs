import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { pipeline } from 'node:stream';

/** Headers that belong to one connection only (RFC 9110 §7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Longer than any answer of the api takes, the clock's walk included. */
const ANSWER_MS = 120_000;

/**
 * Streams a request to the api and its answer back, as one origin for the browser. The body's length is bounded by the
 * api; here nothing is kept in memory.
 * @param {URL} target
 * @param {(event: { code: string, instance: string }) => void} onFault
 */
export const proxyTo = (target, onFault) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  return (request, response) => {
    const outgoing = http.request({
      agent,
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: request.url,
      headers: forwarded(request),
      timeout: ANSWER_MS,
    });
    outgoing.on('response', (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, without(incoming.headers));
      pipeline(incoming, response, () => undefined);
    });
    outgoing.on('timeout', () =>
      outgoing.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
    );
    outgoing.on('error', (error) => {
      const code = 'code' in error ? String(error.code) : 'UNKNOWN';
      if (response.destroyed) return;
      const instance = `urn:uuid:${randomUUID()}`;
      onFault({ code, instance });
      if (response.headersSent) response.destroy();
      else away(response, code, instance);
    });
    response.on('close', () => outgoing.destroy());
    pipeline(request, outgoing, () => undefined);
  };
};

const without = (headers) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));

/** Host stays the browser's: the api compares it with Origin. */
const forwarded = (request) => {
  const before = request.headers['x-forwarded-for'];
  const address = request.socket.remoteAddress ?? '';
  return {
    ...without(request.headers),
    'x-forwarded-for': before ? `${before}, ${address}` : address,
    'x-forwarded-host': request.headers['x-forwarded-host'] ?? request.headers.host ?? '',
    'x-forwarded-proto': request.headers['x-forwarded-proto'] ?? 'http',
  };
};

const TEXTS = {
  zh: '数据服务暂时连不上，这次没有记入。请稍后再试，已填内容还在。',
  en: 'The data service cannot be reached; nothing was recorded. Try again later; what you typed is kept.',
};

/** Nobody listens: try again soon. Anything else went wrong on the way. Both say that it may be repeated by its key, and under which number the log has it. */
const away = (response, code, instance) => {
  const status = code === 'ECONNREFUSED' ? 503 : 502;
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: 'The service cannot be reached',
      status,
      code: 'UNAVAILABLE',
      detail: TEXTS.zh,
      texts: TEXTS,
      instance,
    }),
  );
};
