import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { digest } from '../accounts/secrets';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { together } from '../infrastructure/together';

/** Looks up who asks: an indexed query, nothing cached, so that an end is heard at once. */
@Injectable()
export class SessionsStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async ofSession(session: string): Promise<PersonId | null> {
    const hash = digest(session);
    const [found] = await rowsOf<{ person_id: PersonId; stale: boolean }>(this.pool, 'session', SESSION, [
      hash,
    ]);
    if (found?.stale) await rowsOf(this.pool, 'touch_session', TOUCH, [hash]);
    return found?.person_id ?? null;
  }

  /** Programs ask many times a second, so those that ask at the same time are looked up by one query. */
  readonly ofToken: (token: string) => Promise<PersonId | null> = together(
    async (tokens: readonly string[]) => {
      const hashes = tokens.map(digest);
      const rows = await rowsOf<{ hash: string; person_id: PersonId }>(this.pool, 'tokens', TOKENS, [hashes]);
      const people = new Map(rows.map(({ hash, person_id }) => [hash, person_id]));
      return hashes.map((hash) => people.get(hash.toString('hex')) ?? null);
    },
  );
}

const SESSION = `SELECT s.person_id, s.last_seen_at < now() - interval '1 minute' AS stale
  FROM web_session s JOIN account a USING (person_id)
  WHERE s.id_hash = $1 AND a.disabled_at IS NULL
    AND s.last_seen_at > now() - make_interval(secs => ${LIMITS.session.idleSeconds})
    AND s.created_at > now() - make_interval(secs => ${LIMITS.session.maxSeconds})`;

const TOUCH = 'UPDATE web_session SET last_seen_at = now() WHERE id_hash = $1';

const TOKENS = `SELECT encode(t.token_hash, 'hex') AS hash, t.person_id
  FROM access_token t JOIN account a USING (person_id)
  WHERE t.token_hash = ANY ($1) AND t.expires_at > now() AND a.disabled_at IS NULL`;
