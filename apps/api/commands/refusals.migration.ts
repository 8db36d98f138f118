import { grant, PERSON_WRITER } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was refused for want of authority: beside the log, which a refusal leaves as it is. Ids and codes, no content. */
const table = /* sql */ `
CREATE TABLE refused_authority (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  person_id uuid NOT NULL,
  stream text NOT NULL,
  command text NOT NULL,
  code text NOT NULL
);
`;

export class RefusedAuthority1767225600004 implements MigrationInterface {
  readonly name = 'RefusedAuthority1767225600004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
    await queryRunner.query(grant('SELECT, INSERT, DELETE ON refused_authority', PERSON_WRITER));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE refused_authority');
  }
}
