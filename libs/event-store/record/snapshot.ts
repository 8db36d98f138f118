import type { Pool, PoolClient } from 'pg';
import { onConnection } from '../pool';
import { RECORD_READER } from '../roles';
import type { BundleScope, ChainedLine, ChainSource, Head } from './bundle';
import type { BundleSource } from './write-bundle';

/** Rows read at once: an event is at most 64 KiB and its envelope. */
const BATCH = 200;
const LONGEST = '1h';

/** A table of chains, and where the ends of its chains are kept. */
interface Chains {
  readonly table: 'events' | 'access_log';
  readonly heads: 'heads' | 'access_heads';
}

const headsAfter = async (
  client: PoolClient,
  { heads }: Chains,
  after: string,
  streams: readonly string[] | null,
): Promise<readonly Head[]> => {
  const text = `SELECT stream, version, encode(hash, 'hex') AS hash FROM ${heads}
    WHERE stream > $1 AND ($2::text[] IS NULL OR stream = ANY ($2)) ORDER BY stream LIMIT $3`;
  return (await client.query<Head>(text, [after, streams, BATCH])).rows;
};

async function* linesOf(client: PoolClient, { table }: Chains, stream: string): AsyncGenerator<ChainedLine> {
  const text = `SELECT version, bytes, encode(hash, 'hex') AS hash FROM ${table}
    WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3`;
  for (let after = 0, size = BATCH; size === BATCH;) {
    const { rows } = await client.query<ChainedLine & { version: number }>(text, [stream, after, BATCH]);
    yield* rows;
    size = rows.length;
    after = rows.at(-1)?.version ?? after;
  }
}

async function* chainsOf(client: PoolClient, chains: Chains, streams: readonly string[] | null): ChainSource {
  for (let after = '', size = BATCH; size === BATCH;) {
    const heads = await headsAfter(client, chains, after, streams);
    for (const head of heads) yield { head, lines: linesOf(client, chains, head.stream) };
    size = heads.length;
    after = heads.at(-1)?.stream ?? after;
  }
}

/** The streams that a campaign was decided on: its own, the directory, the calendar and the template it names. */
const streamsOf = async (
  client: PoolClient,
  { campaign }: BundleScope,
): Promise<readonly string[] | null> => {
  if (campaign === null) return null;
  const text = `SELECT body #>> '{data,plan,template,slug}' AS slug FROM events WHERE stream = $1 AND version = 1`;
  const { rows } = await client.query<{ slug: string }>(text, [campaign]);
  if (!rows[0]) throw new Error(`there is no ${campaign}`);
  return [campaign, 'directory/main', 'calendar/cn', `template/${rows[0].slug}`];
};

/** What a bundle may read, and nothing that opens what is sealed. Where the owner could not make the role, as whoever asks. */
const asReader = `DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${RECORD_READER}' AND pg_has_role(oid, 'SET')) THEN
    SET LOCAL ROLE ${RECORD_READER};
  END IF;
END $$`;

interface Installed {
  readonly install: string;
  readonly epoch: number;
  readonly mode: string;
  readonly at: string;
}

/** One snapshot of the record for as long as `work` lasts: commands go on, and none of them shows in it half. */
export const onSnapshot = <T>(
  pool: Pool,
  scope: BundleScope,
  work: (source: BundleSource) => Promise<T>,
): Promise<T> =>
  onConnection(pool, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      await client.query(`SET LOCAL transaction_timeout = '${LONGEST}'`);
      await client.query(`SET LOCAL idle_in_transaction_session_timeout = '${LONGEST}'`);
      await client.query(asReader);
      const { rows } = await client.query<Installed>(
        `SELECT id::text AS install, epoch, mode, iso(clock_timestamp()) AS at FROM install`,
      );
      if (!rows[0]) throw new Error('the database is not migrated');
      const { install, epoch, mode, at: madeAt } = rows[0];
      const streams = await streamsOf(client, scope);
      const read = streams && [scope.campaign ?? ''];
      return await work({
        from: { install, epoch, mode, madeAt, scope },
        events: chainsOf(client, { table: 'events', heads: 'heads' }, streams),
        access: chainsOf(client, { table: 'access_log', heads: 'access_heads' }, read),
      });
    } finally {
      await client.query('ROLLBACK').catch(() => undefined);
    }
  });
