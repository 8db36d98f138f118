import {
  duties,
  isSame,
  markOf,
  nextReview,
  remembering,
  type Campaign,
  type ReadonlyProblem,
} from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Change } from '../kernel/projection';
import type { LedgerLink, LedgerRow } from './ledger.table';

/**
 * The problems whose row says something new. States share what did not change, so one look at the reference tells of most;
 * an assignment may move lead and owner of a problem that is itself the same.
 */
export const project = ({ before, after }: Change): TableChange => {
  const reassigned = subjectsReassigned(before, after);
  const changed = after.order.flatMap((id, place): LedgerRow[] => {
    const [known, problem] = [before.problems[id], after.problems[id]];
    if (!problem) return [];
    if (problem === known && !reassigned.has(id) && !reassigned.has(problem.aspect)) return [];
    const row = rowOf(after, problem, place);
    const isThere = known && before.order[place] === id;
    return isThere && isSame(row, rowOf(before, known, place)) ? [] : [row];
  });
  return tableChange(changed);
};

/** Problems and aspects of which somebody else has a duty now. */
const subjectsReassigned = ({ assigned: was }: Campaign, { assigned: is }: Campaign): ReadonlySet<string> =>
  new Set(
    was === is
      ? []
      : Object.keys({ ...was, ...is })
          .filter((key) => was[key] !== is[key])
          .map((key) => key.slice(key.indexOf(':') + 1)),
  );

/** A code is for ever, so a link says nothing new when what it leads to changes. */
const linkTo = ({ problems }: Campaign, id: string): LedgerLink => ({ id, code: problems[id]?.code ?? '' });

const goneInto = (campaign: Campaign, { goneInto: gone }: ReadonlyProblem): LedgerRow['gone_into'] =>
  gone && {
    problems: gone.problems.map((id) => linkTo(campaign, id)),
    reason: gone.reason,
    on: gone.on,
  };

/** A plan is asked about again with every change of its problem. */
const marksOf = (plan: NonNullable<ReadonlyProblem['plan']>): LedgerRow['marks'] =>
  marks(plan.measures, [], () => plan.measures.map(({ text }) => markOf(text)));
const marks = remembering<NonNullable<ReadonlyProblem['plan']>['measures'], LedgerRow['marks']>();

const rowOf = (campaign: Campaign, problem: ReadonlyProblem, place: number): LedgerRow => {
  const { plan, claim, closed } = problem;
  return {
    campaign_id: campaign.id,
    problem_id: problem.id,
    unit_id: campaign.unitId,
    place,
    number: problem.number,
    code: problem.code,
    aspect: problem.aspect,
    aspect_name: campaign.plan.aspects.find(({ code }) => code === problem.aspect)?.name ?? problem.aspect,
    item: problem.item,
    title: problem.title,
    detail: problem.detail,
    status: problem.status,
    reported_by: problem.reported.by,
    reported_on: problem.reported.on,
    triage_reason: problem.triage?.reason ?? null,
    gone_into: goneInto(campaign, problem),
    part_of: problem.partOf === null ? null : linkTo(campaign, problem.partOf),
    awaits_vote: problem.awaitsVote,
    fix_type: problem.fixType,
    issued_on: problem.issuedOn,
    due_on: problem.dueOn,
    lead: duties.lead(campaign, problem),
    owner: duties.owner(campaign, problem),
    root_cause: plan?.rootCause ?? null,
    target: plan?.target ?? null,
    measures: plan?.measures ?? [],
    marks: plan ? marksOf(plan) : [],
    missing: problem.missing,
    claim: claim && { result: claim.result, by: claim.by, on: claim.on },
    reviewed: problem.reviewed,
    accepted: problem.accepted,
    closed_on: closed?.on ?? null,
    late: closed?.late ?? null,
    plan_round: problem.planRound,
    claim_round: problem.claimRound,
    doers: problem.doers,
    dates: problem.dates,
    extension: problem.extension,
    amendment: problem.amendment,
    checked: problem.checked,
    notice: problem.notice,
    reopenings: problem.reopenings,
    first_closed: problem.firstClosed,
    terminated: problem.terminated,
    sustained: problem.sustained,
    next_review_on: nextReview(campaign, problem)?.on ?? null,
    reviews: problem.reviews,
    sampled: problem.sampled,
    verdicts: problem.verdicts,
  };
};
