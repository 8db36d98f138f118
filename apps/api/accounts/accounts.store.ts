import { Inject, Injectable } from '@nestjs/common';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { digest } from './secrets';

export interface Account {
  readonly person_id: PersonId;
  readonly account: string;
  readonly password_hash: string;
  /** Of the passwords before it that may not come again, the latest first. */
  readonly former_hashes: readonly string[];
  readonly ready: boolean;
  readonly disabled: boolean;
  /** They have left or are frozen: the directory says so, and lets them in again. */
  readonly barred: boolean;
}

const COLUMNS = `person_id, account, password_hash, former_hashes, ready, disabled_at IS NOT NULL AS disabled,
    epoch_of(person_id) IS NULL AS barred`;

/** A password that is set: its hash, and how many before it are remembered. */
export interface NewPassword {
  readonly hash: string;
  readonly keep: number;
}

/** One place says what a new password does to the row; the one before it joins those that are remembered. */
export const setPassword = (hash: string, keep: string): string =>
  `password_hash = ${hash}, password_changed_at = now(),
    former_hashes = (array_prepend(password_hash, former_hashes))[1:${keep}::int]`;

/** The accounts. Who holds which post stands in the log; an account only says who somebody is. */
@Injectable()
export class AccountsStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async byName(account: string): Promise<Account | undefined> {
    const text = `SELECT ${COLUMNS} FROM account WHERE account = $1`;
    return (await rowsOf<Account>(this.pool, 'account_by_name', text, [account]))[0];
  }

  async byPerson(personId: PersonId): Promise<Account | undefined> {
    const text = `SELECT ${COLUMNS} FROM account WHERE person_id = $1`;
    return (await rowsOf<Account>(this.pool, 'account_by_person', text, [personId]))[0];
  }

  /**
   * Reserves the name; answers whose person it now is, or null where it is somebody else's. A creation that was
   * interrupted is taken up again by the same creator, with the person id that it began with.
   */
  async reserve(
    personId: PersonId,
    account: string,
    passwordHash: string,
    by: PersonId | null,
  ): Promise<PersonId | null> {
    const rows = await rowsOf<{ person_id: PersonId }>(this.pool, 'reserve_account', RESERVE, [
      personId,
      account,
      passwordHash,
      by,
    ]);
    return rows[0]?.person_id ?? null;
  }

  async complete(personId: PersonId): Promise<void> {
    await rowsOf(this.pool, 'complete_account', 'UPDATE account SET ready = true WHERE person_id = $1', [
      personId,
    ]);
  }

  /** Takes a reservation back; never a finished account. */
  async release(personId: PersonId): Promise<void> {
    const text = 'DELETE FROM account WHERE person_id = $1 AND NOT ready';
    await rowsOf(this.pool, 'release_account', text, [personId]);
  }

  /** With the account ends whatever it could be entered by; a leaving ends the same by the epoch. */
  async disable(personId: PersonId): Promise<void> {
    await rowsOf(this.pool, 'disable_account', DISABLE, [personId]);
  }

  /** A new password ends every token, and every session but the one that set it. */
  async setPassword(personId: PersonId, { hash, keep }: NewPassword, session: string | null): Promise<void> {
    const values = [personId, hash, session && digest(session), keep];
    await rowsOf(this.pool, 'set_password', SET_PASSWORD, values);
  }
}

const RESERVE = `INSERT INTO account AS a (person_id, account, password_hash, created_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT (account) DO UPDATE SET password_hash = excluded.password_hash
    WHERE NOT a.ready AND a.created_by IS NOT DISTINCT FROM excluded.created_by
  RETURNING person_id`;

const DISABLE = `WITH ended AS (DELETE FROM web_session WHERE person_id = $1),
    dead AS (DELETE FROM access_token WHERE person_id = $1),
    links AS (DELETE FROM password_reset WHERE person_id = $1),
    devices AS (DELETE FROM known_device WHERE person_id = $1),
    identities AS (DELETE FROM oidc_subject WHERE person_id = $1),
    factor AS (DELETE FROM totp WHERE person_id = $1)
  UPDATE account SET disabled_at = coalesce(disabled_at, now()) WHERE person_id = $1`;

const SET_PASSWORD = `WITH ended AS (DELETE FROM web_session WHERE person_id = $1 AND id_hash IS DISTINCT FROM $3::bytea),
    dead AS (DELETE FROM access_token WHERE person_id = $1)
  UPDATE account SET ${setPassword('$2', '$4')} WHERE person_id = $1`;
