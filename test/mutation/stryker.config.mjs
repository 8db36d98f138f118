/** What `run.mjs` does not set: how mutants of the domain are tested, and where the report goes. */
export default {
  testRunner: 'mocha',
  mochaOptions: {
    'no-config': true,
    'no-package': true,
    require: ['./test/mutation/load.cjs'],
    // A file that is named twice is loaded once, where it is named first.
    spec: [process.env.MUTATION_OWN, `${process.env.MUTATION_SPECS}/**/*.spec.ts`],
    // The model's and the walks' are proofs of the whole: they would be run for every mutant.
    ignore: ['**/campaign.model.spec.ts', '**/node_modules/**', '**/dist/**'],
  },
  coverageAnalysis: 'perTest',
  // Only what the domain's specs need is copied for a run.
  ignorePatterns: [
    '**',
    '!docs',
    '!docs/**',
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
  dryRunTimeoutMinutes: 30,
  timeoutMS: 20_000,
  timeoutFactor: 4,
  allowEmpty: true,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: process.env.MUTATION_REPORT },
};
