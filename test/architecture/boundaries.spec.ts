import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const run = promisify(execFile);

/** What dependency-cruiser says of the folders of a tree: `<rule>: <file>` for each violation. */
const violations = async (tree: string): Promise<string[]> => {
  const args = [
    cruiser,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'libs',
    'apps',
    'workflows',
  ];
  const { stdout } = await run(process.execPath, args, { cwd: tree, maxBuffer: 256 * 1024 * 1024 });
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))].sort();
};

/** Each workspace with an entry that others import, and packages that are looked for in node_modules. */
const sound: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['domain', 'contracts', 'event-store', 'read-models', 'application', 'i18n'].map((lib) => [
      `libs/${lib}/index.ts`,
      'export interface Thing { readonly id: string }\nexport const thing = 1;\n',
    ]),
  ),
  ...Object.fromEntries(
    ['pg', 'zod', 'canonicalize'].map((name) => [`node_modules/${name}/index.js`, 'module.exports = {};\n']),
  ),
  'libs/domain/hash.ts': "import canonicalize from 'canonicalize';\nexport const hash = canonicalize;\n",
  'libs/domain/hash.spec.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'libs/contracts/schema.ts': "import { thing } from '@rectify/domain';\nexport const schema = thing;\n",
  'apps/api/api.main.ts': "import { thing } from '@rectify/application';\nexport const api = thing;\n",
  'workflows/campaign.workflow.ts':
    "import type { Thing } from '@rectify/domain';\nexport const flow = (thing: Thing) => thing;\n",
};

const planted: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  'libs/domain/upwards.ts': [
    'domain-imports-only-its-row',
    "import { thing } from '@rectify/application';\nexport const x = thing;\n",
  ],
  'libs/domain/disk.ts': [
    'domain-uses-pure-packages-only',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
  ],
  'libs/domain/schema.ts': [
    'domain-uses-pure-packages-only',
    "import zod from 'zod';\nexport const x = zod;\n",
  ],
  'libs/domain/first.ts': ['no-cycles', "import { y } from './second';\nexport const x = () => y;\n"],
  'libs/read-models/writer.ts': [
    'read-models-imports-only-its-row',
    "import { thing } from '@rectify/application';\nexport const x = thing;\n",
  ],
  'apps/worker/schemas.ts': [
    'worker-imports-only-its-row',
    "import { thing } from '@rectify/contracts';\nexport const x = thing;\n",
  ],
  'apps/web/rows.ts': [
    'web-imports-only-its-row',
    "import { thing } from '@rectify/read-models';\nexport const x = thing;\n",
  ],
  'apps/local/inside.ts': [
    'local-imports-only-its-row',
    "import { api } from '../api/api.main';\nexport const x = api;\n",
  ],
  'apps/api/admin/rows.controller.ts': [
    'admin-reaches-no-content',
    "import { thing } from '@rectify/read-models';\nexport const x = thing;\n",
  ],
  'apps/api/admin/roundabout.module.ts': [
    'admin-reaches-no-content',
    "import { y } from '../people/names';\nexport const x = y;\n",
  ],
  'workflows/decides.workflow.ts': [
    'workflows-take-types-of-the-domain-only',
    "import { thing } from '@rectify/domain';\nexport const x = thing;\n",
  ],
  'workflows/queries.workflow.ts': [
    'workflows-reach-nothing-impure',
    "import pg from 'pg';\nexport const x = pg;\n",
  ],
  'workflows/roundabout.workflow.ts': [
    'workflows-reach-nothing-impure',
    "import { y } from './helper';\nexport const x = y;\n",
  ],
};
const beside: Readonly<Record<string, string>> = {
  'libs/domain/second.ts': "import { x } from './first';\nexport const y = () => x;\n",
  'apps/api/people/names.ts': 'export const y = 1;\n',
  'workflows/helper.ts': "import pg from 'pg';\nexport const y = pg;\n",
};

const treeOf = (files: Readonly<Record<string, string>>): string => {
  const tree = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.cruise.json'])
    cpSync(path.join(root, name), path.join(tree, name));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  return tree;
};

describe('the import table of docs/architecture.md', () => {
  const trees: string[] = [];
  const tree = (files: Readonly<Record<string, string>>): string => {
    const made = treeOf(files);
    trees.push(made);
    return made;
  };
  afterAll(() => trees.forEach((made) => rmSync(made, { recursive: true, force: true })));

  it('RR5.1 holds in this repository', async () => {
    expect(await violations(root)).toEqual([]);
  }, 180_000);

  it('lets the imports of the table through', async () => {
    expect(await violations(tree(sound))).toEqual([]);
  }, 60_000);

  it('RR5.1 is broken by every planted violation', async () => {
    const texts = Object.fromEntries(Object.entries(planted).map(([file, [, text]]) => [file, text]));
    const found = await violations(tree({ ...sound, ...beside, ...texts }));
    for (const [file, [rule]] of Object.entries(planted)) expect(found).toContain(`${rule}: ${file}`);
  }, 60_000);
});
