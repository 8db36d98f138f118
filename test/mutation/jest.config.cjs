/** The domain's own specs. The model's and the walks' are proofs of the whole: they would be run for every mutant. */
const { projects } = require('../../jest.config.cjs');

const unit = projects.find(({ displayName }) => displayName === 'unit');

module.exports = {
  ...unit,
  testMatch: [`<rootDir>/${process.env['MUTATION_SPECS']}/**/*.spec.ts`],
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, 'campaign\\.model\\.spec\\.ts$'],
  setupFiles: ['<rootDir>/test/mutation/few-runs.cjs'],
};
