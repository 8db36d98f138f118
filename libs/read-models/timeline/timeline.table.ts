import type { CampaignEventType, Id, Instant, Json, PersonId, UnitId } from '@rectify/domain';
import type { Table } from '../kernel/table';

/** One line of the record: what happened, when, by whom and in which capacity. */
export interface TimelineRow {
  readonly stream: string;
  readonly version: number;
  /** 0, or the place of a rung among those that one event issued. */
  readonly line: number;
  readonly at: Instant;
  readonly type: CampaignEventType;
  readonly actor: 'person' | 'system';
  readonly person_id: PersonId | null;
  readonly unit_id: UnitId | null;
  readonly post: string | null;
  readonly problem_id: Id | null;
  /** Ids, kinds, dates, counts and hashes; no text. */
  readonly subject: { readonly [name: string]: Json };
  /** The reason, opinion or result that was given: the unit's own words, kept apart. */
  readonly text: string | null;
}

export const timelineTable: Table<TimelineRow> = {
  name: 'timeline',
  columns: {
    stream: 'text COLLATE "C" NOT NULL',
    version: 'int NOT NULL',
    line: 'int NOT NULL',
    at: 'timestamptz NOT NULL',
    type: 'text NOT NULL',
    actor: 'text NOT NULL',
    person_id: 'uuid',
    unit_id: 'uuid',
    post: 'text',
    problem_id: 'uuid',
    subject: 'jsonb NOT NULL',
    text: 'text',
  },
  key: ['stream', 'version', 'line'],
  ofStream: 'stream = p_stream',
  fillfactor: 100,
  // What a person did, the latest first; the system's lines are nobody's.
  indexes: [
    'CREATE INDEX timeline_of_person ON timeline (person_id, at, stream, version, line) WHERE person_id IS NOT NULL',
  ],
};
