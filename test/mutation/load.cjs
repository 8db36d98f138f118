// How node loads the specs and the domain: compiled as jest compiles them, names resolved as jest resolves them.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');
const fc = require('fast-check');
const { interfaces } = require('mocha');
const { projects } = require('../../jest.config.cjs');
const { jestWords } = require('./jest-words.cjs');

const [{ moduleNameMapper, transform }] = projects;
const [[, options]] = Object.values(transform);
const WORDS = path.join(__dirname, 'words-at-hand.cjs');
const CACHES = path.join(__dirname, 'forgetful.cjs');

const ours = Object.entries(moduleNameMapper).map(([pattern, target]) => [
  new RegExp(pattern),
  target.replace('<rootDir>', path.resolve(__dirname, '../..')),
]);
const target = (request) => {
  if (request === '@jest/globals') return WORDS;
  const found = ours.find(([pattern]) => pattern.test(request));
  return found ? request.replace(...found) : request;
};
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve(target(request), ...rest);

/** What the kernel remembers of one mutant's answers must not be served to the next. */
const remembers = /libs\/domain\/(kernel\/|calendar\/unit-calendar)(?!.*spec)/;
const preamble = `const { Map, WeakMap } = require(${JSON.stringify(CACHES)});`;

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(remembers.test(filename) ? `${preamble}${code}` : code, filename);
};

interfaces.bdd = jestWords(interfaces.bdd);

// The same cases for every mutant, and the same titles, by which a mutant's specs are found again.
fc.configureGlobal({
  seed: 20_260_401,
  numRuns: Number(process.env.PROPERTY_RUNS ?? 30),
  // That it fails is enough to know.
  endOnFailure: true,
});
globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = 60_000;

/** What a spec reckons while it loads is no reason to load everything anew for a mutant that its cases reach, too. */
function reachedByCases() {
  const coverage = globalThis.__stryker__?.mutantCoverage;
  if (!coverage) return;
  for (const reached of Object.values(coverage.perTest))
    for (const mutant of Object.keys(reached)) delete coverage.static[mutant];
}

exports.mochaHooks = { beforeEach: () => require(CACHES).forget(), afterAll: reachedByCases };
