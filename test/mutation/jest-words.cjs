// The domain's specs, written for jest, run by mocha in one process that loads them once: a mutant is then switched on
// without loading anything again, which makes it some hundred times cheaper. What the specs use of jest comes from
// jest's own packages; only describe, it and the hooks are mocha's.
const { bind } = require('jest-each');
const { expect } = require('expect');
const { ModuleMocker } = require('jest-mock');

const withEach = (of) => Object.assign((title, body) => of(title, body), of, { each: bind(of, false) });

/** One of mocha's interfaces – the words that a spec finds about it – with jest's words added. */
exports.jestWords = (words) => (suite) => {
  words(suite);
  suite.on('pre-require', (context) => {
    const it = withEach(context.it);
    Object.assign(context, { describe: withEach(context.describe), it, test: it });
    Object.assign(context, { beforeAll: context.before, afterAll: context.after });
    Object.assign(context, { expect, jest: new ModuleMocker(globalThis) });
  });
};
