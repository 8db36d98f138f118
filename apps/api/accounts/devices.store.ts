import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { digest } from './secrets';

/**
 * Browsers in which somebody signed in before. Their guesses are counted apart, so that whoever slows down an account
 * from elsewhere does not keep its owner out (security.md §3, 31).
 */
@Injectable()
export class DevicesStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async isKnown(device: string, account: string): Promise<boolean> {
    return (await rowsOf(this.pool, 'known_device', KNOWN, [digest(device), account])).length > 0;
  }

  async remember(device: string, personId: PersonId): Promise<void> {
    const values = [digest(device), personId, LIMITS.device.perPerson - 1];
    await rowsOf(this.pool, 'remember_device', REMEMBER, values);
  }
}

const KNOWN = `SELECT FROM known_device d JOIN account a USING (person_id)
  WHERE d.device_hash = $1 AND a.account = $2
    AND d.seen_at > now() - make_interval(secs => ${LIMITS.device.seconds})`;

const REMEMBER = `WITH old AS (DELETE FROM known_device WHERE person_id = $2 AND device_hash <> $1 AND device_hash NOT IN (
      SELECT device_hash FROM known_device WHERE person_id = $2 AND device_hash <> $1 ORDER BY seen_at DESC LIMIT $3))
  INSERT INTO known_device (device_hash, person_id) VALUES ($1, $2)
  ON CONFLICT (device_hash) DO UPDATE SET person_id = excluded.person_id, seen_at = now()`;
