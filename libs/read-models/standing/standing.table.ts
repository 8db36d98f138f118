import type { PersonId } from '@rectify/domain';
import type { Table } from '../kernel/table';

/** Whom the directory shut out once: by the epoch, sessions and tokens end in the transaction of the leaving itself. */
export interface StandingRow {
  readonly stream: string;
  readonly person_id: PersonId;
  /** What is of another epoch is worth nothing; null: nothing is, for they have left or are frozen. */
  readonly epoch: number | null;
}

export const standingTable: Table<StandingRow> = {
  name: 'person_standing',
  columns: { stream: 'text COLLATE "C" NOT NULL', person_id: 'uuid NOT NULL', epoch: 'int' },
  key: ['stream', 'person_id'],
  ofStream: 'stream = p_stream',
  fillfactor: 90,
  indexes: ['CREATE INDEX person_standing_of ON person_standing (person_id)'],
};

/** The epoch by which a person comes in; 0 for everybody who never left, null for whom nothing lets in. */
export const epochOf = /* sql */ `
CREATE OR REPLACE FUNCTION epoch_of(p_person uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT CASE count(*) WHEN 0 THEN 0 ELSE min(epoch) END FROM person_standing WHERE person_id = p_person
$$;`;
