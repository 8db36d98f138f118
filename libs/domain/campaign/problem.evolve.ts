import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignEvent, EventData } from './campaign.events';
import { assignmentKey, type CampaignState, type Problem } from './campaign.state';
import { addOnce, deed, person } from './doer';
import { claimTakenBack } from './stage.evolve';

/** What happens to one problem once it is included. */
export type ProblemEvent = Extract<
  CampaignEvent,
  {
    type:
      | 'ProblemIssued'
      | 'ProblemAcknowledged'
      | 'PlanSubmitted'
      | 'PlanApproved'
      | 'PlanReturned'
      | 'ProgressReported'
      | 'MeasureFinished'
      | 'CompletionClaimed'
      | 'ClaimWithdrawn'
      | 'ReviewPassed'
      | 'ClaimReturned'
      | 'CompletionAccepted'
      | 'ProblemClosed';
  }
>;

export const evolveProblem = (
  draft: CampaignState,
  at: Problem,
  { type, data }: ProblemEvent,
  recorded: Recorded,
): void => {
  switch (type) {
    case 'ProblemIssued':
      Object.assign(at, { status: 'issued', fixType: data.fixType, issuedOn: data.on, dueOn: data.dueOn });
      for (const duty of ['lead', 'owner', 'reviewer', 'acceptor'] as const) {
        const named = data[duty];
        if (named !== null) draft.assigned[assignmentKey(duty, at.id)] = named;
      }
      for (const key of [assignmentKey('owner', at.id), assignmentKey('aspectOwner', at.aspect)]) {
        const owner = draft.assigned[key];
        if (owner === undefined) continue;
        addOnce(at.doers, owner);
        break;
      }
      if (data.lead !== null) addOnce(at.leads, data.lead);
      return;
    case 'ProblemAcknowledged':
      at.status = 'acknowledged';
      addOnce(at.doers, person(recorded));
      return;
    case 'PlanSubmitted': {
      const { rootCause, target, dueOn, planHash } = data;
      const measures = data.measures.map((measure) => ({ ...measure, finished: null, progress: 0 }));
      at.plan = { rootCause, target, measures, dueOn, hash: planHash, by: person(recorded), approvals: [] };
      at.status = at.fixType === 'immediate' ? 'rectifying' : 'planSubmitted';
      at.missing = null;
      addOnce(at.doers, person(recorded));
      for (const measure of measures) if (measure.owner !== null) addOnce(at.doers, measure.owner);
      return;
    }
    case 'PlanApproved':
      at.plan?.approvals.push({ ...deed(recorded, data), step: data.step });
      if (coversLead(draft, data)) addOnce(at.leads, person(recorded));
      if (data.last) {
        at.status = 'rectifying';
        at.dueOn = at.plan?.dueOn ?? null;
      }
      return;
    case 'PlanReturned':
      at.status = 'acknowledged';
      at.planRound += 1;
      at.missing = data.missing;
      return;
    case 'ProgressReported': {
      const measure = at.plan?.measures.find(({ id }) => id === data.measureId);
      if (measure) measure.progress += 1;
      addOnce(at.doers, person(recorded));
      return;
    }
    case 'MeasureFinished': {
      const measure = at.plan?.measures.find(({ id }) => id === data.measureId);
      if (measure) measure.finished = { on: data.on, result: data.result };
      addOnce(at.doers, person(recorded));
      return;
    }
    case 'CompletionClaimed':
    case 'ClaimWithdrawn':
    case 'ClaimReturned':
    case 'ReviewPassed':
    case 'CompletionAccepted':
    case 'ProblemClosed':
      return close(draft, at, { type, data } as ClosingEvent, recorded);
    default:
      return unreachable(type);
  }
};

/** Whether an approval covers the lead's step: the last one stands for all steps that its person may take. */
const coversLead = (draft: CampaignState, { step, last }: EventData<'PlanApproved'>): boolean =>
  draft.plan.planChain.slice(step, last ? undefined : step + 1).some((planned) => 'duty' in planned);

type ClosingEvent = Extract<
  ProblemEvent,
  {
    type:
      | 'CompletionClaimed'
      | 'ClaimWithdrawn'
      | 'ClaimReturned'
      | 'ReviewPassed'
      | 'CompletionAccepted'
      | 'ProblemClosed';
  }
>;

/** From the claim to the sign-off, and back. */
const close = (draft: CampaignState, at: Problem, { type, data }: ClosingEvent, recorded: Recorded): void => {
  switch (type) {
    case 'CompletionClaimed':
      at.claim = { result: data.result, hash: data.claimHash, by: person(recorded), on: data.on };
      at.status = 'claimed';
      at.missing = null;
      addOnce(at.doers, person(recorded));
      return;
    case 'ClaimWithdrawn':
    case 'ClaimReturned':
      Object.assign(at, { status: 'rectifying', claim: null, reviewed: null, accepted: null });
      at.claimRound += 1;
      at.missing = type === 'ClaimReturned' ? data.missing : null;
      return claimTakenBack(draft);
    case 'ReviewPassed':
      at.status = 'reviewed';
      at.reviewed = deed(recorded, data);
      addOnce(at.reviewers, person(recorded));
      return;
    case 'CompletionAccepted':
      at.status = 'accepted';
      at.accepted = deed(recorded, data);
      addOnce(at.acceptors, person(recorded));
      return;
    case 'ProblemClosed':
      at.status = 'closed';
      at.closed = { on: data.on, late: data.late };
      return;
    default:
      return unreachable(type);
  }
};
