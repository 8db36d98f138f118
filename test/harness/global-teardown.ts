import { endRun } from './run-folder';

/** Ends whatever the run has started and deletes its files, the shared PostgreSQL among them. */
export default async function tearDown(): Promise<void> {
  if (process.env['RECTIFY_TEST_RUN'] === String(process.pid)) await endRun(process.pid);
}
