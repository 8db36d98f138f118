import type { Application } from '@rectify/application';
import type { ProblemView } from '@rectify/contracts';
import {
  isOverdue,
  resolveHolder,
  sideStates,
  type CivilDate,
  type Directory,
  type PersonId,
} from '@rectify/domain';
import { mayReadReport, type ShownLedgerRow } from '@rectify/read-models';
import { peopleOf, waitsForView, type Resolved } from '../obligations/obligation.view';
import type { NameOf } from '../people/names';

export interface ProblemContext {
  readonly directory: Directory;
  readonly today: CivilDate;
  readonly nameOf: NameOf;
  /** What stands in the campaign, resolved. */
  readonly owed: readonly Resolved[];
}

const owedFor = (owed: readonly Resolved[], problemId: string): readonly Resolved[] =>
  owed.filter(({ row }) => row.subject.problemId === problemId);

/** Everybody whose name a row shows. */
export const peopleOfProblem = (
  row: ShownLedgerRow,
  { directory, owed }: Omit<ProblemContext, 'nameOf'>,
): PersonId[] => [
  ...[row.lead, row.owner].flatMap((holder) =>
    resolveHolder(holder, directory, row.unit_id).people.map(({ personId }) => personId),
  ),
  ...[...row.measures, ...(row.amendment?.measures ?? [])].flatMap(({ owner }) => owner ?? []),
  ...owedFor(owed, row.problem_id).flatMap(peopleOf),
];

const measureView =
  (nameOf: NameOf) =>
  ({ id, text, owner, dueOn, finished, progress }: ShownLedgerRow['measures'][number]) => ({
    id,
    text,
    owner: owner === null ? null : { personId: owner, name: nameOf(owner) },
    dueOn,
    finished,
    progress,
  });

/** What is out of the way or kept up cannot be late as a whole. */
const dateless: readonly ShownLedgerRow['status'][] = [
  'excluded',
  'handedOver',
  'merged',
  'split',
  'terminated',
  'sustained',
];

/** 延期后时限: the problem's present date, where the last it was given is an extension. */
const extendedTo = ({ dates }: ShownLedgerRow): CivilDate | null => {
  const [last] = dates.filter(({ measureId }) => measureId === null).slice(-1);
  return last?.why === 'extended' ? last.dueOn : null;
};

/** The steps of a closing that a plan may ask for, and what came after one. */
const closingView = (row: ShownLedgerRow) => ({
  check: row.checked && { found: row.checked.found, on: row.checked.on },
  notice: row.notice && { ...row.notice, objections: [...row.notice.objections] },
  reopenings: [...row.reopenings],
  firstClosedOn: row.first_closed?.on ?? null,
  terminated: row.terminated && { on: row.terminated.on, reason: row.terminated.reason },
  sustained: row.sustained && {
    since: row.sustained.since,
    nextReviewOn: row.next_review_on ?? row.sustained.since,
  },
  reviews: row.reviews.map(({ cycle, on, looked, evidence }) => ({ cycle, on, looked, evidence })),
  lookBack: {
    sampled: row.sampled > 0,
    verdicts: row.verdicts.map(({ round, verdict, on, looked, evidence }) => ({
      ...{ round, verdict, on, looked, evidence },
    })),
  },
});

/** A row of the ledger, with lead and owner resolved at this moment. */
export const problemView = (row: ShownLedgerRow, context: ProblemContext): ProblemView => {
  const { directory, today, nameOf, owed } = context;
  const isOpen = row.closed_on === null && !dateless.includes(row.status);
  return {
    id: row.problem_id,
    campaignId: row.campaign_id,
    masked: row.masked,
    code: row.code,
    number: row.number,
    item: row.item,
    aspect: { code: row.aspect, name: row.aspect_name },
    title: row.title,
    detail: row.detail,
    status: row.status,
    reportedOn: row.reported_on,
    triageReason: row.triage_reason,
    goneInto: row.gone_into && { ...row.gone_into, problems: [...row.gone_into.problems] },
    partOf: row.part_of,
    awaitsVote: row.awaits_vote,
    fixType: row.fix_type,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    overdue: isOpen && row.due_on !== null && isOverdue({ dueOn: row.due_on }, today),
    sideStates: [...sideStates(row)],
    dates: [...row.dates],
    extendedTo: extendedTo(row),
    extension: row.extension && {
      reason: row.extension.reason,
      progress: row.extension.progress,
      dueOn: row.extension.dueOn,
      late: row.extension.late,
      on: row.extension.on,
      granted: row.extension.approvals.at(-1)?.dueOn ?? null,
    },
    planRound: row.plan_round,
    claimRound: row.claim_round,
    plan:
      row.root_cause === null || row.target === null
        ? null
        : { rootCause: row.root_cause, target: row.target, measures: row.measures.map(measureView(nameOf)) },
    amendment: row.amendment && {
      reason: row.amendment.reason,
      rootCause: row.amendment.rootCause,
      target: row.amendment.target,
      measures: row.amendment.measures.map(({ owner, ...measure }) => ({
        ...measure,
        owner: owner === null ? null : { personId: owner, name: nameOf(owner) },
      })),
      on: row.amendment.on,
    },
    claim: row.claim && { result: row.claim.result, on: row.claim.on },
    missing: row.missing,
    ...closingView(row),
    closed: row.closed_on === null ? null : { on: row.closed_on, late: row.late ?? false },
    late: row.late ?? false,
    lead: waitsForView(resolveHolder(row.lead, directory, row.unit_id), nameOf),
    owner: waitsForView(resolveHolder(row.owner, directory, row.unit_id), nameOf),
    waitsFor: owedFor(owed, row.problem_id).map(({ row: { id, kind, due_on }, resolution }) => ({
      obligation: id,
      kind,
      dueOn: due_on,
      holder: waitsForView(resolution, nameOf),
    })),
  };
};

type Reports = Awaited<ReturnType<Application['reports']>>;

/** A report that waits for its triage, with its words; one whose key is destroyed is 已移交, whatever day it is shown of. */
export const asReported = (row: ShownLedgerRow, reports: Reports): ShownLedgerRow => {
  const text = reports[row.problem_id];
  if (text === undefined) return row;
  if (text === null) return { ...row, status: 'handedOver' };
  return mayReadReport(row) ? { ...row, ...text } : row;
};
