import { Inject, Injectable } from '@nestjs/common';
import type { Id, PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { digest } from './secrets';

/** Who entered, and by which of their accounts. All that anybody may and owes is the person's. */
export interface Owner {
  readonly personId: PersonId;
  readonly accountId: Id;
}

export interface Account {
  readonly id: Id;
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

const COLUMNS = `id, person_id, account, password_hash, former_hashes, ready, disabled_at IS NOT NULL AS disabled,
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

  async byId(id: Id): Promise<Account | undefined> {
    const text = `SELECT ${COLUMNS} FROM account WHERE id = $1`;
    return (await rowsOf<Account>(this.pool, 'account_by_id', text, [id]))[0];
  }

  /** The open ones of these people, each person's in the order in which they were opened. */
  async ofPeople(
    people: readonly PersonId[],
  ): Promise<readonly Pick<Account, 'id' | 'person_id' | 'account'>[]> {
    if (people.length === 0) return [];
    return rowsOf(this.pool, 'accounts_of_people', OF_PEOPLE, [people]);
  }

  /** One more for somebody; its password is nobody's. Null where the name is taken. */
  async add(personId: PersonId, account: string, passwordHash: string, by: PersonId): Promise<Id | null> {
    const values = [personId, account, passwordHash, by];
    return (await rowsOf<{ id: Id }>(this.pool, 'add_account', ADD, values))[0]?.id ?? null;
  }

  /**
   * Reserves the name; answers whose it now is, or null where it is somebody else's. A creation that was interrupted is
   * taken up again by the same creator, with the person id that it began with.
   */
  async reserve(
    personId: PersonId,
    account: string,
    passwordHash: string,
    by: PersonId | null,
  ): Promise<Owner | null> {
    const values = [personId, account, passwordHash, by];
    return (await rowsOf<Owner>(this.pool, 'reserve_account', RESERVE, values))[0] ?? null;
  }

  async complete(id: Id): Promise<void> {
    await rowsOf(this.pool, 'complete_account', 'UPDATE account SET ready = true WHERE id = $1', [id]);
  }

  /** Takes a reservation back; never a finished account. */
  async release(id: Id): Promise<void> {
    await rowsOf(this.pool, 'release_account', 'DELETE FROM account WHERE id = $1 AND NOT ready', [id]);
  }

  /** With the account ends whatever was entered by it, with a person's last one what is theirs besides. A leaving ends it all by the epoch. */
  async disable(id: Id): Promise<void> {
    await rowsOf(this.pool, 'disable_account', DISABLE, [id]);
  }

  /** A new password ends every token of the person, and every session but the one that set it. */
  async setPassword(
    { personId, accountId }: Owner,
    { hash, keep }: NewPassword,
    session: string | null,
  ): Promise<void> {
    const values = [personId, hash, session && digest(session), keep, accountId];
    await rowsOf(this.pool, 'set_password', SET_PASSWORD, values);
  }
}

const RESERVE = `INSERT INTO account AS a (person_id, account, password_hash, created_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT (account) DO UPDATE SET password_hash = excluded.password_hash
    WHERE NOT a.ready AND a.created_by IS NOT DISTINCT FROM excluded.created_by
  RETURNING person_id AS "personId", id AS "accountId"`;

const ADD = `INSERT INTO account (person_id, account, password_hash, created_by, ready) VALUES ($1, $2, $3, $4, true)
  ON CONFLICT (account) DO NOTHING RETURNING id`;

const OF_PEOPLE = `SELECT id, person_id, account FROM account
  WHERE person_id = ANY ($1::uuid[]) AND ready AND disabled_at IS NULL ORDER BY id`;

const DISABLE = `WITH ended AS (DELETE FROM web_session WHERE account_id = $1),
    dead AS (DELETE FROM access_token WHERE account_id = $1),
    links AS (DELETE FROM password_reset WHERE account_id = $1),
    identities AS (DELETE FROM oidc_subject WHERE account_id = $1),
    last AS (SELECT person_id FROM account a WHERE id = $1 AND NOT EXISTS (SELECT FROM account other
      WHERE other.person_id = a.person_id AND other.id <> a.id AND other.disabled_at IS NULL)),
    chosen AS (DELETE FROM preference p USING last WHERE p.person_id = last.person_id),
    devices AS (DELETE FROM known_device d USING last WHERE d.person_id = last.person_id),
    factor AS (DELETE FROM totp t USING last WHERE t.person_id = last.person_id)
  UPDATE account SET disabled_at = coalesce(disabled_at, now()) WHERE id = $1`;

const SET_PASSWORD = `WITH ended AS (DELETE FROM web_session WHERE person_id = $1 AND id_hash IS DISTINCT FROM $3::bytea),
    dead AS (DELETE FROM access_token WHERE person_id = $1)
  UPDATE account SET ${setPassword('$2', '$4')} WHERE id = $5 AND person_id = $1`;
