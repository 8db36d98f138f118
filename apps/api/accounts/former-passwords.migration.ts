import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hashes of the passwords before the present one, kept where the policy asks for it. */
export class FormerPasswords1767225600034 implements MigrationInterface {
  readonly name = 'FormerPasswords1767225600034';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE account ADD COLUMN former_hashes text[] NOT NULL DEFAULT '{}'");
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
