import { grant, PERSON_WRITER } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that one can see and end, tokens with a scope, links for a new password, browsers that are known again. */
const tables = /* sql */ `
ALTER TABLE account ADD COLUMN password_changed_at timestamptz NOT NULL DEFAULT now();

ALTER TABLE web_session
  ADD COLUMN id uuid NOT NULL DEFAULT uuidv7() UNIQUE,
  ADD COLUMN device text NOT NULL DEFAULT '';

-- What was made before did everything its person may do, and goes on so.
ALTER TABLE access_token ADD COLUMN scope text NOT NULL DEFAULT 'commands' CHECK (scope IN ('read', 'commands'));
ALTER TABLE access_token ALTER COLUMN scope DROP DEFAULT;

CREATE INDEX sign_in_attempt_at ON sign_in_attempt (last_at);

CREATE TABLE password_reset (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  person_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);
CREATE INDEX password_reset_of_person ON password_reset (person_id, started_at);

CREATE TABLE known_device (
  device_hash bytea PRIMARY KEY CHECK (octet_length(device_hash) = 32),
  person_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX known_device_of_person ON known_device (person_id, seen_at);
`;

export class SigningIn1767225600031 implements MigrationInterface {
  readonly name = 'SigningIn1767225600031';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(
      grant('SELECT, INSERT, UPDATE, DELETE ON password_reset, known_device', PERSON_WRITER),
    );
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
