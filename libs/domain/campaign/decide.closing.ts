import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignCommand, CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ProblemStatus, type ReadonlyProblem } from './campaign.state';
import { clockOf } from './clock-rule';
import { closingHolder, closingStep, isObjectionUpheld, type ClosingStep } from './closing-steps';
import { permit, permitAny, today, type CampaignContext } from './context';
import { owner, reviewer } from './duties';

/** The owner claims completion with a written result, once every measure in force is finished. */
export const claimCompletion = (
  campaign: Campaign,
  { problemId, result }: CommandData<'ClaimCompletion'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.claim) return refuse('ALREADY_DECIDED', { params: { on: problem.claim.on } });
  if (problem.fixType === 'sustained') return refuse('SUSTAINED_IS_REVIEWED');
  if (problem.status !== 'rectifying' || !problem.plan) return refuse('PLAN_NOT_APPROVED');
  const { measures } = problem.plan;
  const finished = measures.flatMap(({ id, finished }) =>
    finished ? [[id, finished.on, finished.result]] : [],
  );
  const open = measures.length - finished.length;
  if (open > 0) return refuse('MEASURES_OPEN', { params: { open } });
  const claimHash = hashOf({
    problemId,
    round: problem.claimRound,
    plan: problem.plan.hash,
    result,
    finished,
  });
  return accept<CampaignEvent>(
    [{ type: 'CompletionClaimed', data: { problemId, result, claimHash, on: today(context) } }],
    allowed.as,
  );
};

/** A claim can be taken back by its owner until the review. */
export const withdrawClaim = (
  campaign: Campaign,
  { problemId, reason }: CommandData<'WithdrawClaim'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status !== 'claimed') return refuse(problem.claim ? 'ALREADY_DECIDED' : 'CLAIM_MISSING');
  return accept<CampaignEvent>(
    [{ type: 'ClaimWithdrawn', data: { problemId, reason, on: today(context) } }],
    allowed.as,
  );
};

/** A passed review can be taken back by whoever passed it, until the next has acted on it. */
export const withdrawReview = (
  campaign: Campaign,
  { problemId, reason }: CommandData<'WithdrawReview'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, reviewer(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (!problem.reviewed) return refuse(problem.claim ? 'NOT_YET_REVIEWED' : 'CLAIM_MISSING');
  if (problem.status !== 'reviewed' || problem.checked) return decidedAlready(problem);
  if (problem.reviewed.by !== allowed.by) return refuse('NOT_YOURS');
  return accept<CampaignEvent>(
    [{ type: 'ReviewWithdrawn', data: { problemId, reason, on: today(context) } }],
    allowed.as,
  );
};

type Judgement = Extract<CampaignCommand, { type: 'PassReview' | 'AcceptCompletion' | 'SignOffProblem' }>;

/** The three judgements in their order: which status each needs, and which step of the closing it is. */
const turns = {
  PassReview: { needs: 'claimed', step: 'review' },
  AcceptCompletion: { needs: 'reviewed', step: 'accept' },
  SignOffProblem: { needs: 'accepted', step: 'signOff' },
} as const satisfies Record<Judgement['type'], { needs: ProblemStatus; step: ClosingStep }>;

const order: readonly ProblemStatus[] = ['claimed', 'reviewed', 'accepted', 'noticed', 'closed'];

/** 审核 → 验收 → 销号, each on the hash of the claim that was shown. Late is who claimed after the due day. */
export const judgeClaim = (
  campaign: Campaign,
  { type, data }: Judgement,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { problemId } = data;
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const { needs, step } = turns[type];
  const allowed = permit(campaign, closingHolder[step](campaign, problem), context);
  if (closingStep(campaign, problem) !== step) {
    if (!allowed.ok && allowed.refusal.code !== 'SEPARATION_OF_DUTIES') return allowed;
    return order.indexOf(problem.status) > order.indexOf(needs)
      ? decidedAlready(problem)
      : refuse(problem.claim ? 'NOT_YET_REVIEWED' : 'CLAIM_MISSING');
  }
  if (!allowed.ok) return allowed;
  if (problem.claim?.hash !== data.basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const on = today(context);
  const { basisHash } = data;
  switch (type) {
    case 'PassReview':
      return accept<CampaignEvent>(
        [{ type: 'ReviewPassed', data: { problemId, opinion: data.opinion ?? '', basisHash, on } }],
        allowed.as,
      );
    case 'AcceptCompletion':
      return accept<CampaignEvent>(
        [{ type: 'CompletionAccepted', data: { problemId, opinion: data.opinion ?? '', basisHash, on } }],
        allowed.as,
      );
    case 'SignOffProblem': {
      if (isObjectionUpheld(problem)) return refuse('OBJECTION_UPHELD');
      if (problem.notice && on <= problem.notice.to)
        return refuse('NOTICE_RUNNING', { params: { to: problem.notice.to } });
      const late = problem.dueOn !== null && problem.claim.on > problem.dueOn;
      return accept<CampaignEvent>(
        [{ type: 'ProblemClosed', data: { problemId, late, basisHash, on } }],
        allowed.as,
      );
    }
  }
};

const decidedAlready = ({ closed, accepted, reviewed }: ReadonlyProblem) =>
  refuse('ALREADY_DECIDED', { params: { on: (closed ?? accepted ?? reviewed)?.on ?? '' } });

/** 退回 belongs to whoever's turn it is, names what is missing, and lets the clock go on or grants days. */
export const returnClaim = (
  campaign: Campaign,
  { problemId, basisHash, missing, clock }: CommandData<'ReturnClaim'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const turn = closingStep(campaign, problem);
  const holders = (turn ? [closingHolder[turn]] : Object.values(closingHolder)).map((holder) =>
    holder(campaign, problem),
  );
  const allowed = permitAny(campaign, holders, context);
  if (!allowed.ok) return allowed;
  if (!turn) return problem.closed ? decidedAlready(problem) : refuse('CLAIM_MISSING');
  if (problem.claim?.hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const granted = clockOf(campaign, problem, 'problem', clock, context);
  if (!granted.ok) return granted;
  return accept<CampaignEvent>(
    [
      { type: 'ClaimReturned', data: { problemId, missing, basisHash, on: today(context) } },
      ...granted.events,
    ],
    allowed.as,
  );
};
