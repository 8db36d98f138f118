import type { Pool } from 'pg';
import { assertProfile, canonicalBytes } from '../canonical';
import { onConnection } from '../pool';

/** Field classes whose reading is recorded (docs/record.md): confidential by name, and by content until triage. */
export type ReadClass = 'F2' | 'F3';

/** One answer that held something confidential: who, what, where it was shown. Ids and names of our own, never content. */
export interface Reading {
  /** The object: its stream. */
  readonly stream: string;
  /** A person's id; `operator` for who has the server in hand. */
  readonly reader: string;
  readonly class: ReadClass;
  readonly surface: string;
  /** The day whose state was asked for. */
  readonly asOf?: string;
  /** Which problems, where it was only some. */
  readonly problems?: readonly string[];
}

/** Durable when this resolves, in the order given; all or none. Throws where it cannot be recorded: then it is not to be shown. */
export const recordAccess = (pool: Pool, readings: readonly Reading[]): Promise<void> =>
  onConnection(pool, async (client) => {
    const reads = readings.map(({ stream: _, ...read }) => {
      assertProfile(read, 'reading');
      return canonicalBytes(read);
    });
    const streams = readings.map(({ stream }) => stream);
    await client.query({
      name: 'record_access',
      text: 'SELECT record_access($1, $2)',
      values: [streams, reads],
    });
  });
