import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LookupAddress, lookup } from 'node:dns';
import { createPostJson, type Reach } from './post-json';

const here: Reach = { loopback: true, privateHosts: [] };
const earnest: Reach = { loopback: false, privateHosts: [] };
const refused = { ok: false, code: 'ADDRESS_REFUSED' };

/** A name server that answers as a spec says, and counts how often it was asked. */
const naming = (...answers: readonly (readonly string[])[]) => {
  let asked = 0;
  const resolver = ((_host: string, _options: object, done: (error: null, all: LookupAddress[]) => void) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as typeof lookup;
  return { resolver, asked: () => asked };
};

describe('an address from the configuration', () => {
  let server: Server;
  let port: number;
  let hits: number;
  let respond: (answer: ServerResponse) => void;
  beforeEach(async () => {
    hits = 0;
    respond = (response) => response.end('{}');
    server = createServer((request, response) => {
      hits += 1;
      request.resume();
      respond(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const to = (host: string, scheme = 'https') => new URL(`${scheme}://${host}:${port}/`);

  it.each([
    ...['127.0.0.1', '10.0.0.1', '0x7f.1', '2130706433', '169.254.169.254', '100.100.100.200', '[::1]'],
    ...['[::ffff:127.0.0.1]', '[::ffff:a9fe:a9fe]', '[fe80::1]', '[fd00:ec2::254]'],
  ])('%s is not reached by its number', async (host) => {
    expect(await createPostJson(earnest)(to(host), '{}')).toEqual(refused);
    expect(hits).toBe(0);
  });

  it.each([[['127.0.0.1']], [['::1']], [['8.8.8.8', '192.168.1.1']], [['::ffff:10.0.0.1']], [[]]])(
    'a name that is at %j is not reached',
    async (addresses) => {
      const { resolver } = naming(addresses);
      expect(await createPostJson(earnest, resolver)(to('hooks.example.test'), '{}')).toEqual(refused);
      expect(hits).toBe(0);
    },
  );

  it('is resolved once: what was checked is what is connected to', async () => {
    const { resolver, asked } = naming(['192.0.2.1'], ['127.0.0.1']);
    expect(await createPostJson(earnest, resolver)(to('rebinding.example.test'), '{}')).toEqual(refused);
    expect(asked()).toBe(1);
  });

  it('in a private network is reached where its name is allowed, and only by https', async () => {
    const reach = { loopback: false, privateHosts: ['gateway.example.test'] };
    const { resolver } = naming(['127.0.0.1']);
    const post = createPostJson(reach, resolver);
    // The server speaks no TLS: it was reached, and that is all that is asked here.
    expect(await post(to('gateway.example.test'), '{}')).toEqual({ ok: false, code: 'UNREACHABLE' });
    expect(await post(to('other.example.test'), '{}')).toEqual(refused);
    expect(await post(to('gateway.example.test', 'http'), '{}')).toEqual(refused);
  });

  it('by plain http is reached on this machine only, and never in earnest', async () => {
    expect(await createPostJson(here)(to('127.0.0.1', 'http'), '{}')).toMatchObject({
      ok: true,
      status: 200,
    });
    expect(await createPostJson(here)(to('localhost', 'http'), '{}')).toMatchObject({ ok: true });
    expect(await createPostJson(here)(to('example.test', 'http'), '{}')).toEqual(refused);
    expect(await createPostJson(earnest)(to('127.0.0.1', 'http'), '{}')).toEqual(refused);
    expect(await createPostJson(here)(new URL('file:///etc/passwd'), '{}')).toEqual(refused);
    expect(hits).toBe(2);
  });

  it('that answers without end is read to a bound', async () => {
    respond = (response) => {
      const chunk = Buffer.alloc(16_384, 32);
      const pour = (): void => {
        if (!response.destroyed) response.write(chunk, pour);
      };
      pour();
    };
    expect(await createPostJson(here)(to('127.0.0.1', 'http'), '{}')).toEqual({
      ok: false,
      code: 'TOO_LARGE',
    });
  });

  it('that does not answer is given up', async () => {
    respond = () => undefined;
    expect(await createPostJson(here)(to('127.0.0.1', 'http'), '{}')).toEqual({ ok: false, code: 'TIMEOUT' });
  });

  it.each([
    ['7', 7],
    ['999999', 3_600],
    ['soon', null],
  ])('asks for a pause of %s', async (header, retryAfterSeconds) => {
    respond = (response) => response.writeHead(429, { 'retry-after': header }).end();
    expect(await createPostJson(here)(to('127.0.0.1', 'http'), '{}')).toMatchObject({
      status: 429,
      retryAfterSeconds,
    });
  });
});
