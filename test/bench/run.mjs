// npm run bench: plain Node, for nothing may be installed or built yet. `--json`, `--seconds N`, `--quick`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { checkNode, prepare } from '../../apps/local/prepare.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const hook = path.join(project, 'test', 'harness', 'register.cjs');
const main = path.join(project, 'test', 'bench', 'bench.main.ts');

// Standard output is the figures': what preparing says goes to standard error.
process.stdout.write = process.stderr.write.bind(process.stderr);
checkNode();
await prepare(project);
const stdio = ['ignore', 'inherit', 'inherit'];
const child = spawn(process.execPath, ['-r', hook, main, ...process.argv.slice(2)], { cwd: project, stdio });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('close', (code) => (process.exitCode = code ?? 1));
