import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, type sessionList } from '@rectify/contracts';
import type { Id, PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import type { Owner } from './accounts.store';
import { digest } from './secrets';

type Session = z.infer<typeof sessionList>['items'][number];

/** The sessions of browsers: only hashes of what their cookies hold. */
@Injectable()
export class WebSessionsStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** Whoever gave the password just now counts as proven to be there. */
  async open(
    { personId, accountId }: Owner,
    session: string,
    device: string,
    isConfirmed: boolean,
  ): Promise<void> {
    const values = [digest(session), personId, LIMITS.session.perPerson - 1, device, isConfirmed, accountId];
    await rowsOf(this.pool, 'open_session', OPEN, values);
  }

  /** The session goes on under another id: what was seen of the old one is worth nothing. */
  async confirm(session: string, next: string): Promise<void> {
    const text = 'UPDATE web_session SET id_hash = $2, confirmed_at = now() WHERE id_hash = $1';
    await rowsOf(this.pool, 'confirm_session', text, [digest(session), digest(next)]);
  }

  /** Whose it is; null where it is over. */
  async ownerOf(session: string): Promise<Owner | null> {
    return (await rowsOf<Owner>(this.pool, 'session_owner', OWNER, [digest(session)]))[0] ?? null;
  }

  async close(session: string): Promise<void> {
    await rowsOf(this.pool, 'close_session', 'DELETE FROM web_session WHERE id_hash = $1', [digest(session)]);
  }

  list(personId: PersonId, current: string | null): Promise<readonly Session[]> {
    return rowsOf<Session>(this.pool, 'list_sessions', LIST, [personId, current && digest(current)]);
  }

  /** False where the person has no such session. */
  async end(personId: PersonId, id: Id): Promise<boolean> {
    const text = 'DELETE FROM web_session WHERE person_id = $1 AND id = $2 RETURNING id';
    return (await rowsOf(this.pool, 'end_session', text, [personId, id])).length > 0;
  }
}

const LIVES = `created_at > now() - make_interval(secs => ${LIMITS.session.maxSeconds})
  AND last_seen_at > now() - make_interval(secs => ${LIMITS.session.idleSeconds}) AND epoch = epoch_of(person_id)`;

const OWNER = `SELECT person_id AS "personId", account_id AS "accountId" FROM web_session WHERE id_hash = $1 AND ${LIVES}`;

/** The newest few stay; what is long over goes with them. */
const OPEN = `WITH old AS (DELETE FROM web_session WHERE person_id = $2 AND id_hash NOT IN (
      SELECT id_hash FROM web_session WHERE person_id = $2 AND ${LIVES} ORDER BY created_at DESC LIMIT $3))
  INSERT INTO web_session (id_hash, person_id, device, confirmed_at, epoch, account_id)
    VALUES ($1, $2, $4, CASE WHEN $5 THEN now() END, epoch_of($2), $6)`;

const LIST = `SELECT id, device, iso(created_at) AS "signedInAt", iso(last_seen_at) AS "lastSeenAt",
    id_hash IS NOT DISTINCT FROM $2::bytea AS current
  FROM web_session WHERE person_id = $1 AND ${LIVES} ORDER BY created_at DESC`;
