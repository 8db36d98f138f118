// npm start: plain Node, since nothing is installed yet on a fresh machine. What is started is in local.main.ts.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import options from './options.cjs';
import { checkNode, prepare } from './prepare.mjs';
import progress from './progress.cjs';

const { say, step } = progress;
const project = fileURLToPath(new URL('../..', import.meta.url));

try {
  checkNode();
  const { help } = options.readOptions(process.argv.slice(2), project);
  if (!help) {
    await prepare(project);
    if (!process.env.TEMPORAL_ADDRESS) await obtainTemporal();
  }
  if (help) say(options.HELP);
  else await import('./dist/local.main.js');
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}

/** Downloads belong to the install step: once it has run, a start needs no network. */
async function obtainTemporal() {
  const {
    cacheFolder,
    findTemporal,
    obtainTemporal: obtain,
  } = await import('./dist/services/temporal-binary.js');
  const cache = cacheFolder(project);
  if (!(await findTemporal(cache))) await step('Getting the Temporal server', () => obtain(cache, say));
}
