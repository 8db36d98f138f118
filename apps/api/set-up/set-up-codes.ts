import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { digest } from '../accounts/secrets';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';

/** Without what is mistaken for something else on a console. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** One-time codes: each process that starts on an empty directory prints one; the first that is used ends them all. */
@Injectable()
export class SetUpCodes {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async make(): Promise<string> {
    const code = `${group()}-${group()}`;
    await rowsOf(this.pool, 'make_set_up_code', MAKE, [digest(code)]);
    return code;
  }

  async isValid(code: string): Promise<boolean> {
    const text = `SELECT FROM set_up_code WHERE code_hash = $1 AND made_at > now() - ${LIFE}`;
    return (await rowsOf(this.pool, 'is_set_up_code', text, [digest(code.trim().toUpperCase())])).length > 0;
  }

  async end(): Promise<void> {
    await rowsOf(this.pool, 'end_set_up_codes', 'DELETE FROM set_up_code');
  }
}

const LIFE = `interval '7 days'`;
const MAKE = `WITH old AS (DELETE FROM set_up_code WHERE made_at <= now() - ${LIFE})
  INSERT INTO set_up_code (code_hash) VALUES ($1)`;
