/** ESM-only packages that swc must turn into CommonJS for jest. */
const esmOnly = [
  '@nestjs',
  'jose',
  'openid-client',
  'oidc-provider',
  'oauth4webapi',
  'uuid',
  'temporal-polyfill',
  'temporal-utils',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  'load-esm',
  '@borewit',
  'immer',
].join('|');

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly})/)`],
  moduleNameMapper: {
    '^@rectify/(domain|contracts|event-store|read-models|application|i18n|testing)$':
      '<rootDir>/libs/$1/index.ts',
    '^@rectify/workflows$': '<rootDir>/workflows/index.ts',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/(libs|apps)/[^/]+/dist',
    '<rootDir>/workflows/dist',
    '<rootDir>/.cache',
    '<rootDir>/.data',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const withPostgres = {
  globalSetup: '<rootDir>/test/harness/global-setup.ts',
  globalTeardown: '<rootDir>/test/harness/global-teardown.ts',
};

const project = (displayName, testMatch, more = {}) => ({ ...base, displayName, testMatch, ...more });

module.exports = {
  testTimeout: 60_000,
  projects: [
    project(
      'unit',
      ['<rootDir>/{libs,apps,workflows,test/architecture,test/simulation,test/scope}/**/*.spec.ts'],
      {
        testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.pg\\.spec\\.ts$', '\\.it\\.spec\\.ts$'],
      },
    ),
    project(
      'integration',
      [
        '<rootDir>/{libs,apps,workflows,test/scope}/**/*.{pg,it}.spec.ts',
        '<rootDir>/test/{replay,docker,api}/**/*.spec.ts',
      ],
      withPostgres,
    ),
    project('fuzzing', ['<rootDir>/test/fuzzing/**/*.spec.ts'], withPostgres),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], withPostgres),
    project('faults', ['<rootDir>/test/faults/**/*.spec.ts'], withPostgres),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts'], withPostgres),
  ],
};
