import { createPool, createPostgresStore } from '@rectify/event-store';
import { rebuildAll } from '@rectify/read-models';

/** Makes the rows of every campaign and of the calendar again from the log, while commands go on: `npm run rebuild`. */
const main = async (): Promise<void> => {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing');
  const pool = createPool(url, { max: 4, applicationName: 'rectify-rebuild', statementTimeoutMs: 60_000 });
  const began = performance.now();
  try {
    const { streams, events } = await rebuildAll(pool, createPostgresStore(pool), ({ streams: done }) => {
      if (done % 100 === 0) process.stdout.write(`${done} streams\n`);
    });
    const seconds = (performance.now() - began) / 1_000;
    process.stdout.write(
      `${streams} streams, ${events} events in ${seconds.toFixed(1)} s (${Math.round(events / seconds)} events/s)\n`,
    );
  } finally {
    await pool.end();
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
