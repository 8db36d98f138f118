import { grant, PERSON_WRITER } from '@rectify/event-store';
import { LIMITS } from '@rectify/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody likes the pages to look, one row a person. Beside the log, for it is no fact of any work; it goes with their last account. */
const table = /* sql */ `
CREATE TABLE preference (
  person_id uuid PRIMARY KEY,
  chosen jsonb NOT NULL CHECK (octet_length(chosen::text) <= ${LIMITS.preferences.bytes})
)`;

export class Preferences1767225600037 implements MigrationInterface {
  readonly name = 'Preferences1767225600037';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
    await queryRunner.query(grant('SELECT, INSERT, UPDATE, DELETE ON preference', PERSON_WRITER));
  }

  async down(): Promise<void> {
    throw new Error('preferences have no way down: restore a backup instead');
  }
}
