import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, type identityList } from '@rectify/contracts';
import type { Id, PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Owner } from '../accounts/accounts.store';
import { digest } from '../accounts/secrets';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';

export type Purpose = 'signIn' | 'link' | 'confirm';

/** One way to the provider and back. */
export interface Flow {
  readonly purpose: Purpose;
  readonly returnTo: string;
  /** The session that linking and confirming belong to; it is this very one on the way back. */
  readonly session: string | null;
}

type Identity = z.infer<typeof identityList>['items'][number];

@Injectable()
export class OidcStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async start(secret: string, { purpose, session, returnTo }: Flow): Promise<void> {
    const values = [digest(secret), purpose, session && digest(session), returnTo];
    await rowsOf(this.pool, 'start_oidc', START, values);
  }

  /** Ends it: whoever comes second finds nothing. Nothing too where it is over, or belongs to another session. */
  async take(
    secret: string,
    session: string | null,
  ): Promise<Pick<Flow, 'purpose' | 'returnTo'> | undefined> {
    return (
      await rowsOf<Flow>(this.pool, 'take_oidc', TAKE, [digest(secret), session && digest(session)])
    )[0];
  }

  /** Whose account it opens; null where it opens none, or one that may not be entered. */
  async ownerOf(subject: string): Promise<Owner | null> {
    return (await rowsOf<Owner>(this.pool, 'oidc_owner', OWNER, [digest(subject)]))[0] ?? null;
  }

  /** False where it is another person's. To link it once more changes nothing. */
  async link({ personId, accountId }: Owner, subject: string): Promise<boolean> {
    const values = [digest(subject), personId, accountId];
    return (await rowsOf(this.pool, 'link_oidc', LINK, values)).length > 0;
  }

  list(personId: PersonId): Promise<readonly Identity[]> {
    return rowsOf<Identity>(this.pool, 'list_oidc', LIST, [personId]);
  }

  async unlink(personId: PersonId, id: Id): Promise<boolean> {
    const text = 'DELETE FROM oidc_subject WHERE person_id = $1 AND id = $2 RETURNING id';
    return (await rowsOf(this.pool, 'unlink_oidc', text, [personId, id])).length > 0;
  }
}

const LIFE = `make_interval(secs => ${LIMITS.oidc.seconds})`;

/** What is over goes with the next. */
const START = `WITH old AS (DELETE FROM oidc_flow WHERE started_at < now() - ${LIFE})
  INSERT INTO oidc_flow (secret_hash, purpose, session_hash, return_to) VALUES ($1, $2, $3, $4)`;

const TAKE = `WITH taken AS (DELETE FROM oidc_flow WHERE secret_hash = $1
    RETURNING purpose, return_to, session_hash, started_at)
  SELECT purpose, return_to AS "returnTo" FROM taken
  WHERE started_at > now() - ${LIFE} AND (session_hash IS NULL OR session_hash = $2::bytea)`;

const OWNER = `SELECT a.person_id AS "personId", a.id AS "accountId" FROM oidc_subject s JOIN account a ON a.id = s.account_id
  WHERE subject_hash = $1 AND a.ready AND a.disabled_at IS NULL AND epoch_of(a.person_id) IS NOT NULL`;

const LINK = `INSERT INTO oidc_subject AS s (subject_hash, person_id, account_id) VALUES ($1, $2, $3)
  ON CONFLICT (subject_hash) DO UPDATE SET linked_at = s.linked_at WHERE s.person_id = excluded.person_id
  RETURNING id`;

const LIST = `SELECT id, iso(linked_at) AS "linkedAt" FROM oidc_subject WHERE person_id = $1 ORDER BY id`;
