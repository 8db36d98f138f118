import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { LIMITS } from '@rectify/contracts';
import { startApi, type Answer, type Api } from './harness/api';
import { OWN_PAGE } from './harness/browser';
import { boundsIn, unboundedIn, type Bound } from './harness/bounds';
import { cookieOf, setUpWorld } from './harness/organisation';

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Bounded extends Bound {
  readonly name: string;
  readonly send: (value: unknown) => Promise<Answer>;
}

/** An address has no room for what takes twelve bytes a character. */
const inAddress = (value: unknown): string =>
  encodeURIComponent(String(value).replace(/[^\x20-\x7e]/gu, 'x'));

const REASON = { string: 'tooLong', array: 'tooMany', integer: 'tooLarge' } as const;

/** Every number in the file of limits. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Object.values(value as object).flatMap(numbersIn);

/** Bounds are read off the document that the API shows, and the document off the file of limits. */
describe('bounds', () => {
  let api: Api;
  let token: string;
  let page: Record<string, string>;
  let operations: readonly (readonly [name: string, method: 'POST' | 'GET', path: string, Operation])[];
  let schemas: Readonly<Record<string, Schema>>;

  beforeAll(async () => {
    api = await startApi();
    // Somebody to whom nothing is anyhow refused before it is looked at, and who may do nothing.
    token = (await setUpWorld(api)).branch.member.token;
    page = { cookie: await cookieOf(api, 'member'), ...OWN_PAGE };
    const { paths, components } = (await api.ask('/api/openapi.json')).body;
    schemas = components.schemas;
    operations = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, operation]) =>
            [
              `${method.toUpperCase()} ${path}`,
              method.toUpperCase() as 'POST',
              path.replace(/\{\w+\}/g, randomUUID()),
              operation,
            ] as const,
        ),
    );
  });
  afterAll(() => api?.stop());

  const bodyOf = ({ requestBody }: Operation): Schema | undefined =>
    requestBody?.content['application/json']?.schema;
  const queriesOf = ({ parameters = [] }: Operation) => parameters.filter((each) => each.in === 'query');

  const bounded = (): readonly Bounded[] =>
    operations.flatMap(([name, method, path, operation]) => {
      const body = bodyOf(operation);
      const headers = { ...page, 'idempotency-key': randomUUID() };
      return [
        ...(body ? boundsIn(body, schemas) : []).map((bound) => ({
          ...bound,
          name,
          send: (value: unknown) => api.ask(path, { method, body: value, headers }),
        })),
        ...queriesOf(operation).flatMap(({ name: query, schema }) =>
          boundsIn(schema, schemas, query).map((bound) => ({
            ...bound,
            name,
            send: (value: unknown) => api.ask(`${path}?${query}=${inAddress(value)}`, { method, token }),
          })),
        ),
      ];
    });

  const faultsOf = ({ body }: Answer, { field }: Bound): readonly string[] =>
    ((body.errors ?? []) as { field: string; reason: string }[])
      .filter((each) => each.field === field)
      .map(({ reason }) => reason);

  it('stand on everything that comes in', () => {
    const open = operations.flatMap(([name, , , operation]) => [
      ...unboundedIn(bodyOf(operation) ?? { type: 'null' }, schemas, name),
      ...queriesOf(operation).flatMap(({ name: query, schema }) =>
        unboundedIn(schema, schemas, `${name}?${query}`),
      ),
    ]);
    expect(open).toEqual([]);
  });

  it('are numbers of the one file of limits', () => {
    const known = new Set(numbersIn(LIMITS));
    const others = bounded().filter(({ max, kind }) => kind !== 'integer' && !known.has(max));
    expect(others.map(({ name, field, max }) => [name, field, max])).toEqual([]);
  });

  it('hold at n, n + 1 and 100 n of every field: n is taken, more is refused by the name of the field', async () => {
    const before = await api.logSize();
    const all = bounded();
    expect(all.length).toBeGreaterThan(150);
    for (const bound of all) {
      const { name, field, max, kind, at, send } = bound;
      const reason = REASON[kind];
      const faults = async (size: number): Promise<Answer> => send(at(size));
      expect([name, field, faultsOf(await faults(max), bound)]).not.toEqual([name, field, [reason]]);
      const over = await faults(max + 1);
      expect([name, field, over.status, faultsOf(over, bound)]).toEqual([name, field, 400, [reason]]);
      const far = await faults(max * 100);
      const isRefused = [413, 414].includes(far.status) || faultsOf(far, bound).includes(reason);
      expect([name, field, far.status, isRefused]).toEqual([name, field, far.status, true]);
    }
    expect(await api.logSize()).toBe(before);
  });

  const { http } = LIMITS;
  const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
    api.ask(path, { method: 'POST', body, token, headers });
  const command = `/api/campaigns/${randomUUID()}/commands/answer-check-items`;
  const filled = (bytes: number): string => `{}${' '.repeat(bytes - 2)}`;
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const keys = (count: number): string =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 0])));
  const items = (count: number): string => JSON.stringify(Array.from({ length: count }, () => 0));
  const reasons = ({ body }: Answer): string[] =>
    ((body.errors ?? []) as { reason: string }[]).map(({ reason }) => reason);

  it.each([
    ['a body', http.bodyBytes, filled, '/api/totp/confirm'],
    ['the body of a command', http.commandBytes, filled, command],
  ] as const)('%s may have %i bytes', async (_, max, make, path) => {
    expect((await post(path, make(max))).status).not.toBe(413);
    for (const size of [max + 1, 100 * max]) {
      const { status, body } = await post(path, make(size));
      expect([size, status, body.code]).toEqual([size, 413, 'TOO_LARGE']);
    }
  });

  it.each([
    [http.jsonDepth, 'levels', deep, 'tooDeep'],
    [http.jsonKeys, 'keys of an object', keys, 'tooMany'],
    [http.jsonItems, 'items of a list', items, 'tooMany'],
  ] as const)('a body may have %i %s', async (max, _, make, reason) => {
    expect(reasons(await post(command, make(max)))).not.toContain(reason);
    for (const size of [max + 1, 100 * max]) {
      const answer = await post('/api/totp/confirm', make(size));
      expect([size, answer.status === 413 || reasons(answer).includes(reason)]).toEqual([size, true]);
    }
  });

  it(`an address may have ${http.urlBytes} bytes, and a part of its path ${http.pathPart}`, async () => {
    const url = (bytes: number): string => `/api/me?${'x'.repeat(bytes - 8)}`;
    expect((await api.ask(url(http.urlBytes), { token })).status).toBe(200);
    for (const bytes of [http.urlBytes + 1, 100 * http.urlBytes])
      expect((await api.ask(url(bytes), { token })).body.code).toBe('URL_TOO_LONG');
    const part = async (length: number) =>
      (await api.ask(`/api/obligations/${'x'.repeat(length)}`, { token })).body.code;
    expect([await part(http.pathPart), await part(http.pathPart + 1)]).toEqual(['NOT_FOUND', 'URL_TOO_LONG']);
    expect((await api.ask('/api/obligations/%zz', { token })).body.code).toBe('NOT_FOUND');
  });

  it('an Idempotency-Key is as long as it may be, and no longer', async () => {
    const { min, max } = LIMITS.idempotencyKey;
    const body = JSON.stringify({ answers: [{ item: 'B1-1', answer: 'noProblem' }] });
    const code = async (length: number) =>
      (await post(command, body, { 'idempotency-key': 'k'.repeat(length) })).body.field ?? null;
    expect([await code(min), await code(max)]).toEqual([null, null]);
    for (const length of [min - 1, max + 1, 100 * max]) expect(await code(length)).toBe('Idempotency-Key');
  });

  it.each([
    ['a string', String.raw`{"definition":{"basis":"a\u0000"}}`, 'definition.basis'],
    ['half a character', String.raw`{"definition":{"basis":"a\ud800"}}`, 'definition.basis'],
    [
      'a key',
      String.raw`{"definition":{"handlingLimits":{"a\u0000":"stageEnd"}}}`,
      'definition.handlingLimits',
    ],
  ])('what no log keeps is refused in %s by its name', async (...row) => {
    const [, body, field] = row;
    const answer = await post('/api/templates/x/commands/publish-template', body);
    expect([answer.status, answer.body.field, reasons(answer)]).toEqual([400, field, ['notAccepted']]);
  });

  it('what is packed is not unpacked', async () => {
    const { status, body } = await post(command, '{}', { 'content-encoding': 'gzip' });
    expect([status, body.code, body.field]).toEqual([415, 'NOT_JSON', 'Content-Encoding']);
  });

  describe('on the wire', () => {
    let port: number;
    beforeAll(async () => {
      await api.app.listen(0, '127.0.0.1');
      port = (api.app.getHttpServer().address() as AddressInfo).port;
    });

    /** What a server says to these bytes until it hangs up. */
    const told = (bytes: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
        let answer = '';
        socket.setEncoding('utf8').on('data', (part) => (answer += part));
        socket.on('close', () => resolve(answer)).on('error', reject);
      });
    const problemIn = (answer: string) =>
      JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as { code: string };
    const asked = (header: string): string =>
      `GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: ${header}\r\n\r\n`;

    it(`headers may have ${http.headerBytes} bytes in all`, async () => {
      const room = http.headerBytes - asked('').length - 64;
      expect(await told(asked('h'.repeat(room)))).toContain('HTTP/1.1 200');
      for (const size of [http.headerBytes + 1, 100 * http.headerBytes]) {
        const answer = await told(asked('h'.repeat(size))).catch((error: { code: string }) => error.code);
        // What is far too long is cut off while it is still being sent.
        if (answer === 'ECONNRESET' || answer === 'EPIPE') continue;
        expect([size, answer.split('\r\n')[0], problemIn(answer).code]).toEqual([
          size,
          'HTTP/1.1 431 Request Header Fields Too Large',
          'HEADERS_TOO_LARGE',
        ]);
      }
    });

    it('what is no HTTP is told so, and the line is closed', async () => {
      const answer = await told('SPEAK friend\r\n\r\n');
      expect([answer.split('\r\n')[0], problemIn(answer).code]).toEqual([
        'HTTP/1.1 400 Bad Request',
        'VALIDATION',
      ]);
    });

    it(`headers that take more than ${LIMITS.timeouts.headersSeconds} seconds are not waited for`, async () => {
      const answer = await told('GET /api/health HTTP/1.1\r\nHost: x\r\n');
      expect([answer.split('\r\n')[0], problemIn(answer).code]).toEqual([
        'HTTP/1.1 408 Request Timeout',
        'REQUEST_TIMEOUT',
      ]);
    });

    it('a whole request has its time, and the database its own', async () => {
      const server = api.app.getHttpServer() as { requestTimeout: number; headersTimeout: number };
      expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 30_000]);
      const { rows } = await api.infrastructure.pool
        .query(`SELECT current_setting('statement_timeout') AS statement,
        current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`);
      expect(rows).toEqual([{ statement: '5s', lock: '2s', idle: '10s' }]);
      expect(api.infrastructure.pool.options.connectionTimeoutMillis).toBe(2_000);
    });
  });
});
