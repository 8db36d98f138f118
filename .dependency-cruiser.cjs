/** The import table of docs/architecture.md, as rules. `npm run boundaries` proves it; test/architecture plants violations. */
const libs = [
  'domain',
  'contracts',
  'event-store',
  'read-models',
  'application',
  'i18n',
  'testing',
  'documents',
];
const at = {
  ...Object.fromEntries(libs.map((name) => [name, `^libs/${name}/`])),
  workflows: '^workflows/',
  api: '^apps/api/',
  worker: '^apps/worker/',
  web: '^apps/web/',
  local: '^apps/local/',
};
const ours = '^(libs|apps|workflows)/';

/** Who may import whom; anything of ours that is not named here is refused. */
const table = {
  domain: [],
  contracts: ['domain'],
  i18n: [],
  workflows: ['domain'],
  'event-store': ['domain'],
  'read-models': ['domain', 'contracts', 'event-store'],
  application: ['domain', 'contracts', 'event-store', 'read-models'],
  documents: ['domain', 'contracts', 'read-models'],
  api: ['application', 'domain', 'contracts', 'event-store', 'read-models', 'documents', 'i18n'],
  worker: ['application', 'domain', 'event-store', 'read-models', 'documents', 'i18n', 'workflows'],
  web: ['domain', 'contracts', 'i18n'],
  local: [],
};
const production = { pathNot: '\\.spec\\.tsx?$|/dist/' };

const rows = Object.entries(table).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-its-row`,
  severity: 'error',
  from: { path: at[folder], ...production },
  to: { path: ours, pathNot: [at[folder], ...allowed.map((name) => at[name])] },
}));

module.exports = {
  forbidden: [
    ...rows,
    {
      name: 'domain-uses-pure-packages-only',
      severity: 'error',
      from: { path: at.domain, ...production },
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-bundled',
          'npm-no-pkg',
          'npm-unknown',
          'core',
          'unknown',
          'undetermined',
        ],
        pathNot: 'node_modules/(canonicalize|@noble/hashes)/',
      },
    },
    {
      // Who keeps the installation running has no way to what is in it: neither to rows nor to the log nor to a pool.
      name: 'admin-reaches-no-content',
      severity: 'error',
      from: { path: '^apps/api/admin/.*\\.(module|controller)\\.ts$', ...production },
      to: {
        reachable: true,
        path: '^(node_modules/(pg|typeorm)/|libs/(event-store|read-models|application)/|apps/api/(access|accounts|campaigns|commands|infrastructure|notifications|obligations|people|templates)/)',
      },
    },
    {
      // An inspector runs it without us: nothing of the writer, nothing to install.
      name: 'verify-uses-node-alone',
      severity: 'error',
      from: { path: '^apps/verify/', ...production },
      to: { dependencyTypesNot: ['core'], pathNot: '^apps/verify/' },
    },
    {
      name: 'workflows-take-types-of-the-domain-only',
      severity: 'error',
      from: { path: at.workflows, ...production },
      to: { path: at.domain, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-reach-nothing-impure',
      severity: 'error',
      from: { path: '^workflows/.*\\.workflow\\.ts$' },
      to: {
        reachable: true,
        path: '^(node_modules/(pg|typeorm|@nestjs|zod|@temporalio/(client|worker))|libs/(event-store|read-models|application))',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: ours, ...production },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/node_modules/.*/node_modules/)' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
