import type {
  CivilDate,
  FixType,
  Holder,
  Id,
  PersonId,
  ProblemStatus,
  ReadonlyProblem,
  UnitId,
} from '@rectify/domain';
import { campaignIdOf } from '../kernel/campaign-stream';
import type { Table } from '../kernel/table';

export interface LedgerMeasure {
  readonly id: Id;
  readonly text: string;
  /** Named in the plan; null: the problem's owner. */
  readonly owner: PersonId | null;
  readonly dueOn: CivilDate;
  readonly finished: { readonly on: CivilDate; readonly result: string } | null;
  /** Reports of progress so far. */
  readonly progress: number;
}

export interface LedgerDeed {
  readonly by: PersonId;
  readonly as: { readonly unitId: UnitId; readonly post: string } | null;
  readonly on: CivilDate;
}

/** Another problem, by id and by the code that people follow. */
export interface LedgerLink {
  readonly id: Id;
  readonly code: string;
}

/** One problem of the 台账, with the columns of domain.md §8 that exist. Lead and owner are resolved at reading. */
export interface LedgerRow {
  readonly campaign_id: Id;
  readonly problem_id: Id;
  readonly unit_id: UnitId;
  /** Its place in the order of reports, from 0. */
  readonly place: number;
  readonly number: number | null;
  readonly code: string | null;
  readonly aspect: string;
  readonly aspect_name: string;
  readonly item: string;
  readonly title: string;
  readonly detail: string;
  readonly status: ProblemStatus;
  readonly reported_by: PersonId;
  readonly reported_on: CivilDate;
  readonly triage_reason: string | null;
  /** Where it went by a merging or a split, with the codes to follow. */
  readonly gone_into: {
    readonly problems: readonly LedgerLink[];
    readonly reason: string;
    readonly on: CivilDate;
  } | null;
  readonly part_of: LedgerLink | null;
  /** It came to a settled list and waits for the supplementary vote. */
  readonly awaits_vote: boolean;
  readonly fix_type: FixType | null;
  readonly issued_on: CivilDate | null;
  readonly due_on: CivilDate | null;
  readonly lead: Holder;
  readonly owner: Holder;
  readonly root_cause: string | null;
  readonly target: string | null;
  readonly measures: readonly LedgerMeasure[];
  /** By which a measure is known again in another plan, in the order of the measures; null: too short to tell. */
  readonly marks: readonly (string | null)[];
  /** What the last return named as missing. */
  readonly missing: string | null;
  readonly claim: { readonly result: string; readonly by: PersonId; readonly on: CivilDate } | null;
  readonly reviewed: LedgerDeed | null;
  readonly accepted: LedgerDeed | null;
  readonly closed_on: CivilDate | null;
  readonly late: boolean | null;
  readonly plan_round: number;
  readonly claim_round: number;
  readonly doers: readonly PersonId[];
  /** Every date that it and its measures ever had. */
  readonly dates: ReadonlyProblem['dates'];
  readonly extension: ReadonlyProblem['extension'];
  readonly amendment: ReadonlyProblem['amendment'];
  readonly checked: ReadonlyProblem['checked'];
  readonly notice: ReadonlyProblem['notice'];
  readonly reopenings: ReadonlyProblem['reopenings'];
  readonly first_closed: ReadonlyProblem['firstClosed'];
  readonly terminated: ReadonlyProblem['terminated'];
  readonly sustained: ReadonlyProblem['sustained'];
  readonly next_review_on: CivilDate | null;
  readonly reviews: ReadonlyProblem['reviews'];
  /** The latest sample that it was drawn in; 0: none. */
  readonly sampled: number;
  /** 回头看结论, the latest last. */
  readonly verdicts: ReadonlyProblem['verdicts'];
}

export const ledgerTable: Table<LedgerRow> = {
  name: 'problem_ledger',
  columns: {
    campaign_id: 'uuid NOT NULL',
    problem_id: 'uuid NOT NULL',
    unit_id: 'uuid NOT NULL',
    place: 'int NOT NULL',
    number: 'int',
    code: 'text COLLATE "C"',
    aspect: 'text NOT NULL',
    aspect_name: 'text NOT NULL',
    item: 'text NOT NULL',
    title: 'text NOT NULL',
    detail: 'text NOT NULL',
    status: 'text NOT NULL',
    reported_by: 'uuid NOT NULL',
    reported_on: 'date NOT NULL',
    triage_reason: 'text',
    gone_into: 'jsonb',
    part_of: 'jsonb',
    awaits_vote: 'boolean NOT NULL',
    fix_type: 'text',
    issued_on: 'date',
    due_on: 'date',
    lead: 'jsonb NOT NULL',
    owner: 'jsonb NOT NULL',
    root_cause: 'text',
    target: 'text',
    measures: 'jsonb NOT NULL',
    marks: 'text[] NOT NULL',
    missing: 'text',
    claim: 'jsonb',
    reviewed: 'jsonb',
    accepted: 'jsonb',
    closed_on: 'date',
    late: 'boolean',
    plan_round: 'int NOT NULL',
    claim_round: 'int NOT NULL',
    doers: 'jsonb NOT NULL',
    dates: 'jsonb NOT NULL',
    extension: 'jsonb',
    amendment: 'jsonb',
    checked: 'jsonb',
    notice: 'jsonb',
    reopenings: 'jsonb NOT NULL',
    first_closed: 'jsonb',
    terminated: 'jsonb',
    sustained: 'jsonb',
    next_review_on: 'date',
    reviews: 'jsonb NOT NULL',
    sampled: 'int NOT NULL',
    verdicts: 'jsonb NOT NULL',
  },
  key: ['campaign_id', 'problem_id'],
  ofStream: `campaign_id = (${campaignIdOf('p_stream')})`,
  fillfactor: 60,
  indexes: ['CREATE UNIQUE INDEX problem_ledger_code ON problem_ledger (code)'],
};
