import { createPool } from '@rectify/event-store';
import { campaignByCode } from '@rectify/read-models';
import { readStory } from './story';
import { createCluster } from './temporal/cluster';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const STREAM = /^(campaign|delivery)\/[0-9a-z-]+$/;

/** A campaign by its code, as people know it. */
const idOfCode = async (code: string): Promise<string> => {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: it is needed to find a campaign by its code');
  const pool = createPool(url, { max: 1, applicationName: 'rectify-story' });
  try {
    const found = await campaignByCode(pool, code);
    if (!found) throw new Error(`no campaign has the code ${code}`);
    return found.campaign_id;
  } finally {
    await pool.end();
  }
};

/** `npm run story -- <campaign's id or code, or delivery/email>`: what its workflow has lived through, from the real history. */
const main = async (): Promise<void> => {
  const wanted = process.argv[2];
  const address = process.env['TEMPORAL_ADDRESS'];
  if (!wanted) throw new Error('Say which campaign: npm run story -- <id or code>');
  if (!address) throw new Error('TEMPORAL_ADDRESS is missing');
  const named = STREAM.test(wanted)
    ? wanted
    : `campaign/${UUID.test(wanted) ? wanted : await idOfCode(wanted)}`;
  const cluster = createCluster({ address, namespace: process.env['TEMPORAL_NAMESPACE'] || 'default' });
  try {
    for (const line of await readStory(cluster.client, named)) process.stdout.write(`${line}\n`);
  } finally {
    await cluster.close();
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
