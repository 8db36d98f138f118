import { unreachable, type PersonId, type Recorded } from '../kernel/kernel';
import type { CampaignEvent, EventData } from './campaign.events';
import { assignmentKey, type CampaignState, type Deed, type Problem, type Stage } from './campaign.state';

export const initialState = (): CampaignState =>
  ({
    status: 'none',
    stages: [],
    answers: {},
    screening: null,
    listed: null,
    problems: {},
    order: [],
    lastNumber: 0,
    assigned: {},
    dated: {},
    signedOffOn: null,
  }) as unknown as CampaignState;

/** What becomes of a campaign. Mutates the draft; reads nothing but the event and what the log says of it. */
export const evolve = (draft: CampaignState, { type, data }: CampaignEvent, recorded: Recorded): void => {
  switch (type) {
    case 'CampaignLaunched':
      return launch(draft, data);
    case 'CampaignWithdrawn':
      draft.status = 'withdrawn';
      return;
    case 'StageOpened':
      stage(draft, data.stage).announcedOn = data.on;
      return;
    case 'CheckItemAnswered':
      draft.answers[data.item] = { answer: data.answer, by: person(recorded), on: data.on };
      return;
    case 'ProblemReported':
      return report(draft, data, recorded);
    case 'ProblemIncluded':
      draft.lastNumber = data.number;
      Object.assign(problem(draft, data), {
        status: 'included',
        number: data.number,
        code: data.code,
        triage: { reason: data.reason, by: person(recorded), on: data.on },
      });
      return;
    case 'ProblemExcluded':
      Object.assign(problem(draft, data), {
        status: 'excluded',
        triage: { reason: data.reason, by: person(recorded), on: data.on },
      });
      return;
    case 'ScreeningConfirmed':
    case 'NilReturnSigned':
      draft.screening = {
        ...deed(recorded, data),
        how: type === 'NilReturnSigned' ? 'nilReturn' : 'confirmed',
        basisHash: data.basisHash,
      };
      return;
    case 'ProblemListConfirmed':
      draft.listed = { ...deed(recorded, data), basisHash: data.basisHash };
      return;
    case 'StageStepApproved': {
      const at = stage(draft, data.stage);
      // Another basis restarts the chain; the earlier approvals stay facts of the log.
      at.approvals = at.approvals.filter((approval) => approval.basisHash === data.basisHash);
      at.approvals.push({ ...deed(recorded, data), step: data.step, basisHash: data.basisHash });
      return;
    }
    case 'StageReturned':
      return returnStage(draft, stage(draft, data.stage));
    case 'StageClosed':
      stage(draft, data.stage).closed = { on: data.on, how: data.how };
      return;
    case 'CampaignSignedOff':
      draft.status = 'signedOff';
      draft.signedOffOn = data.on;
      return;
    case 'DutyAssigned':
      draft.assigned[assignmentKey(data.duty, data.subject)] = data.person;
      if (data.duty === 'lead') addOnce(draft.problems[data.subject]?.leads, data.person);
      return;
    case 'ObligationsDated':
      for (const dating of data.dated) draft.dated[dating.key] = { ...dating, rungs: [] };
      return;
    case 'RemindersIssued':
      for (const { key, rung } of data.rungs) draft.dated[key]?.rungs.push(rung);
      return;
    case 'ProblemIssued':
    case 'ProblemAcknowledged':
    case 'PlanSubmitted':
    case 'PlanApproved':
    case 'PlanReturned':
    case 'ProgressReported':
    case 'MeasureFinished':
    case 'CompletionClaimed':
    case 'ClaimWithdrawn':
    case 'ReviewPassed':
    case 'ClaimReturned':
    case 'CompletionAccepted':
    case 'ProblemClosed':
      return rectify(draft, problem(draft, data), { type, data } as ProblemEvent, recorded);
    default:
      return unreachable(type);
  }
};

