import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whatever lets a person in carries the epoch in which it was made (`epoch_of`): leaving and freezing raise it in the
 * directory's own transaction, so there is no moment at which somebody has left and still comes in. Null never lets in.
 */
const columns = /* sql */ `
ALTER TABLE web_session ADD COLUMN epoch int DEFAULT 0;
ALTER TABLE access_token ADD COLUMN epoch int DEFAULT 0;
ALTER TABLE password_reset ADD COLUMN epoch int DEFAULT 0;
`;

export class Epoch1767225600035 implements MigrationInterface {
  readonly name = 'Epoch1767225600035';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(columns);
  }

  async down(): Promise<void> {
    throw new Error('accounts have no way down: restore a backup instead');
  }
}
