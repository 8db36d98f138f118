// npm run test:browser:all: every screen in every look, where `npm test` takes one of each kind. Needs `npm run build` and a Chromium.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const jest = path.join(project, 'node_modules', 'jest', 'bin', 'jest.js');
const args = [jest, '--selectProjects', 'browser', '--runInBand', ...process.argv.slice(2)];
const env = { ...process.env, BROWSER_ALL: '1' };
spawn(process.execPath, args, { cwd: project, env, stdio: 'inherit' }).once(
  'close',
  (code) => (process.exitCode = code ?? 1),
);
