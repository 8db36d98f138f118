import { grant, PERSON_WRITER } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may sign in. Beside the log, for it holds no secrets: only hashes of passwords, session ids and tokens stand here.
 * All times are real ones: the demonstration's clock is nothing to them.
 */
const tables = /* sql */ `
CREATE TABLE account (
  person_id uuid PRIMARY KEY,
  account text COLLATE "C" NOT NULL UNIQUE,
  password_hash text NOT NULL,
  -- False until the person stands in the directory: an interrupted creation is taken up again.
  ready boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz
);

CREATE TABLE web_session (
  id_hash bytea PRIMARY KEY CHECK (octet_length(id_hash) = 32),
  person_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX web_session_of_person ON web_session (person_id, created_at);

CREATE TABLE access_token (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX access_token_of_person ON access_token (person_id, id);

CREATE TABLE sign_in_attempt (
  subject bytea PRIMARY KEY CHECK (octet_length(subject) = 32),
  failures int NOT NULL,
  last_at timestamptz NOT NULL
);

CREATE TABLE set_up_code (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  made_at timestamptz NOT NULL DEFAULT now()
);
`;

const grants = [
  grant(
    'SELECT, INSERT, UPDATE, DELETE ON account, web_session, access_token, sign_in_attempt, set_up_code',
    PERSON_WRITER,
  ),
  // Readiness compares what ran with what there is.
  grant('SELECT ON migrations', PERSON_WRITER),
];

export class Accounts1767225600003 implements MigrationInterface {
  readonly name = 'Accounts1767225600003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const each of grants) await queryRunner.query(each);
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
