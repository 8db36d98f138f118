// npm run bench:against -- <commit> [--rounds 3] [--seconds 10] [--quick]: the bench of another commit and of this tree by
// turns, in one run, so that a machine whose speed swings swings for both. Fails where this tree's commands are fewer than
// 0.8 of the other's a second or its p99 is over 1.25 of the other's; the medians of the rounds are compared.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const project = fileURLToPath(new URL('../..', import.meta.url));
const [LEAST_COMMANDS, MOST_P99, MOST_ROUNDS] = [0.8, 1.25, 20];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, seconds: { type: 'string' }, quick: { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? 3);
if (positionals.length !== 1 || !Number.isInteger(rounds) || rounds < 1 || rounds > MOST_ROUNDS) {
  process.stderr.write(
    `npm run bench:against -- <commit> [--rounds 1 to ${MOST_ROUNDS}] [--seconds N] [--quick]\n`,
  );
  process.exit(2);
}

const git = (...args) => execFileSync('git', args, { cwd: project, encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--verify', `${positionals[0]}^{commit}`);
const other = path.join(project, '.cache', 'bench-against', commit.slice(0, 12));
if (!existsSync(other)) git('worktree', 'add', '--detach', other, commit);

const given = [
  ...(values.seconds ? ['--seconds', values.seconds] : []),
  ...(values.quick ? ['--quick'] : []),
];

/** One run of the bench in a tree; its figures. A missed aim of its own is no failure here. */
const figuresOf = (tree) =>
  new Promise((resolve, reject) => {
    const bench = path.join(tree, 'test', 'bench', 'run.mjs');
    const stdio = ['ignore', 'pipe', 'inherit'];
    const child = spawn(process.execPath, [bench, '--json', ...given], { cwd: tree, stdio });
    let out = '';
    child.stdout.on('data', (part) => (out += part));
    child.once('error', reject);
    child.once('close', () => {
      const line = out.trim().split('\n').at(-1) ?? '';
      if (line.startsWith('{')) resolve(JSON.parse(line));
      else reject(new Error(`the bench in ${tree} gave no figures`));
    });
  });

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const [was, is] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  was.push(await figuresOf(other));
  is.push(await figuresOf(project));
}
const ofAll = (figures, name) => median(figures.map((each) => each[name]));
const compared = (name) => ({
  was: ofAll(was, name),
  is: ofAll(is, name),
  ratio: ofAll(is, name) / ofAll(was, name),
});
const [commands, p99] = [compared('commandsPerSecond'), compared('p99Ms')];
const rows = { commit, rounds, commandsPerSecond: commands, p99Ms: p99, each: { was, is } };
process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
const musts = [
  [
    `commands a second ≥ ${LEAST_COMMANDS} × (${commands.ratio.toFixed(2)})`,
    commands.ratio >= LEAST_COMMANDS,
  ],
  [`p99 ≤ ${MOST_P99} × (${p99.ratio.toFixed(2)})`, p99.ratio <= MOST_P99],
];
for (const [what, isMet] of musts) process.stderr.write(`must ${what}: ${isMet ? 'met' : 'NOT MET'}\n`);
process.exitCode = musts.every(([, isMet]) => isMet) ? 0 : 1;
