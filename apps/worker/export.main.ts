import path from 'node:path';
import { createPool, onSnapshot, recordAccess, writeBundle, type BundleScope } from '@rectify/event-store';
import { campaignByCode } from '@rectify/read-models';
import type { Pool } from 'pg';
import { given } from './process/variables';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const USAGE = 'Say what: npm run export -- <campaign’s id or code | all> <new folder>';

const scopeOf = async (pool: Pool, wanted: string): Promise<BundleScope> => {
  if (wanted === 'all') return { campaign: null };
  const id = UUID.test(wanted) ? wanted : (await campaignByCode(pool, wanted))?.campaign_id;
  if (id === undefined) throw new Error(`no campaign has the code ${wanted}`);
  return { campaign: `campaign/${id}` };
};

/**
 * Carries the record out as a bundle that anybody can check: `npm run export`. That it was carried out is recorded first,
 * so the bundle holds its own line of the access log.
 */
const main = async ([wanted, folder]: readonly string[]): Promise<void> => {
  const url = given(process.env, 'DATABASE_URL');
  if (!url) throw new Error('DATABASE_URL is missing');
  if (!wanted || !folder) throw new Error(USAGE);
  const pool = createPool(url, {
    max: 2,
    purpose: 'reading',
    applicationName: 'rectify-export',
    statementTimeoutMs: 60_000,
  });
  try {
    const scope = await scopeOf(pool, wanted);
    const reading = { reader: 'operator', class: 'F3', surface: 'export' } as const;
    await recordAccess(pool, [{ stream: scope.campaign ?? 'record/all', ...reading }]);
    // What comes of it stands on the one output, how far it is on the other.
    const progress = (part: string, lines: number) => process.stderr.write(`${part}: ${lines} lines …\n`);
    const parts = await onSnapshot(pool, scope, (source) => writeBundle(folder, source, progress));
    const told = parts.map(({ name, lines, bytes }) => `${name}: ${lines} lines, ${bytes} bytes\n`);
    process.stdout.write(`${told.join('')}${path.resolve(folder)}\n`);
  } finally {
    await pool.end();
  }
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
