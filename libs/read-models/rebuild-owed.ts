import { createPostgresStore } from '@rectify/event-store';
import type { Pool } from 'pg';
import { rebuildAll, type Rebuilt } from './rebuild';

/**
 * Raised where rows say something else while their tables keep their shape, such as whose an obligation is: what an earlier
 * program wrote would stand until its stream goes on, which the calendar's does once a year.
 */
const MEANING = 2;

/** Says in the same transaction that the tables were made empty; a crash before the rebuild's end leaves it said. */
export const rebuildOwed = /* sql */ `
-- What the rows mean: ${MEANING}.
CREATE TABLE IF NOT EXISTS projections (one boolean PRIMARY KEY DEFAULT true CHECK (one), built boolean NOT NULL);
INSERT INTO projections (built) VALUES (false) ON CONFLICT (one) DO UPDATE SET built = false;`;

/** Rebuilds where a migration made the tables anew; null where it did not. The pool is the owner's. */
export const rebuildWhereOwed = async (
  pool: Pool,
  onStream?: (done: Rebuilt) => void,
): Promise<Rebuilt | null> => {
  const { rows } = await pool.query<{ built: boolean }>('SELECT built FROM projections');
  if (rows[0]?.built !== false) return null;
  const done = await rebuildAll(pool, createPostgresStore(pool), onStream);
  await pool.query('UPDATE projections SET built = true');
  return done;
};
