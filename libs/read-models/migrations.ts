import { PERSON_WRITER, SYSTEM_WRITER, dropFunctions, grant, repeatable } from '@rectify/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applyRows, replaceRows } from './kernel/table-sql';
import { createTable } from './kernel/table';
import { projectionTables } from './projections';
import { rebuildOwed } from './rebuild-owed';
import { epochOf } from './standing/standing.table';
import { channelPace, channelSet, registers } from './registers/registers.sql';
import { sealingKeyTable } from './registers/sealing-key.table';

/** Tables that are never made again: what was sent or failed stands nowhere else. */
abstract class Register implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly steps: readonly string[];

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of this.steps) await queryRunner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('the registers have no way down: restore a backup instead');
  }
}

export class ReadModels1767225600002 extends Register {
  readonly name = 'ReadModels1767225600002';
  protected readonly steps = [
    registers,
    grant('SELECT ON profile, mail, delivery, delivery_settled', PERSON_WRITER),
    grant('INSERT, UPDATE, DELETE ON profile', PERSON_WRITER),
    grant('INSERT, UPDATE ON mail, delivery, delivery_settled', SYSTEM_WRITER),
  ];
}

/** Written by `append` and by a rebuild only, both functions of the owner. Another shape is made empty, to be rebuilt. */
const Projections = repeatable('Projections', '1767225600012', [
  ...projectionTables.map(({ name }) => `DROP TABLE IF EXISTS ${name}`),
  dropFunctions('replace_rows'),
  ...projectionTables.map(createTable),
  // The keys of sealed reports are written by the same append; they are the log's, and no rebuild touches them.
  applyRows([...projectionTables, sealingKeyTable]),
  replaceRows(projectionTables),
  rebuildOwed,
  epochOf,
  grant(`SELECT ON ${projectionTables.map(({ name }) => name).join(', ')}`, PERSON_WRITER),
  grant('EXECUTE ON FUNCTION replace_rows(text, int, jsonb)', SYSTEM_WRITER),
]);

/** What delivery needs to keep to the rates of its channels. */
export class ChannelPace1767225600021 extends Register {
  readonly name = 'ChannelPace1767225600021';
  protected readonly steps = [
    channelPace,
    grant('SELECT ON channel_pace', PERSON_WRITER),
    grant('INSERT, UPDATE ON channel_pace', SYSTEM_WRITER),
  ];
}

/** What a process that sends says of its channels. */
export class ChannelSet1767225600022 extends Register {
  readonly name = 'ChannelSet1767225600022';
  protected readonly steps = [
    channelSet,
    grant('SELECT ON channel_set', PERSON_WRITER),
    grant('INSERT, UPDATE ON channel_set', SYSTEM_WRITER),
  ];
}

/** In order, behind the event store's; the names end in the instant that TypeORM sorts by. */
export const readModelMigrations = [
  ReadModels1767225600002,
  Projections,
  ChannelPace1767225600021,
  ChannelSet1767225600022,
];
