import { Inject, Injectable } from '@nestjs/common';
import type { PreferencesView } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';

/** What somebody chose of how the pages look, wherever they sign in. */
@Injectable()
export class PreferencesStore {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async of(personId: PersonId): Promise<PreferencesView> {
    const text = 'SELECT chosen FROM preference WHERE person_id = $1';
    const [kept] = await rowsOf<{ chosen: PreferencesView }>(this.pool, 'preferences', text, [personId]);
    return kept?.chosen ?? {};
  }

  /** What is named is chosen anew, the rest stays: two windows do not undo each other's choices. */
  async choose(personId: PersonId, chosen: PreferencesView): Promise<void> {
    await rowsOf(this.pool, 'choose', CHOOSE, [personId, JSON.stringify(chosen)]);
  }
}

const CHOOSE = `INSERT INTO preference AS p (person_id, chosen) VALUES ($1, $2::jsonb)
  ON CONFLICT (person_id) DO UPDATE SET chosen = p.chosen || excluded.chosen`;
