// npm run test:record -- [--runs 200] [--bundles 200]: every kind of tampering at so many random places, and so many bundles as they are.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tamperedRounds, validRounds } from './rounds';
import { tamperings } from './tampering';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, bundles: { type: 'string', default: '200' } },
});
const BASES = 8;
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

const main = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-record-'));
  try {
    const bundles = Number(values.bundles);
    const valid = await validRounds(folder, bundles);
    process.stdout.write(
      `${bundles} valid bundles, ${valid.types.size} types of events, ${valid.shredded} reports whose key is destroyed: ${valid.faults.length} wrong alarms (seeds passed over: ${valid.passedOver.join(', ') || 'none'})\n`,
    );
    const runs = Number(values.runs);
    const kinds = Object.keys(tamperings);
    const faults = await tamperedRounds(folder, upTo(BASES), runs);
    process.stdout.write(
      `${kinds.length} kinds × ${runs} places: ${faults.length} not found, or elsewhere\n`,
    );
    for (const fault of [...valid.faults, ...faults]) process.stdout.write(`${fault}\n`);
    process.exitCode = valid.faults.length + faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

void main();
