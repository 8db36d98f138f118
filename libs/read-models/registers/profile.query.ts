import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../kernel/database';

/** A person's name and address; the log holds ids only. */
export interface Profile {
  readonly person_id: PersonId;
  readonly name: string;
  readonly email: string | null;
}

const UPSERT = `INSERT INTO profile (person_id, name, email) VALUES ($1, $2, $3)
  ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, email = excluded.email`;

export const saveProfile = async (pool: Pool, { person_id, name, email }: Profile): Promise<void> => {
  await rowsOf(pool, 'save_profile', UPSERT, [person_id, name, email]);
};

const OF = 'SELECT person_id, name, email FROM profile WHERE person_id = ANY ($1::uuid[])';

/** Those that exist of these persons, by id; an erased one is not there. */
export const profilesOf = async (
  pool: Pool,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Profile>> =>
  new Map(
    (await rowsOf<Profile>(pool, 'profiles_of', OF, [people])).map((profile) => [profile.person_id, profile]),
  );
