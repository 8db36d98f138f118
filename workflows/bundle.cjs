/** Bundles the workflows once, at build time, so that a worker neither needs webpack nor seconds to start. */
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const { bundleWorkflowCode } = require('@temporalio/worker');

const quiet = { trace() {}, debug() {}, info() {}, log() {}, warn: console.warn, error: console.error };

bundleWorkflowCode({ workflowsPath: path.join(__dirname, 'dist', 'workflows.js'), logger: quiet }).then(
  ({ code }) => writeFileSync(path.join(__dirname, 'dist', 'workflow-bundle.js'), code),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
