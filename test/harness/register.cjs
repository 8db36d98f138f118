'use strict';
// `node -r ./test/harness/register.cjs file.ts` runs TypeScript of the tests without a build, compiled as jest compiles
// it. Packages of this workspace are those that were built (`@rectify/*` → `dist`).
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');
const { projects } = require('../../jest.config.cjs');

const [[, options]] = Object.values(projects[0].transform);

Module._extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const sourceFileName = path.relative(process.cwd(), filename);
  module._compile(
    transformSync(source, { ...options, filename, sourceFileName, sourceMaps: 'inline' }).code,
    filename,
  );
};
