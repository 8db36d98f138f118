import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGroupRoles, createReaderRole, grant, PERSON_WRITER, RECORD_READER } from './roles';
import { dropFunctions, repeatable } from './repeatable';
import { append, applyRows, locks } from './sql/append.sql';
import { attendance } from './sql/attendance.sql';
import { clock } from './sql/clock.sql';
import { FUNCTIONS, functionGrants, tableGrants } from './sql/grants.sql';
import { accessTables, installId, recordAccess } from './sql/record.sql';
import { sealingKeys } from './sql/sealing.sql';
import { appendOnly, tables } from './sql/tables.sql';

/** There is no way down: a log that was written is never dropped by a program. */
const noWayDown = async (): Promise<void> => {
  throw new Error('the event log has no way down: restore a backup instead');
};

export class EventLog1767225600001 implements MigrationInterface {
  readonly name = 'EventLog1767225600001';
  readonly down = noWayDown;

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [createGroupRoles, tables, appendOnly, applyRows, tableGrants])
      await queryRunner.query(step);
  }
}

export class SealingKeys1767225600005 implements MigrationInterface {
  readonly name = 'SealingKeys1767225600005';
  readonly down = noWayDown;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(sealingKeys);
    await queryRunner.query(grant('SELECT ON sealing_key', PERSON_WRITER));
  }
}

/** `rung_for` names the Temporal and the epoch of a stream's last ring: a change of either rings at once, and once. */
export class RungFor1767225600006 implements MigrationInterface {
  readonly name = 'RungFor1767225600006';
  readonly down = noWayDown;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE attendance ADD COLUMN IF NOT EXISTS rung_for text');
  }
}

/** The record is carried out by a role of its own, and who read its confidential part is recorded. */
export class TheRecord1767225600007 implements MigrationInterface {
  readonly name = 'TheRecord1767225600007';
  readonly down = noWayDown;

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [createReaderRole, installId, accessTables]) await queryRunner.query(step);
    await queryRunner.query(
      grant('SELECT ON install, events, heads, access_log, access_heads', RECORD_READER),
    );
  }
}

/** By which version of the calendar a campaign was last looked at: another one rings it, for its dates may move. */
export class SeenCalendar1767225600008 implements MigrationInterface {
  readonly name = 'SeenCalendar1767225600008';
  readonly down = noWayDown;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE attendance ADD COLUMN IF NOT EXISTS calendar_version int');
  }
}

/** Behind the read models' first, which a database of before these were repeatable has run as well. */
const LogFunctions = repeatable('LogFunctions', '1767225600011', [
  dropFunctions(...FUNCTIONS),
  clock,
  locks,
  append('append', 'person'),
  append('append_system', 'system'),
  attendance,
  functionGrants,
]);

const AccessLog = repeatable('AccessLog', '1767225600013', [
  dropFunctions('record_access'),
  recordAccess,
  grant('EXECUTE ON FUNCTION record_access(text[], text[])', PERSON_WRITER),
]);

/** In order. Read models add theirs behind these; the names end in the instant that TypeORM sorts by. */
export const eventStoreMigrations = [
  EventLog1767225600001,
  SealingKeys1767225600005,
  RungFor1767225600006,
  TheRecord1767225600007,
  SeenCalendar1767225600008,
  LogFunctions,
  AccessLog,
];
