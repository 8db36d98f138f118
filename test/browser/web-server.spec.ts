import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { freePort } from '../../apps/local/ports';
import { answers, startProcess, type Running } from '../../apps/local/processes';
import { register, tempFolder } from '../harness/run-folder';
import { eventually } from '../harness/wait';

const web = path.resolve(__dirname, '..', '..', 'apps', 'web');
const page = readFileSync(path.join(web, 'dist', 'index.html'), 'utf8');
const scripts = [...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');

/** Runs into the page's own markup, and is longer than is shown. */
const HELP_CONTACT = `党建办 "内线8012" <b>&${'八'.repeat(100)}`;

const HELP = `name="help" content="${[...HELP_CONTACT]
  .slice(0, 100)
  .join('')
  .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;

interface Web {
  readonly url: string;
  readonly running: Running;
  readonly output: readonly string[];
}

const startWeb = async (apiUrl: string, folder = web): Promise<Web> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const output: string[] = [];
  const running = await startProcess({
    name: 'web',
    command: process.execPath,
    args: [path.join(folder, 'server', 'web.main.mjs')],
    env: { PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', API_URL: apiUrl, HELP_CONTACT },
    ready: () => answers(url),
    onLine: (line) => void output.push(line),
  });
  register(running.pid);
  return { url, running, output };
};

describe('the server of the pages', () => {
  let api: http.Server;
  let url: string;
  let running: Running;

  beforeAll(async () => {
    api = http.createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
        const { method, url: asked, headers } = request;
        response.end(JSON.stringify({ method, asked, headers, body: Buffer.concat(parts).toString() }));
      });
    });
    await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
    ({ url, running } = await startWeb(`http://127.0.0.1:${(api.address() as AddressInfo).port}`));
  });

  afterAll(async () => {
    await running?.stop();
    api?.close();
  });

  it('says in the page whom one asks, as text and no longer than is shown', async () => {
    const body = await (await fetch(url)).text();
    expect(body).toContain(HELP);
    expect(body).not.toContain('<b>');
  });

  it('answers every address of the application with its page, never kept, framed by nobody', async () => {
    const nonces = new Set<string>();
    for (const address of ['/', '/index.html', '/todo', '/c/PDH-2026-B01', '/t/abc?x=1']) {
      const response = await fetch(`${url}${address}`);
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /style-src 'self' 'nonce-([A-Za-z0-9+/=]+)'/.exec(policy) ?? [];
      nonces.add(nonce);
      expect({ address, status: response.status, body: await response.text() }).toEqual({
        address,
        status: 200,
        body: page.replaceAll('__CSP_NONCE__', nonce).replace('name="help" content=""', HELP),
      });
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    // Each answer signs with another: one that was seen once opens nothing.
    expect(nonces.size).toBe(5);
    expect(page).toContain('__CSP_NONCE__');
  });

  it('lets the browser run no style of its own either where files are answered', async () => {
    const policy = (await fetch(`${url}${scripts[0]}`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|nonce/);
    const head = await fetch(`${url}/todo`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('answers built files for ever and compressed, and a missing one as missing', async () => {
    const response = await fetch(`${url}${scripts[0]}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await fetch(`${url}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${url}/../package.json`)).status).not.toBe(500);
    expect((await fetch(`${url}/todo`, { method: 'POST' })).status).toBe(405);
  });

  it('answers an address that is none as a wrong request, and goes on', async () => {
    const { port } = new URL(url);
    const status = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        http
          .get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          })
          .once('error', reject);
      });
    for (const wrong of ['//', '///', '//[', '//a:b'])
      expect([wrong, await status(wrong)]).toEqual([wrong, 400]);
    expect(await status('/%')).toBe(200);
    expect(await status('/todo')).toBe(200);
  });

  it('passes the api through as one origin: method, path, body, headers and cookies', async () => {
    const response = await fetch(`${url}/api/campaigns?limit=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k-12345678', 'x-rectify': '1' },
      body: '{"a":1}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const told = (await response.json()) as {
      method: string;
      asked: string;
      body: string;
      headers: Record<string, string>;
    };
    expect(told).toMatchObject({ method: 'POST', asked: '/api/campaigns?limit=1', body: '{"a":1}' });
    expect(told.headers).toMatchObject({
      host: new URL(url).host,
      'x-rectify': '1',
      'idempotency-key': 'k-12345678',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
  });

  it('says in both languages that the api is away, that it may be tried again, and where its own log has it', async () => {
    const lonely = await startWeb(`http://127.0.0.1:${await freePort()}`);
    const response = await fetch(`${lonely.url}/api/me`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const told = (await response.json()) as { readonly instance: string };
    expect(told.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    const line = await eventually(() => lonely.output.find((each) => each.includes(told.instance)), {
      what: 'the line of the log',
    });
    expect(JSON.parse(line)).toMatchObject({ level: 'warn', code: 'ECONNREFUSED', instance: told.instance });
    expect(told).toMatchObject({
      code: 'UNAVAILABLE',
      status: 503,
      texts: { zh: expect.stringContaining('连不上'), en: expect.stringContaining('cannot be reached') },
    });
    expect((await fetch(`${lonely.url}/todo`)).status).toBe(200);
    await lonely.running.stop();
  });

  it('goes on when a build in place takes files away under it: what is gone is missing, the rest is there', async () => {
    const folder = tempFolder('web');
    for (const part of ['server', 'dist'])
      cpSync(path.join(web, part), path.join(folder, part), { recursive: true });
    symlinkSync(path.resolve(web, '..', '..', 'node_modules'), path.join(folder, 'node_modules'));
    const other = await startWeb(`http://127.0.0.1:${await freePort()}`, folder);
    const [gone = '', half = ''] = scripts;
    const ask = (name: string) =>
      fetch(`${other.url}${name}`, { headers: { 'accept-encoding': 'br' } }).then(
        async (answer) => [answer.status, (await answer.text()) !== ''],
        () => 'cut off',
      );
    expect(await ask(gone)).toEqual([200, true]);
    for (const ending of ['', '.gz', '.br']) rmSync(path.join(folder, 'dist', `${gone}${ending}`));
    expect(await ask(gone)).toEqual([404, true]);
    // The build is in the middle: the file is there again, what was packed of it is not.
    rmSync(path.join(folder, 'dist', `${half}.br`));
    expect(await ask(half)).toBe('cut off');
    rmSync(path.join(folder, 'dist'), { recursive: true });
    expect(await ask(half)).toEqual([404, true]);
    expect(await ask('/todo')).toEqual([200, true]);
    await other.running.stop();
  });
});
