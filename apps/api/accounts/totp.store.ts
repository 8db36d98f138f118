import { Inject, Injectable } from '@nestjs/common';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { digest } from './secrets';

export interface Totp {
  readonly secret: Buffer;
  readonly on: boolean;
  readonly codes: number;
}

/** Second factors: sealed secrets, the last step that was used, and hashes of what opens without one. */
@Injectable()
export class TotpStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async of(personId: PersonId): Promise<Totp | undefined> {
    return (await rowsOf<Totp>(this.pool, 'totp', OF, [personId]))[0];
  }

  /** False where one is in force; one that was only begun is replaced. */
  async begin(personId: PersonId, sealed: Buffer): Promise<boolean> {
    return (await rowsOf(this.pool, 'begin_totp', BEGIN, [personId, sealed])).length > 0;
  }

  async confirm(personId: PersonId, step: number, codes: readonly string[]): Promise<boolean> {
    const values = [personId, step, codes.map((code) => ofCode(personId, code))];
    return (await rowsOf(this.pool, 'confirm_totp', CONFIRM, values)).length > 0;
  }

  /** False where this step, or a later one, was used. */
  async use(personId: PersonId, step: number): Promise<boolean> {
    return (await rowsOf(this.pool, 'use_totp', USE, [personId, step])).length > 0;
  }

  async useRecoveryCode(personId: PersonId, code: string): Promise<boolean> {
    const text = 'DELETE FROM recovery_code WHERE code_hash = $1 AND person_id = $2 RETURNING person_id';
    const values = [ofCode(personId, code), personId];
    return (await rowsOf(this.pool, 'use_recovery_code', text, values)).length > 0;
  }

  async end(personId: PersonId): Promise<void> {
    await rowsOf(this.pool, 'end_totp', 'DELETE FROM totp WHERE person_id = $1', [personId]);
  }
}

/** As it is typed: with or without dashes, large or small. */
const ofCode = (personId: PersonId, code: string): Buffer =>
  digest(`${personId}/${code.replace(/[\s-]/g, '').toLowerCase()}`);

const OF = `SELECT t.secret, t.confirmed_at IS NOT NULL AS on,
    (SELECT count(*)::int FROM recovery_code c WHERE c.person_id = t.person_id) AS codes
  FROM totp t WHERE t.person_id = $1`;

const BEGIN = `INSERT INTO totp (person_id, secret) VALUES ($1, $2)
  ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = 0 WHERE totp.confirmed_at IS NULL
  RETURNING person_id`;

const CONFIRM = `WITH made AS (UPDATE totp SET confirmed_at = now(), last_step = $2
      WHERE person_id = $1 AND confirmed_at IS NULL RETURNING person_id)
  INSERT INTO recovery_code (code_hash, person_id)
  SELECT hash, made.person_id FROM made, unnest($3::bytea[]) AS hash RETURNING person_id`;

const USE = `UPDATE totp SET last_step = $2
  WHERE person_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING person_id`;
