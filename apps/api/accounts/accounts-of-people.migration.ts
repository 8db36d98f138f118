import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody entered by goes with the account; it can be of no other person than the account is. */
const enteredBy = (table: string): string => /* sql */ `
ALTER TABLE ${table} ADD COLUMN account_id uuid;
UPDATE ${table} t SET account_id = a.id FROM account a WHERE a.person_id = t.person_id;
ALTER TABLE ${table} ALTER COLUMN account_id SET NOT NULL,
  ADD FOREIGN KEY (account_id, person_id) REFERENCES account (id, person_id) ON DELETE CASCADE;
CREATE INDEX ${table}_of_account ON ${table} (account_id);`;

/**
 * Several accounts a person. Sessions, tokens, links and identities know their account and go on counting by the person;
 * the second factor and the known browsers are the person's alone.
 */
const tables = /* sql */ `
ALTER TABLE web_session DROP CONSTRAINT web_session_person_id_fkey;
ALTER TABLE access_token DROP CONSTRAINT access_token_person_id_fkey;
ALTER TABLE password_reset DROP CONSTRAINT password_reset_person_id_fkey;
ALTER TABLE known_device DROP CONSTRAINT known_device_person_id_fkey;
ALTER TABLE oidc_subject DROP CONSTRAINT oidc_subject_person_id_fkey;
ALTER TABLE totp DROP CONSTRAINT totp_person_id_fkey;
ALTER TABLE account DROP CONSTRAINT account_pkey, ADD COLUMN id uuid NOT NULL DEFAULT uuidv7();
ALTER TABLE account ADD PRIMARY KEY (id), ADD UNIQUE (id, person_id);
CREATE INDEX account_of_person ON account (person_id);
${['web_session', 'access_token', 'password_reset', 'oidc_subject'].map(enteredBy).join('')}`;

export class AccountsOfPeople1767225600036 implements MigrationInterface {
  readonly name = 'AccountsOfPeople1767225600036';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
