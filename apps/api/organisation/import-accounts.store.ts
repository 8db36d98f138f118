import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationImport } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword, newSecret } from '../accounts/secrets';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';

type Person = OrganisationImport['people'][number];

/** Whose account a line of a file names: of somebody known, of an import that was interrupted, of nobody yet. */
export interface Matched {
  readonly personId: PersonId;
  readonly is: 'known' | 'begun' | 'new' | 'somebodyElses';
}

interface Row {
  readonly account: string;
  readonly person_id: PersonId;
  readonly ready: boolean;
  readonly disabled: boolean;
  readonly is_own: boolean;
  readonly name: string | null;
}

/**
 * The accounts of an import stand beside the log, as all do: reserved before the command, complete behind it. Nobody knows
 * their passwords; whoever may end the account begins one by a link (`POST /api/accounts/{accountId}/reset`).
 */
@Injectable()
export class ImportAccountsStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async match(people: readonly Person[], by: PersonId): Promise<ReadonlyMap<string, Matched>> {
    const accounts = people.map(({ account }) => account);
    const rows = await rowsOf<Row>(this.pool, 'match_accounts', MATCH, [accounts, by]);
    const found = new Map(rows.map((row) => [row.account, row]));
    return new Map(people.map((person) => [person.account, matched(person, found.get(person.account))]));
  }

  /** By account whose it is now; an account that somebody else took meanwhile is missing. */
  async reserve(people: readonly (Person & Matched)[], by: PersonId): Promise<ReadonlyMap<string, PersonId>> {
    if (people.length === 0) return new Map();
    const secret = await hashPassword(newSecret());
    const rows = await rowsOf<Pick<Row, 'account' | 'person_id'>>(this.pool, 'reserve_accounts', RESERVE, [
      people.map(({ personId }) => personId),
      people.map(({ account }) => account),
      ...[secret, by],
    ]);
    return new Map(rows.map(({ account, person_id }) => [account, person_id]));
  }

  /** Names and addresses, and the accounts are theirs. Said twice it changes nothing. */
  async complete(people: readonly (Person & { readonly personId: PersonId })[]): Promise<void> {
    await rowsOf(this.pool, 'complete_accounts', COMPLETE, [
      people.map(({ personId }) => personId),
      people.map(({ name }) => name),
      people.map(({ email }) => email ?? null),
    ]);
  }

  /** Takes reservations back; never a finished account. */
  async release(people: readonly PersonId[]): Promise<void> {
    const text = 'DELETE FROM account WHERE person_id = ANY ($1::uuid[]) AND NOT ready';
    await rowsOf(this.pool, 'release_accounts', text, [people]);
  }
}

/** An account is known by its name and its person's: another name is somebody else's account. */
const matched = ({ name }: Person, row: Row | undefined): Matched => {
  if (!row) return { personId: uuidv7(), is: 'new' };
  const { person_id: personId, ready, disabled, is_own } = row;
  if (!ready) return { personId, is: is_own ? 'begun' : 'somebodyElses' };
  return { personId, is: !disabled && row.name === name ? 'known' : 'somebodyElses' };
};

const MATCH = `SELECT account, a.person_id, ready, disabled_at IS NOT NULL AS disabled, p.name,
    created_by IS NOT DISTINCT FROM $2::uuid AS is_own
  FROM account a LEFT JOIN profile p USING (person_id) WHERE account = ANY ($1::text[])`;

const RESERVE = `INSERT INTO account AS a (person_id, account, password_hash, created_by)
  SELECT person_id, account, $3, $4::uuid FROM unnest($1::uuid[], $2::text[]) AS asked (person_id, account)
  ON CONFLICT (account) DO UPDATE SET password_hash = excluded.password_hash
    WHERE NOT a.ready AND a.created_by IS NOT DISTINCT FROM excluded.created_by
  RETURNING account, person_id`;

const COMPLETE = `WITH named AS (
    INSERT INTO profile (person_id, name, email)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
    ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, email = excluded.email)
  UPDATE account SET ready = true WHERE person_id = ANY ($1::uuid[])`;
