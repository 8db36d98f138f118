import { existsSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { SECURITY_HEADERS } from './headers.mjs';
import { isPage, pageFrom } from './page.mjs';
import { proxyTo } from './proxy.mjs';

/** The built pages and, under the same origin, the api. Environment: PORT, HOST, API_URL, HELP_CONTACT. */
const port = Number(process.env.PORT ?? 8080);
const host = process.env.HOST ?? '127.0.0.1';
const apiUrl = new URL(process.env.API_URL ?? 'http://127.0.0.1:3001');

const pages = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist');

const say = (entry) => process.stdout.write(`${JSON.stringify({ service: 'web', ...entry })}\n`);

/** Built files carry their content's hash in their names. */
const isImmutable = (url) => url.startsWith('/assets/');

const answerPage = pageFrom(path.join(pages, 'index.html'), process.env.HELP_CONTACT);

const serve = sirv(pages, {
  etag: true,
  gzip: true,
  brotli: true,
  setHeaders: (response, pathname) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader(
      'cache-control',
      isImmutable(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  },
});

const passOn = proxyTo(apiUrl, (event) =>
  say({ level: 'warn', message: 'the api cannot be reached', ...event }),
);

/** A missing built file is missing, not the application's page under its name. */
const notFound = (response) => {
  response.writeHead(404, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found');
};

/**
 * The files are those of the start. One that a build in place has taken away since is missing; what of it is missing in
 * the middle of an answer ends that answer, not the server.
 */
const answerFile = (request, response, pathname) => {
  if (!existsSync(path.join(pages, pathname))) return notFound(response);
  response.once('pipe', (file) => file.once('error', () => response.destroy()));
  return serve(request, response, () => notFound(response));
};

/** Whoever asks for `//` asks for no address at all. */
const pathOf = (url = '/') => (URL.canParse(url, 'http://web') ? new URL(url, 'http://web').pathname : null);

const refuse = (response, status, headers = {}) => {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers });
  response.end();
};

const server = http.createServer((request, response) => {
  const pathname = pathOf(request.url);
  if (pathname === null) return refuse(response, 400);
  if (pathname === '/api' || pathname.startsWith('/api/')) return passOn(request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, { allow: 'GET, HEAD' });
  if (isPage(pathname)) return answerPage(request, response);
  return answerFile(request, response, pathname);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}

server.listen(port, host, () => say({ level: 'info', message: 'listening', host, port }));
