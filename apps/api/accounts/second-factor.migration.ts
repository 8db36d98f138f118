import { grant, PERSON_WRITER } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor, and when the person behind a session last proved to be there. */
const tables = /* sql */ `
-- Null: not since it was opened.
ALTER TABLE web_session ADD COLUMN confirmed_at timestamptz;

CREATE TABLE totp (
  person_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  -- Sealed with the installation's key, which is not in the database.
  secret bytea NOT NULL,
  -- Null: begun, and not yet in force.
  confirmed_at timestamptz,
  -- A code is used once: only later steps count.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  person_id uuid NOT NULL REFERENCES totp ON DELETE CASCADE
);
CREATE INDEX recovery_code_of_person ON recovery_code (person_id);
`;

export class SecondFactor1767225600032 implements MigrationInterface {
  readonly name = 'SecondFactor1767225600032';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(grant('SELECT, INSERT, UPDATE, DELETE ON totp, recovery_code', PERSON_WRITER));
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
