import Ajv from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compose, composeText, ours, project } from './compose-file';

/** The schema names its dialect in a spelling that validators do not know. */
const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

const documented = readFileSync(path.join(project, 'docs', 'environment.md'), 'utf8');
const isDocumented = (name: string): boolean => documented.includes(`\`${name}\``);

test('compose.yaml is what the Compose Specification calls a compose file', () => {
  const schema = JSON.parse(
    readFileSync(path.join(__dirname, 'compose-spec', 'compose-spec.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile({ ...schema, $schema: DRAFT_07 });
  validate(compose());
  expect(validate.errors).toBeNull();
  validate({ services: { api: { command: 5 } } });
  expect(validate.errors).not.toBeNull();
});

test.each(ours())(
  '%s runs an entry point that the build makes, as the architecture lists it',
  (_, { command }) => {
    const [program, entry] = [command[0], command.at(-1)];
    expect(program).toBe('node');
    expect(existsSync(path.join(project, entry ?? ''))).toBe(true);
    expect(readFileSync(path.join(project, 'docs', 'architecture.md'), 'utf8')).toContain(`\`${entry}\``);
  },
);

test('every variable of our services and of the file is in docs/environment.md', () => {
  const set = ours().flatMap(([, { environment }]) => Object.keys(environment));
  const asked = [...composeText().matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
  expect([...new Set([...set, ...asked])].filter((name) => !isDocumented(name))).toEqual([]);
});

test('every variable that our sources read is in docs/environment.md', () => {
  const system = new Set(['PATH', 'HOME', 'NODE_ENV', 'TZ', 'CI']);
  const read = sources(project).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  expect([...new Set(read)].filter((name) => !system.has(name) && !isDocumented(name))).toEqual([]);
});

test('secrets have no default, and nothing but the pages is published', () => {
  expect(composeText()).not.toMatch(/PASSWORD:-/);
  const published = Object.entries(compose().services).filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name]) => name)).toEqual(['web']);
});

test('the image does not run as root and starts one of our entry points', () => {
  const stages = readFileSync(path.join(project, 'docker', 'Dockerfile'), 'utf8').split(/^FROM /m);
  const final = (stages.at(-1) ?? '').split('\n');
  expect(final).toContain('USER node');
  const entries = ours().map(([, { command }]) => command.at(-1));
  expect(entries.some((entry) => final.includes(`CMD ["node", "${entry}"]`))).toBe(true);
});

function sources(folder: string): string[] {
  return ['apps', 'libs', 'workflows', 'test'].flatMap((top) =>
    readdirSync(path.join(folder, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
      .map((name) => path.join(folder, top, name)),
  );
}
