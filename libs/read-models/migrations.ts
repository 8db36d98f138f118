import { PERSON_WRITER, SYSTEM_WRITER, grant } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applyRows, replaceRows } from './kernel/table-sql';
import { createTable } from './kernel/table';
import { projectionTables } from './projections';
import { registers } from './registers/registers.sql';

/** Projections are written by `append` and by a rebuild only, both functions of the owner. */
const grants = [
  grant(`SELECT ON ${projectionTables.map(({ name }) => name).join(', ')}`, PERSON_WRITER),
  grant('SELECT ON profile, mail, delivery, delivery_settled', PERSON_WRITER),
  grant('INSERT, UPDATE, DELETE ON profile', PERSON_WRITER),
  grant('INSERT, UPDATE ON mail, delivery, delivery_settled', SYSTEM_WRITER),
  grant('EXECUTE ON FUNCTION replace_rows(text, int, jsonb)', SYSTEM_WRITER),
];

export class ReadModels1767225600002 implements MigrationInterface {
  readonly name = 'ReadModels1767225600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    const steps = [
      ...projectionTables.map(createTable),
      applyRows(projectionTables),
      replaceRows(projectionTables),
      registers,
      ...grants,
    ];
    for (const step of steps) await queryRunner.query(step);
  }

  /** What was sent or failed stands nowhere else. */
  async down(): Promise<void> {
    throw new Error('the registers have no way down: restore a backup instead');
  }
}

/** In order, behind the event store's; the names end in the instant that TypeORM sorts by. */
export const readModelMigrations = [ReadModels1767225600002];
