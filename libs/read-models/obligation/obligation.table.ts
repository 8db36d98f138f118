import type { Action, AnyObligationKind, CivilDate, Holder, Subject, UnitId } from '@rectify/domain';
import type { Table } from '../kernel/table';

/** One obligation that stands: of a campaign or of the installation's calendar; of a notice and the directory later. */
export interface ObligationRow {
  readonly stream: string;
  readonly key: string;
  /** The public id of `/t/:id`. */
  readonly id: string;
  /** The unit from which its holder is resolved; null: whichever is the root at that moment. */
  readonly unit_id: UnitId | null;
  /** Null, as the title, where no campaign is about it. */
  readonly campaign_code: string | null;
  readonly campaign_title: string | null;
  readonly kind: AnyObligationKind;
  readonly subject: Subject;
  readonly holder: Holder;
  /** Everybody whom resolving may answer, by reference (`holderReferences`). */
  readonly refs: readonly string[];
  readonly due_on: CivilDate;
  readonly due_version: number;
  readonly since: CivilDate;
  readonly armed_on: CivilDate;
  readonly provisional: boolean;
  readonly action: Action;
  readonly alternatives: readonly Action[];
  readonly problem_code: string | null;
  readonly problem_title: string | null;
}

export const obligationTable: Table<ObligationRow> = {
  name: 'obligation',
  columns: {
    stream: 'text COLLATE "C" NOT NULL',
    key: 'text COLLATE "C" NOT NULL',
    id: 'text COLLATE "C" NOT NULL',
    unit_id: 'uuid',
    campaign_code: 'text',
    campaign_title: 'text',
    kind: 'text NOT NULL',
    subject: 'jsonb NOT NULL',
    holder: 'jsonb NOT NULL',
    refs: 'text[] COLLATE "C" NOT NULL',
    due_on: 'date NOT NULL',
    due_version: 'int NOT NULL',
    since: 'date NOT NULL',
    armed_on: 'date NOT NULL',
    provisional: 'boolean NOT NULL',
    action: 'jsonb NOT NULL',
    alternatives: 'jsonb NOT NULL',
    problem_code: 'text',
    problem_title: 'text',
  },
  key: ['stream', 'key'],
  ofStream: 'stream = p_stream',
  fillfactor: 80,
  indexes: [
    'CREATE UNIQUE INDEX obligation_id ON obligation (id)',
    // Without the pending list, whose emptying would fall to some command once in a while.
    'CREATE INDEX obligation_refs ON obligation USING gin (refs) WITH (fastupdate = off)',
  ],
};
