import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { Instant, PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { setPassword, type Account, type NewPassword, type Owner } from './accounts.store';
import { digest } from './secrets';

/** Links with which a password is set anew: a hash of each, who began it, and whether it was used. */
@Injectable()
export class ResetsStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** When it is over; null where enough were begun in this hour. */
  async start({ personId, accountId }: Owner, token: string, by: PersonId): Promise<Instant | null> {
    const values = [digest(token), personId, by, LIMITS.reset.perHour, accountId];
    const [made] = await rowsOf<{ expiresAt: Instant }>(this.pool, 'start_reset', START, values);
    return made?.expiresAt ?? null;
  }

  async accountOf(
    token: string,
  ): Promise<Pick<Account, 'account' | 'password_hash' | 'former_hashes'> | undefined> {
    return (await rowsOf<Account>(this.pool, 'account_of_reset', ACCOUNT, [digest(token)]))[0];
  }

  /** Sets the account's password and ends the link, with all the person's sessions, tokens, known browsers and linked identities, at once. False: it was over. */
  async use(token: string, { hash, keep }: NewPassword): Promise<boolean> {
    return (await rowsOf(this.pool, 'use_reset', USE, [digest(token), hash, keep])).length > 0;
  }
}

/** Only the newest of a person works, whatever two who begin at the same moment see of each other. */
const LIVES = `r.token_hash = $1 AND r.used_at IS NULL AND r.epoch = epoch_of(r.person_id)
  AND r.started_at > now() - make_interval(secs => ${LIMITS.reset.seconds})
  AND NOT EXISTS (SELECT FROM password_reset newer WHERE newer.person_id = r.person_id
    AND (newer.started_at, newer.token_hash) > (r.started_at, r.token_hash))`;

const START = `WITH old AS (DELETE FROM password_reset WHERE person_id = $2 AND started_at < now() - interval '180 days')
  INSERT INTO password_reset (token_hash, person_id, started_by, epoch, account_id) SELECT $1, $2, $3, epoch_of($2), $5
  WHERE (SELECT count(*) FROM password_reset WHERE person_id = $2 AND started_at > now() - interval '1 hour') < $4
  RETURNING iso(started_at + make_interval(secs => ${LIMITS.reset.seconds})) AS "expiresAt"`;

const ACCOUNT = `SELECT a.account, a.password_hash, a.former_hashes FROM password_reset r JOIN account a ON a.id = r.account_id
  WHERE ${LIVES} AND a.disabled_at IS NULL AND a.ready`;

const USE = `WITH used AS (UPDATE password_reset r SET used_at = now() WHERE ${LIVES}
      RETURNING r.person_id, r.account_id),
    ended AS (DELETE FROM web_session s USING used WHERE s.person_id = used.person_id),
    dead AS (DELETE FROM access_token t USING used WHERE t.person_id = used.person_id),
    devices AS (DELETE FROM known_device d USING used WHERE d.person_id = used.person_id),
    identities AS (DELETE FROM oidc_subject o USING used WHERE o.person_id = used.person_id)
  UPDATE account a SET ${setPassword('$2', '$3')} FROM used
  WHERE a.id = used.account_id AND a.disabled_at IS NULL RETURNING a.id`;
