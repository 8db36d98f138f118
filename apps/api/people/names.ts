import { Inject, Injectable } from '@nestjs/common';
import type { PersonId } from '@rectify/domain';
import { profilesOf } from '@rectify/read-models';
import type { Pool } from 'pg';
import { POOL } from '../infrastructure/infrastructure.module';

/** A person's name; a dash where their profile was erased. */
export type NameOf = (personId: PersonId) => string;

/** Names stand in the profiles only; views ask for all they need at once. */
@Injectable()
export class Names {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async of(people: Iterable<PersonId>): Promise<NameOf> {
    const wanted = [...new Set(people)];
    const profiles = wanted.length === 0 ? new Map() : await profilesOf(this.pool, wanted);
    return (personId) => profiles.get(personId)?.name ?? '—';
  }
}
