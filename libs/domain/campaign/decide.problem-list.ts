import { isCivilDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { accept, refuse, type CivilDate, type Decision, type PersonId } from '../kernel/kernel';
import { assignmentAtFault } from './assignment';
import { basisHash, problemListBasis } from './basis';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { assignmentKey, problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { holderOfDuty, secretary } from './duties';
import { isOwnDate } from './own-date';
import { isListSettled, isStageOpen, isSupplementary, opensOn, stageOf } from './stages';

/** Where the plan asks for no vote: confirming freezes the numbered problems with their hash; the chain approves just that. */
export const confirmProblemList = (
  campaign: Campaign,
  data: CommandData<'ConfirmProblemList'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const closed = listClosedFor(campaign, context);
  if (closed) return closed;
  if (campaign.plan.vote) return refuse('VOTE_REQUIRED');
  const confirmed = listConfirmed(campaign, today(context));
  if (confirmed.data.basisHash !== data.basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return accept<CampaignEvent>([confirmed], allowed.as);
};

/** The whole list as it stands, frozen; a supplementary vote names the frozen list that it extends. */
export const listConfirmed = (campaign: Campaign, on: CivilDate) => {
  const { listed } = campaign;
  const basis = problemListBasis(campaign);
  const data = { on, basis, basisHash: basisHash(basis) };
  return {
    type: 'ProblemListConfirmed',
    data: listed ? { ...data, extends: listed.basisHash } : data,
  } as const;
};

/** Why the list cannot be confirmed now, or null. */
export const listClosedFor = (campaign: Campaign, context: CampaignContext) => {
  if (isSupplementary(campaign)) return null;
  if (campaign.listed) return refuse('ALREADY_DECIDED', { params: { on: campaign.listed.on } });
  const { closed } = stageOf(campaign, 'problemList');
  if (closed?.how === 'noProblem') return refuse('NO_PROBLEM');
  if (closed) return refuse('ALREADY_DECIDED', { params: { on: closed.on } });
  return isStageOpen(campaign, 'problemList', today(context))
    ? null
    : refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, 'problemList') ?? '' } });
};

const named = ['lead', 'owner', 'reviewer', 'acceptor'] as const;

/**
 * Issuing a problem gives it its fix type and, where named, its people; a person not named is whoever holds the duty.
 * An immediate one gets its date here and may be issued once included; others wait for the confirmed list.
 */
export const issueProblem = (
  campaign: Campaign,
  data: CommandData<'IssueProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, data.problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (['reported', 'excluded', 'handedOver'].includes(problem.status))
    return refuse('NOT_INCLUDED', { field: 'problemId' });
  if (problem.status !== 'included')
    return refuse('ALREADY_DECIDED', { params: { on: problem.goneInto?.on ?? problem.issuedOn ?? '' } });
  const { fixType } = data;
  if ((!isListSettled(campaign) || problem.awaitsVote) && fixType !== 'immediate')
    return refuse('LIST_NOT_CONFIRMED');
  const issued = withPeople(campaign, data);
  const wrongPerson = personsAtFault(issued, data, allowed.by, context);
  if (wrongPerson) return wrongPerson;
  if (fixType !== 'immediate' && data.dueOn !== undefined) return refuse('DUE_BY_PLAN', { field: 'dueOn' });
  if (data.dueOn !== undefined && isOwnDate(issued, problem, allowed.by, context))
    return refuse('SEPARATION_OF_DUTIES', { field: 'dueOn' });

  const on = today(context);
  const dueOn = fixType === 'immediate' ? immediateDueOn(campaign, data.dueOn, context) : null;
  if (dueOn !== null && typeof dueOn !== 'string') return dueOn;
  const people = Object.fromEntries(named.map((duty) => [duty, data[duty] ?? null])) as Record<
    (typeof named)[number],
    PersonId | null
  >;
  return accept<CampaignEvent>(
    [{ type: 'ProblemIssued', data: { problemId: problem.id, fixType, ...people, dueOn, on } }],
    allowed.as,
  );
};

/** The people whom the issuing names, in their duties as though it were done. */
const givenPeople = (data: CommandData<'IssueProblem'>) =>
  named.flatMap((duty) => (data[duty] === undefined ? [] : [{ duty, person: data[duty] }]));

const withPeople = (campaign: Campaign, data: CommandData<'IssueProblem'>): Campaign => {
  const assigned = { ...campaign.assigned };
  for (const { duty, person } of givenPeople(data)) assigned[assignmentKey(duty, data.problemId)] = person;
  return { ...campaign, assigned };
};

/** Each named person must hold a post and be free for the duty, judged with everybody else in place who is named here. */
const personsAtFault = (
  issued: Campaign,
  data: CommandData<'IssueProblem'>,
  by: PersonId,
  context: CampaignContext,
) => {
  for (const { duty, person } of givenPeople(data)) {
    const holder = holderOfDuty(issued, duty, data.problemId);
    const code = holder && assignmentAtFault(issued, holder, { person, by }, context);
    if (code) return refuse(code, { field: duty });
  }
  return null;
};

const immediateDueOn = (campaign: Campaign, asked: CivilDate | undefined, context: CampaignContext) => {
  const { default: length, max, roll } = campaign.plan.fixTypes.immediate;
  const on = today(context);
  const dueOn = asked ?? addDuration(context.calendar, on, length, roll).date;
  if (!isCivilDate(dueOn)) return refuse('INVALID', { field: 'dueOn' });
  if (dueOn < on) return refuse('DUE_BEFORE_START', { field: 'dueOn', params: { start: on } });
  const latest = addDuration(context.calendar, on, max, 'none').date;
  return dueOn > latest ? refuse('DUE_TOO_LATE', { field: 'dueOn', params: { latest } }) : dueOn;
};
