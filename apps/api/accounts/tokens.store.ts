import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { Id, Instant, PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { TokenScope } from '../identity/principal';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import type { Owner } from './accounts.store';
import { digest, newSecret } from './secrets';

export interface Token {
  readonly id: Id;
  readonly name: string;
  readonly scope: TokenScope;
  readonly expiresAt: Instant;
}

/** Begins every token, so that one that was left lying about can be recognised. */
const PREFIX = 'rct_';

/** Bearer tokens of programs. Only hashes are kept. */
@Injectable()
export class TokensStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** Null where the person has as many as they may have. */
  async create(
    { personId, accountId }: Owner,
    name: string,
    scope: TokenScope,
    days: number,
  ): Promise<(Token & { token: string }) | null> {
    const token = `${PREFIX}${newSecret()}`;
    const values = [digest(token), uuidv7(), personId, name, days, LIMITS.token.perPerson, scope, accountId];
    const [made] = await rowsOf<Token>(this.pool, 'create_token', CREATE, values);
    return made ? { ...made, token } : null;
  }

  list(personId: PersonId): Promise<readonly Token[]> {
    return rowsOf<Token>(this.pool, 'list_tokens', LIST, [personId]);
  }

  async remove(personId: PersonId, id: Id): Promise<boolean> {
    const text = 'DELETE FROM access_token WHERE person_id = $1 AND id = $2 RETURNING id';
    return (await rowsOf(this.pool, 'remove_token', text, [personId, id])).length > 0;
  }
}

const COLUMNS = 'id, name, scope, iso(expires_at) AS "expiresAt"';

const LIVES = 'expires_at > now() AND epoch = epoch_of(person_id)';

const CREATE = `INSERT INTO access_token (token_hash, id, person_id, name, expires_at, scope, epoch, account_id)
  SELECT $1, $2, $3, $4, now() + make_interval(days => $5), $7, epoch_of($3), $8
  WHERE (SELECT count(*) FROM access_token WHERE person_id = $3 AND ${LIVES}) < $6
  RETURNING ${COLUMNS}`;

const LIST = `SELECT ${COLUMNS} FROM access_token WHERE person_id = $1 AND ${LIVES} ORDER BY id`;
