import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { catalogue } from '@rectify/contracts';
import { startApi, type Api } from './harness/api';

type Node = Record<string, unknown>;

/** Routes as the router has them, in the document's way of writing. HEAD comes with every GET. */
const routesOf = (printed: string): string[] => {
  const stack: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const match = /^([\s│]*)[├└]── (\S*)(?: \((.+)\))?$/.exec(line);
    if (!match) return [];
    const depth = (match[1] as string).length / 4;
    stack[depth] = match[2] as string;
    const route = stack
      .slice(0, depth + 1)
      .join('')
      .replace(/:(\w+)/g, '{$1}');
    const methods = (match[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return methods.map((method) => `${method} ${route}`);
  });
};

const walk = (value: unknown, at: string, visit: (node: Node, at: string) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Node, at);
  for (const [key, child] of Object.entries(value)) walk(child, `${at}/${key}`, visit);
};

/** What is no JSON. */
const TYPES: Readonly<Record<string, string>> = {
  'GET /metrics': 'text/plain',
  'GET /api/events': 'text/event-stream',
};

describe('the OpenAPI document', () => {
  let api: Api;
  let document: Node & {
    paths: Record<string, Record<string, Node>>;
    components: { schemas: Node; responses: Node };
  };

  beforeAll(async () => {
    api = await startApi();
    document = (await api.ask('/api/openapi.json')).body;
  });
  afterAll(() => api?.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([route, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${route}`,
        operation,
      })),
    );

  it('has every route of the router, and no other', () => {
    const fastify = api.app.getHttpAdapter().getInstance() as unknown as {
      printRoutes: (how: object) => string;
    };
    const routed = routesOf(fastify.printRoutes({ commonPrefix: false }));
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(routed.sort());
    expect(routed.length).toBeGreaterThan(50);
  });

  it('has every command of the catalogue under its own path, with its own schema and its two headers', () => {
    const plural = {
      campaign: 'campaigns',
      directory: 'directories',
      template: 'templates',
      calendar: 'calendars',
    };
    for (const { aggregate, name } of catalogue) {
      const operation = document.paths[`/api/${plural[aggregate]}/{id}/commands/${name}`]?.['post'] as Node;
      const headers = (operation['parameters'] as Node[]).map(
        (each) => `${String(each['name'])}:${String(each['required'])}`,
      );
      expect(headers.sort()).toEqual(['Idempotency-Key:true', 'If-Match:false', 'id:true']);
      const schema = (operation['requestBody'] as { content: Record<string, { schema: Node }> }).content[
        'application/json'
      ]?.schema;
      for (const shape of (schema as { anyOf?: readonly Node[] }).anyOf ?? [schema])
        expect(shape).toMatchObject({ type: 'object', additionalProperties: false });
      expect(Object.keys(operation['responses'] as Node)).toEqual(
        expect.arrayContaining(['200', '400', '401', '403', '404', '409', '412', '413', '422', '429', '503']),
      );
    }
  });

  it('RR6.6 leaves no schema open and no reference dangling, and calls each operation by a name of its own', () => {
    const { schemas, responses } = document.components;
    const known = new Set([
      ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
      ...Object.keys(responses).map((name) => `#/components/responses/${name}`),
    ]);
    const isThere = (ref: string): boolean => known.has(ref);
    const empty: string[] = [];
    const dangling: string[] = [];
    walk(document, '', (node, at) => {
      if (Object.keys(node).length === 0 && /schema|items|properties|content/i.test(at)) empty.push(at);
      const ref = node['$ref'];
      if (typeof ref === 'string' && !isThere(ref)) dangling.push(at);
    });
    expect({ empty, dangling }).toEqual({ empty: [], dangling: [] });
    const ids = operations().map(({ operation }) => operation['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('documents an answer of every operation, and errors as problem+json', () => {
    for (const { name, operation } of operations()) {
      for (const [status, response] of Object.entries(operation['responses'] as Record<string, Node>)) {
        const shared = document.components.responses[
          String(response['$ref']).split('/').at(-1) ?? ''
        ] as Node;
        const types = Object.keys(((shared ?? response)['content'] ?? {}) as Node);
        const expected = ['204', '304'].includes(status)
          ? []
          : Number(status) >= 400 && `${name} ${status}` !== 'GET /api/ready 503'
            ? ['application/problem+json']
            : [TYPES[name] ?? 'application/json'];
        expect([name, status, types]).toEqual([name, status, expected]);
      }
    }
  });

  it('gives a typed client', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-openapi-'));
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const cli = path.resolve('node_modules/openapi-typescript/bin/cli.js');
    const schema = execFileSync(process.execPath, [cli, file], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(schema).toContain('"/api/campaigns/{id}/commands/pass-review"');
    expect(schema).toContain('export interface operations');
  });
});
