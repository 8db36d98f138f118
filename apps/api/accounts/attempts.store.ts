import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { digest } from './secrets';

/** How many may fail before each further one has to wait, 1 s at first and twice as long each time, up to 15 minutes. */
export interface Patience {
  readonly free: number;
  readonly forgetAfterSeconds: number;
}
export const ofAccount: Patience = { free: 4, forgetAfterSeconds: 24 * 60 * 60 };
export const ofAddress: Patience = { free: 30, forgetAfterSeconds: 15 * 60 };

/**
 * Guesses are slowed down, never locked out (security.md §3, 31). An attempt is counted before it is looked at, so that
 * a thousand at once count a thousand; what turns out right is taken back.
 */
@Injectable()
export class AttemptsStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** 0: go on; else the seconds to wait, and nothing was counted. */
  async begin(subject: string, { free, forgetAfterSeconds }: Patience): Promise<number> {
    // Most of a flood is turned away by a reading, which writes nothing and waits for nobody.
    const wait = await this.left(subject, free);
    if (wait > 0) return wait;
    const values = [digest(subject), free, forgetAfterSeconds];
    if ((await rowsOf(this.pool, 'begin_attempt', BEGIN, values)).length > 0) return 0;
    return Math.max(1, await this.left(subject, free));
  }

  /** Seconds still to wait; 0 or less: none. */
  private async left(subject: string, free: number): Promise<number> {
    const values = [digest(subject), free];
    const [left] = await rowsOf<{ seconds: number }>(this.pool, 'attempt_delay', LEFT, values);
    return left?.seconds ?? 0;
  }

  /** It was right: an account starts afresh, an address is only given this one back. */
  async succeeded(account: string, address: string): Promise<void> {
    await rowsOf(this.pool, 'attempt_succeeded', SUCCEEDED, [digest(account), digest(address)]);
  }
}

const DELAY = 'CASE WHEN a.failures < $2 THEN 0 ELSE least(900, 2 ^ least(a.failures - $2, 10)) END';
// Read by the clock that goes on: of two at the same moment the later may have begun first, and `now()`, its beginning,
// would be behind what the other wrote.
const LEFT_OF_IT = `a.last_at + make_interval(secs => ${DELAY}) - clock_timestamp()`;

const BEGIN = `INSERT INTO sign_in_attempt AS a (subject, failures, last_at) VALUES ($1, 1, now())
  ON CONFLICT (subject) DO UPDATE SET last_at = now(),
    failures = CASE WHEN a.last_at < now() - make_interval(secs => $3) THEN 1 ELSE a.failures + 1 END
  WHERE ${LEFT_OF_IT} <= interval '0' RETURNING subject`;

const LEFT = `SELECT ceil(extract(epoch FROM ${LEFT_OF_IT}))::int AS seconds
  FROM sign_in_attempt a WHERE a.subject = $1`;

/** What is long forgotten goes with it, so that names tried at random do not pile up. */
const SUCCEEDED = `WITH fresh AS (DELETE FROM sign_in_attempt WHERE subject = $1 OR last_at < now() - interval '1 day')
  UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject = $2 AND failures > 0`;
