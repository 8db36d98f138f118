import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { Id, Instant, PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { isExpired, type PasswordPolicy } from '../accounts/password-policy';
import { digest } from '../accounts/secrets';
import { rowsOf } from '../infrastructure/database';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { POOL } from '../infrastructure/infrastructure.module';
import { together } from '../infrastructure/together';
import type { Principal, TokenScope } from './principal';

interface Row {
  readonly person_id: PersonId;
  readonly account_id: Id;
  /** Of the password, in days. */
  readonly age: number;
}

interface SessionRow extends Row {
  readonly stale: boolean;
  readonly confirmedUntil: Instant | null;
  readonly isConfirmed: boolean;
  readonly sessionSeconds: number;
}

const OF_TOKEN = { session: null, confirmedUntil: null, isConfirmed: true, sessionSeconds: null } as const;

/** Looks up who asks: an indexed query, nothing cached, so that an end is heard at once. */
@Injectable()
export class SessionsStore {
  private readonly policy: PasswordPolicy;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ENVIRONMENT) { PASSWORD_POLICY }: Environment,
  ) {
    this.policy = PASSWORD_POLICY;
  }

  async ofSession(session: string): Promise<Principal | null> {
    const hash = digest(session);
    const [found] = await rowsOf<SessionRow>(this.pool, 'session', SESSION, [hash]);
    if (!found) return null;
    if (found.stale) await rowsOf(this.pool, 'touch_session', TOUCH, [hash]);
    const { confirmedUntil, isConfirmed, sessionSeconds } = found;
    return this.principal(found, { session, scope: null, confirmedUntil, isConfirmed, sessionSeconds });
  }

  /** Programs ask many times a second, so those that ask at the same time are looked up by one query. */
  readonly ofToken: (token: string) => Promise<Principal | null> = together(
    async (tokens: readonly string[]) => {
      const hashes = tokens.map(digest);
      const rows = await rowsOf<Row & { hash: string; scope: TokenScope }>(this.pool, 'tokens', TOKENS, [
        hashes,
      ]);
      const found = new Map(
        rows.map((row) => [row.hash, this.principal(row, { ...OF_TOKEN, scope: row.scope })]),
      );
      return hashes.map((hash) => found.get(hash.toString('hex')) ?? null);
    },
  );

  /** Which of these, by their hashes in hex, still open anything. Asking keeps none of them alive. */
  async alive(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const values = [hashes.map((hash) => Buffer.from(hash, 'hex'))];
    const rows = await rowsOf<{ hash: string }>(this.pool, 'alive', ALIVE, values);
    return new Set(rows.map(({ hash }) => hash));
  }

  private principal(
    { person_id, account_id, age }: Row,
    by: Omit<Principal, 'personId' | 'accountId' | 'isPasswordExpired'>,
  ): Principal {
    return {
      personId: person_id,
      accountId: account_id,
      ...by,
      isPasswordExpired: isExpired(this.policy, age),
    };
  }
}

const AGE = 'extract(epoch FROM now() - a.password_changed_at)::float8 / 86400 AS age';

const GRACE = `make_interval(secs => ${LIMITS.session.graceSeconds})`;

const SESSION = `SELECT s.person_id, s.account_id, s.last_seen_at < now() - interval '1 minute' AS stale, ${AGE},
    iso(s.confirmed_at + ${GRACE}) AS "confirmedUntil",
    coalesce(s.confirmed_at > now() - ${GRACE}, false) AS "isConfirmed",
    floor(extract(epoch FROM s.created_at - now()) + ${LIMITS.session.maxSeconds})::int AS "sessionSeconds"
  FROM web_session s JOIN account a ON a.id = s.account_id
  WHERE s.id_hash = $1 AND a.disabled_at IS NULL AND s.epoch = epoch_of(s.person_id)
    AND s.last_seen_at > now() - make_interval(secs => ${LIMITS.session.idleSeconds})
    AND s.created_at > now() - make_interval(secs => ${LIMITS.session.maxSeconds})`;

const TOUCH = 'UPDATE web_session SET last_seen_at = now() WHERE id_hash = $1';

const TOKENS = `SELECT encode(t.token_hash, 'hex') AS hash, t.person_id, t.account_id, t.scope, ${AGE}
  FROM access_token t JOIN account a ON a.id = t.account_id
  WHERE t.token_hash = ANY ($1) AND t.expires_at > now() AND a.disabled_at IS NULL
    AND t.epoch = epoch_of(t.person_id)`;

const ALIVE = `SELECT encode(s.id_hash, 'hex') AS hash FROM web_session s JOIN account a ON a.id = s.account_id
  WHERE s.id_hash = ANY ($1) AND a.disabled_at IS NULL
    AND s.last_seen_at > now() - make_interval(secs => ${LIMITS.session.idleSeconds})
    AND s.created_at > now() - make_interval(secs => ${LIMITS.session.maxSeconds})
  UNION ALL
  SELECT encode(t.token_hash, 'hex') FROM access_token t JOIN account a ON a.id = t.account_id
  WHERE t.token_hash = ANY ($1) AND t.expires_at > now() AND a.disabled_at IS NULL`;
