import { mayRead, type FieldClass, type Scope } from '@rectify/domain';
import type { LedgerRow } from './ledger.table';

/** The class of each column. What is F1 in part has the part taken out by `withoutWords`. */
export const classOfColumn: Readonly<Record<keyof LedgerRow, FieldClass>> = {
  ...{ campaign_id: 'F0', problem_id: 'F0', unit_id: 'F0', place: 'F0', number: 'F0', code: 'F0' },
  ...{ aspect: 'F0', aspect_name: 'F0', item: 'F0', title: 'F0', detail: 'F1', status: 'F0' },
  ...{ reported_by: 'F3', reported_on: 'F0', triage_reason: 'F1', gone_into: 'F1', part_of: 'F0' },
  ...{ awaits_vote: 'F0', fix_type: 'F0', issued_on: 'F0', due_on: 'F0', lead: 'F0', owner: 'F0' },
  ...{
    root_cause: 'F1',
    target: 'F1',
    measures: 'F1',
    marks: 'F1',
    missing: 'F1',
    claim: 'F1',
    reviewed: 'F0',
  },
  ...{ accepted: 'F0', closed_on: 'F0', late: 'F0', plan_round: 'F0', claim_round: 'F0', doers: 'F0' },
  ...{ dates: 'F0', extension: 'F1', amendment: 'F1', checked: 'F1', notice: 'F0', reopenings: 'F1' },
  ...{ first_closed: 'F0', terminated: 'F1', sustained: 'F0', next_review_on: 'F0', reviews: 'F1' },
  ...{ sampled: 'F0', verdicts: 'F1' },
};

/** A row as this reader may read it: dates and states stay, words are left out. */
export type ShownLedgerRow = Omit<LedgerRow, 'reported_by'> & {
  /** Null where it is not theirs to know. */
  readonly reported_by: LedgerRow['reported_by'] | null;
  /** Whether words were left out. */
  readonly masked: boolean;
};

const none = '';

const withoutWords = (row: LedgerRow): LedgerRow => ({
  ...row,
  detail: none,
  triage_reason: row.triage_reason === null ? null : none,
  gone_into: row.gone_into && { ...row.gone_into, reason: none },
  root_cause: row.root_cause === null ? null : none,
  target: row.target === null ? null : none,
  measures: row.measures.map((measure) => ({
    ...measure,
    text: none,
    finished: measure.finished && { ...measure.finished, result: none },
  })),
  marks: [],
  missing: row.missing === null ? null : none,
  claim: row.claim && { ...row.claim, result: none },
  extension: row.extension && { ...row.extension, reason: none, progress: none },
  amendment: row.amendment && {
    ...row.amendment,
    reason: none,
    rootCause: none,
    target: none,
    measures: row.amendment.measures.map((measure) => ({ ...measure, text: none })),
  },
  checked: row.checked && { ...row.checked, found: none },
  reopenings: row.reopenings.map((each) => ({ ...each, reason: none })),
  terminated: row.terminated && { ...row.terminated, reason: none },
  reviews: row.reviews.map((each) => ({ ...each, looked: none, evidence: none })),
  verdicts: row.verdicts.map((each) => ({ ...each, looked: none, evidence: none })),
});

/** Causes, measures and opinions for the leading group and whom the problem waits for; who reported it for its triager. */
export const maskLedger = (scope: Scope, row: LedgerRow): ShownLedgerRow => {
  const at = { unit: row.unit_id, problem: row.problem_id };
  const masked = !mayRead('F1', scope, at);
  const isReporterShown = mayRead('F3', scope, { ...at, person: row.reported_by });
  return {
    ...(masked ? withoutWords(row) : row),
    reported_by: isReporterShown ? row.reported_by : null,
    masked,
  };
};

/** Whether the words of a report that waits for its triage are this reader's: its triager's, and who wrote them. */
export const mayReadReport = ({ reported_by: by }: ShownLedgerRow): boolean => by !== null;
