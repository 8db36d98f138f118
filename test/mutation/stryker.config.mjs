/** What `run.mjs` does not set: how mutants of the domain are tested, and where the report goes. */
export default {
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  // Only what the domain's specs need is copied for a run.
  ignorePatterns: [
    '**',
    '!libs',
    '!libs/**',
    '!test',
    '!test/mutation',
    '!test/mutation/**',
    '!jest.config.cjs',
    '!package.json',
    'dist',
    'node_modules',
  ],
  tempDirName: '.cache/mutation',
  cleanTempDir: 'always',
  // A mutant in what is reckoned while a module loads cannot be switched on and off; it would cost a process each.
  ignoreStatic: true,
  // The specs of the whole domain, once, on a slow machine.
  dryRunTimeoutMinutes: 60,
  timeoutMS: 20_000,
  timeoutFactor: 4,
  allowEmpty: true,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test/artifacts/mutation/report.json' },
};