type ProblemEvent = Extract<
  CampaignEvent,
  { type: 'ProblemIssued' | 'ProblemAcknowledged' | 'PlanSubmitted' | 'PlanApproved' | 'PlanReturned' | 'ProgressReported' | 'MeasureFinished' | 'CompletionClaimed' | 'ClaimWithdrawn' | 'ReviewPassed' | 'ClaimReturned' | 'CompletionAccepted' | 'ProblemClosed' }
>;

const rectify = (draft: CampaignState, at: Problem, { type, data }: ProblemEvent, recorded: Recorded): void => {
  switch (type) {
    case 'ProblemIssued':
      Object.assign(at, { status: 'issued', fixType: data.fixType, issuedOn: data.on, dueOn: data.dueOn });
      for (const duty of ['lead', 'owner', 'reviewer', 'acceptor'] as const) {
        const named = data[duty];
        if (named !== null) draft.assigned[assignmentKey(duty, at.id)] = named;
      }
      if (data.owner !== null) addOnce(at.doers, data.owner);
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
      if (data.step === 0) addOnce(at.leads, person(recorded));
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
      return;
    case 'ReviewPassed':
      at.status = 'reviewed';
      at.reviewed = deed(recorded, data);
      return;
    case 'CompletionAccepted':
      at.status = 'accepted';
      at.accepted = deed(recorded, data);
      return;
    case 'ProblemClosed':
      at.status = 'closed';
      at.closed = { on: data.on, late: data.late };
      return;
    default:
      return unreachable(type);
  }
};

const launch = (draft: CampaignState, data: EventData<'CampaignLaunched'>): void => {
  const { campaignId, unitId, code, plan, on } = data;
  Object.assign(draft, { status: 'open', id: campaignId, unitId, code, plan, launchedOn: on });
  draft.stages = plan.stages.map(({ kind, startOn, endOn }) => ({
    kind,
    startOn,
    endOn,
    announcedOn: null,
    closed: null,
    round: 1,
    approvals: [],
  }));
};

const report = (draft: CampaignState, data: EventData<'ProblemReported'>, recorded: Recorded): void => {
  const { problemId: id, item, aspect, title, detail, textHash, on } = data;
  draft.order.push(id);
  draft.problems[id] = {
    id, item, aspect, title, detail, textHash,
    status: 'reported',
    reported: { by: person(recorded), on },
    triage: null, number: null, code: null, fixType: null, issuedOn: null, dueOn: null,
    plan: null, planRound: 1, claimRound: 1, claim: null, missing: null,
    reviewed: null, accepted: null, closed: null, doers: [], leads: [],
  };
};

/** A returned stage starts its chain again; what the stage itself confirms has to be confirmed again. */
const returnStage = (draft: CampaignState, at: Stage): void => {
  at.round += 1;
  at.approvals = [];
  if (at.kind === 'screening') draft.screening = null;
  if (at.kind === 'problemList') draft.listed = null;
};

const stage = (draft: CampaignState, kind: string): Stage => {
  const found = draft.stages.find((at) => at.kind === kind);
  if (!found) throw new Error(`the log names a stage that the plan has not: ${kind}`);
  return found;
};

const problem = (draft: CampaignState, { problemId }: { readonly problemId: string }): Problem => {
  const found = draft.problems[problemId];
  if (!found) throw new Error(`the log names a problem that was not reported: ${problemId}`);
  return found;
};

/** The acting person; the system never does what needs one. */
const person = ({ actor }: Recorded): PersonId => (actor.kind === 'person' ? actor.personId : 'system');

const deed = (recorded: Recorded, { on }: { readonly on: string }): Deed => {
  const { actor } = recorded;
  const as = actor.kind === 'person' && actor.unitId && actor.post ? { unitId: actor.unitId, post: actor.post } : null;
  return { by: person(recorded), as, on };
};

const addOnce = (list: PersonId[] | undefined, id: PersonId): void => {
  if (list && !list.includes(id)) list.push(id);
};
