import { randomUUID } from 'node:crypto';
import { startApi, type Api } from './harness/api';
import type { Schema, Schemas } from './harness/bounds';
import { OWN_PAGE } from './harness/browser';
import { cookieOf, setUpWorld } from './harness/organisation';
import { wrongShapesIn, type Wrong } from './harness/shapes';

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Body {
  readonly path: string;
  readonly wrongs: readonly Wrong[];
}

/** Read off the document: of every body that the API takes, whatever can be wrong in one place. */
describe('a body of the wrong shape', () => {
  let api: Api;
  let page: Record<string, string>;
  let bodies: readonly Body[];

  beforeAll(async () => {
    api = await startApi();
    await setUpWorld(api);
    page = { cookie: await cookieOf(api, 'member'), ...OWN_PAGE };
    const { paths, components } = (await api.ask('/api/openapi.json')).body;
    bodies = Object.entries(paths as Paths).flatMap(([path, { post }]) => {
      const schema = post?.requestBody?.content['application/json']?.schema;
      return schema ? [{ path, wrongs: wrongShapesIn(schema, components.schemas as Schemas) }] : [];
    });
  });
  afterAll(() => api?.stop());

  const isCommand = ({ path }: Body): boolean => path.includes('/commands/');

  it('is known of every command that takes anything', () => {
    expect(bodies.filter(isCommand).length).toBeGreaterThan(60);
    const others = bodies.filter(({ wrongs }) => wrongs.length === 0).map(({ path }) => path);
    // A year's file comes in two known shapes; its faults have a spec of their own (read-calendar-year.spec).
    expect(others.filter((path) => !path.endsWith('/import-calendar-year'))).toEqual([]);
  });

  it('is refused by the name of the field, and the log is as it was', async () => {
    const before = await api.logSize();
    const told: unknown[] = [];
    const wanted: unknown[] = [];
    for (const { path, wrongs } of bodies)
      for (const { what, field, body } of wrongs) {
        const answer = await api.ask(path.replace(/\{\w+\}/g, randomUUID()), {
          method: 'POST',
          body,
          headers: { ...page, 'idempotency-key': randomUUID() },
        });
        const fields = ((answer.body.errors ?? []) as readonly { readonly field: string }[]).map(
          (each) => each.field,
        );
        told.push([path, what, field, answer.status, answer.body.code, fields.includes(field)]);
        wanted.push([path, what, field, 400, 'VALIDATION', true]);
      }
    expect(told).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(600);
    expect(await api.logSize()).toBe(before);
  });
});
