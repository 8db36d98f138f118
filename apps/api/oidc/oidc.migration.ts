import { grant, PERSON_WRITER } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which identities open which account, and who is on the way to the provider just now. Hashes alone. */
const tables = /* sql */ `
CREATE TABLE oidc_subject (
  -- Of issuer and subject: what somebody is called at the provider is nobody's business here.
  subject_hash bytea PRIMARY KEY CHECK (octet_length(subject_hash) = 32),
  id uuid NOT NULL DEFAULT uuidv7() UNIQUE,
  person_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  linked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX oidc_subject_of_person ON oidc_subject (person_id);

CREATE TABLE oidc_flow (
  -- Of what the browser's cookie holds; state, nonce and verifier are made of the same secret.
  secret_hash bytea PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('signIn', 'link', 'confirm')),
  -- The session that linking and confirming belong to.
  session_hash bytea CHECK ((session_hash IS NULL) = (purpose = 'signIn')),
  return_to text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX oidc_flow_started ON oidc_flow (started_at);
`;

export class Oidc1767225600033 implements MigrationInterface {
  readonly name = 'Oidc1767225600033';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(
      grant('SELECT, INSERT, UPDATE, DELETE ON oidc_subject, oidc_flow', PERSON_WRITER),
    );
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
