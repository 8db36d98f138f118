import { ownPostgres } from './postgres';
import { clearDeadRuns } from './run-folder';

/** One PostgreSQL for all test files of a run; each takes databases of its own from it. */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_PG_URL']) return;
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  const server = await ownPostgres({ maxConnections: 200 });
  process.env['TEST_PG_URL'] = server.ownerUrl;
}
