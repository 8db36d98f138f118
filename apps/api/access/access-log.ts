import { Inject, Injectable } from '@nestjs/common';
import { recordAccess, StoreError, type Reading } from '@rectify/event-store';
import type { Pool } from 'pg';
import { Log } from '../infrastructure/log';
import { POOL } from '../infrastructure/infrastructure.module';
import { together } from '../infrastructure/together';

/**
 * Who read what of the confidential. An answer waits until its reading is durable; readings that come meanwhile are
 * recorded together, one statement at a time, so commands keep their connections. What cannot be recorded is not shown.
 */
@Injectable()
export class AccessLog {
  private readonly record: (readings: readonly Reading[]) => Promise<void>;

  constructor(
    private readonly log: Log,
    @Inject(POOL) pool: Pool,
  ) {
    this.record = together<readonly Reading[], void>(async (asks) => {
      await recordAccess(pool, asks.flat());
      return asks.map(() => undefined);
    });
  }

  /** Nothing to note is nothing to wait for. Throws STORE_UNAVAILABLE, whatever the reason. */
  async note(readings: readonly Reading[]): Promise<void> {
    if (readings.length === 0) return;
    try {
      await this.record(readings);
    } catch (error) {
      this.log.bug('a reading could not be recorded, and was refused', error);
      throw new StoreError('STORE_UNAVAILABLE', 'a reading could not be recorded', { cause: error });
    }
  }
}
