import type {
  CivilDate,
  Holder,
  Id,
  Instant,
  ObligationKind,
  OutcomeKind,
  PersonId,
  Rung,
  Subject,
  UnitId,
} from '@rectify/domain';
import type { Table } from '../kernel/table';

/** One issued rung, or one outcome, as delivery needs it: duties, not persons. */
export interface OutboxRow {
  /** `<stream>/<key>:<dueVersion>:<rung>`, of an outcome `<stream>/outcome:<version of its event>`. */
  readonly rung_id: string;
  readonly stream: string;
  readonly campaign_id: Id;
  readonly unit_id: UnitId;
  readonly code: string;
  readonly title: string;
  readonly kind: ObligationKind;
  readonly subject: Subject;
  readonly problem_code: string | null;
  /** The public id of the obligation, for its link. */
  readonly obligation_id: string;
  readonly key: string;
  readonly due_version: number;
  readonly due_on: CivilDate;
  readonly rung: string;
  /** What the ladder says is to be done. */
  readonly do: Rung['do'];
  /** The working day on which it fell due. */
  readonly on: CivilDate;
  /** Recorded, never sent. */
  readonly merged: boolean;
  readonly to: readonly Holder[];
  readonly copy: readonly Holder[];
  /** What came of something, and whose deed it was; null: a rung. Its day is no due day, and it has no due version. */
  readonly outcome: { readonly what: OutcomeKind; readonly by: PersonId | null } | null;
  readonly recorded_at: Instant;
}

export const outboxTable: Table<OutboxRow> = {
  name: 'outbox',
  columns: {
    rung_id: 'text COLLATE "C" NOT NULL',
    stream: 'text COLLATE "C" NOT NULL',
    campaign_id: 'uuid NOT NULL',
    unit_id: 'uuid NOT NULL',
    code: 'text NOT NULL',
    title: 'text NOT NULL',
    kind: 'text NOT NULL',
    subject: 'jsonb NOT NULL',
    problem_code: 'text',
    obligation_id: 'text NOT NULL',
    key: 'text COLLATE "C" NOT NULL',
    due_version: 'int NOT NULL',
    due_on: 'date NOT NULL',
    rung: 'text NOT NULL',
    do: 'text NOT NULL',
    on: 'date NOT NULL',
    merged: 'boolean NOT NULL',
    to: 'jsonb NOT NULL',
    copy: 'jsonb NOT NULL',
    outcome: 'jsonb',
    recorded_at: 'timestamptz NOT NULL',
  },
  key: ['rung_id'],
  ofStream: 'stream = p_stream',
  fillfactor: 100,
  indexes: [
    'CREATE INDEX outbox_of_stream ON outbox (stream)',
    'CREATE INDEX outbox_outcomes ON outbox (stream) WHERE outcome IS NOT NULL',
    'CREATE INDEX outbox_to_send ON outbox (recorded_at, rung_id) WHERE NOT merged',
  ],
};
