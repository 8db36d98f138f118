import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { assignmentKey, type CampaignState, type Problem } from './campaign.state';
import { addOnce, coversLead, deed, person, persons } from './doer';
import { giveDate, giveMeasuresDates } from './given-dates';
import { replacePlan } from './rectification.evolve';
import { backToWork } from './closing.evolve';
import { keepUp } from './sustained.evolve';
import { claimTakenBack, endIfOver, numbersChanged } from './stage.evolve';

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
      | 'ReviewWithdrawn'
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
      if (data.dueOn !== null) giveDate(at, null, data.dueOn, 'issued', data.on);
      return;
    case 'ProblemAcknowledged':
      at.status = 'acknowledged';
      addOnce(at.doers, ...persons(recorded));
      return;
    case 'PlanSubmitted':
    case 'PlanApproved':
    case 'PlanReturned':
      return plan(draft, at, { type, data } as PlanEvent, recorded);
    case 'ProgressReported': {
      const measure = at.plan?.measures.find(({ id }) => id === data.measureId);
      if (measure) measure.progress += 1;
      addOnce(at.doers, ...persons(recorded));
      return;
    }
    case 'MeasureFinished': {
      const measure = at.plan?.measures.find(({ id }) => id === data.measureId);
      if (measure) measure.finished = { on: data.on, result: data.result };
      addOnce(at.doers, ...persons(recorded));
      return keepUp(at, data.on);
    }
    case 'CompletionClaimed':
    case 'ClaimWithdrawn':
    case 'ClaimReturned':
    case 'ReviewPassed':
    case 'ReviewWithdrawn':
    case 'CompletionAccepted':
    case 'ProblemClosed':
      return close(draft, at, { type, data } as ClosingEvent, recorded);
    default:
      return unreachable(type);
  }
};

type PlanEvent = Extract<ProblemEvent, { type: 'PlanSubmitted' | 'PlanApproved' | 'PlanReturned' }>;

/** The plan of a problem: submitted, approved step by step or returned; so is one that is to replace it. */
const plan = (draft: CampaignState, at: Problem, { type, data }: PlanEvent, recorded: Recorded): void => {
  switch (type) {
    case 'PlanSubmitted': {
      const { rootCause, target, dueOn, planHash } = data;
      const measures = data.measures.map((measure) => ({ ...measure, finished: null, progress: 0 }));
      at.plan = { rootCause, target, measures, dueOn, hash: planHash, by: person(recorded), approvals: [] };
      at.status = at.fixType === 'immediate' ? 'rectifying' : 'planSubmitted';
      at.missing = null;
      at.planDueOn = null;
      if (at.status === 'rectifying') giveMeasuresDates(at, data.on);
      addOnce(at.doers, ...persons(recorded));
      for (const measure of measures) if (measure.owner !== null) addOnce(at.doers, measure.owner);
      return;
    }
    case 'PlanApproved':
      (at.amendment ?? at.plan)?.approvals.push({ ...deed(recorded, data), step: data.step });
      if (coversLead(draft, data)) addOnce(at.leads, ...persons(recorded));
      if (!data.last) return;
      if (at.amendment) return replacePlan(draft, at, data.on);
      at.status = 'rectifying';
      if (at.plan) giveDate(at, null, at.plan.dueOn, 'planned', data.on);
      giveMeasuresDates(at, data.on);
      return;
    case 'PlanReturned':
      at.missing = data.missing;
      if (at.amendment) {
        at.amendment = null;
        return;
      }
      at.status = 'acknowledged';
      at.planRound += 1;
      return;
    default:
      return unreachable(type);
  }
};

type ClosingEvent = Extract<
  ProblemEvent,
  {
    type:
      | 'CompletionClaimed'
      | 'ClaimWithdrawn'
      | 'ReviewWithdrawn'
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
      // What is claimed as done needs neither more time nor another plan.
      at.extension = null;
      at.amendment = null;
      addOnce(at.doers, ...persons(recorded));
      return;
    case 'ClaimWithdrawn':
    case 'ClaimReturned':
      backToWork(at);
      at.missing = type === 'ClaimReturned' ? data.missing : null;
      return claimTakenBack(draft);
    case 'ReviewPassed':
      at.status = 'reviewed';
      at.reviewed = deed(recorded, data);
      addOnce(at.reviewers, ...persons(recorded));
      return;
    case 'ReviewWithdrawn':
      // What is asked anew is a round of its own; who reviewed once stays kept apart from the acceptance.
      at.status = 'claimed';
      at.reviewed = null;
      at.claimRound += 1;
      return;
    case 'CompletionAccepted':
      at.status = 'accepted';
      at.accepted = deed(recorded, data);
      addOnce(at.acceptors, ...persons(recorded));
      return;
    case 'ProblemClosed':
      at.status = 'closed';
      at.closed = { on: data.on, late: data.late };
      at.firstClosed ??= { on: data.on, version: recorded.version };
      addOnce(at.signers, ...persons(recorded));
      numbersChanged(draft);
      return endIfOver(draft);
    default:
      return unreachable(type);
  }
};
