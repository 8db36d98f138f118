import type { TenureLineView } from '@rectify/contracts';
import type { CivilDate, Instant, PersonId, Post, UnitId } from '@rectify/domain';
import type { Table } from '../kernel/table';

/** One line of the directory's record: which post of which unit, who, from when until when, and by whom. */
export interface TenureRow {
  readonly stream: string;
  readonly version: number;
  /** 0, or the place among the posts that one event gives or takes. */
  readonly line: number;
  readonly at: Instant;
  readonly type: TenureLineView['type'];
  readonly unit_id: UnitId;
  readonly post: Post;
  readonly person_id: PersonId;
  /** Of a tenure its first and last day; a proposal has none. */
  readonly from_on: CivilDate | null;
  readonly to_on: CivilDate | null;
  /** Why a proposal was declined. */
  readonly reason: string | null;
  readonly by_person: PersonId | null;
  readonly by_unit: UnitId | null;
  readonly by_post: string | null;
}

export const tenureTable: Table<TenureRow> = {
  name: 'tenure_line',
  columns: {
    stream: 'text COLLATE "C" NOT NULL',
    version: 'int NOT NULL',
    line: 'int NOT NULL',
    at: 'timestamptz NOT NULL',
    type: 'text NOT NULL',
    unit_id: 'uuid NOT NULL',
    post: 'text NOT NULL',
    person_id: 'uuid NOT NULL',
    from_on: 'date',
    to_on: 'date',
    reason: 'text',
    by_person: 'uuid',
    by_unit: 'uuid',
    by_post: 'text',
  },
  key: ['stream', 'version', 'line'],
  ofStream: 'stream = p_stream',
  fillfactor: 100,
  indexes: ['CREATE INDEX tenure_line_of_unit ON tenure_line (unit_id)'],
};
