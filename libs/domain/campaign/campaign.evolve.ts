import { unreachable, type Recorded } from '../kernel/kernel';
import { evolveActivity, noActivities } from './activity.evolve';
import type { ActivityEvent } from './activity.events';
import type { CampaignEvent, EventData } from './campaign.events';
import { assignmentKey, problemOfMeasure, termsOf, type CampaignState, type Problem } from './campaign.state';
import { addOnce, deed, person } from './doer';
import type { LetterEvent } from './letter.events';
import { evolveLetter, noLetters } from './letter.state';
import type { KeptText } from './report-text';
import { evolveProblem, type ProblemEvent } from './problem.evolve';
import { redate, replan } from './replan.evolve';
import { closeStage, draftStage, endIfOver, returnStage } from './stage.evolve';
import { withTerms } from './stage-terms';
import { endVote, evolveVote } from './vote.evolve';
import type { VoteEvent } from './vote.events';
import { evolveRectification } from './rectification.evolve';
import type { RectificationEvent } from './rectification.events';
import { newRectification } from './rectification.state';

export const initialState = (): CampaignState =>
  ({
    status: 'none',
    stages: [],
    answers: {},
    screening: null,
    listed: null,
    vote: null,
    voteRound: 0,
    problems: {},
    order: [],
    lastNumber: 0,
    assigned: {},
    dated: {},
    replanned: {},
    summarised: null,
    summaryRound: 1,
    signedOffOn: null,
    ...noActivities(),
    ...noLetters(),
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
      draftStage(draft, data.stage).announcedOn = data.on;
      return;
    case 'CheckItemAnswered':
      draft.answers[data.item] = {
        answer: data.answer,
        ...(data.counts ? { counts: data.counts.map((count) => ({ ...count })) } : {}),
        by: person(recorded),
        on: data.on,
      };
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
        ...opened(data.text),
      });
      return;
    case 'ProblemHandedOver':
      Object.assign(problem(draft, data), {
        status: 'handedOver',
        title: '',
        detail: '',
        sealed: null,
        triage: { reason: '', by: person(recorded), on: data.on },
      });
      return;
    case 'ProblemExcluded':
      Object.assign(problem(draft, data), {
        status: 'excluded',
        triage: { reason: data.reason, by: person(recorded), on: data.on },
        ...opened(data.text),
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
      return endVote(draft);
    case 'ProblemCorrected': {
      const { item, aspect, title, detail, textHash } = data;
      Object.assign(problem(draft, data), { item, aspect, title, detail, textHash });
      return endVote(draft);
    }
    case 'VoteOpened':
    case 'VoteCast':
    case 'MeetingVoteRecorded':
    case 'MeetingVoteConfirmed':
    case 'VoteFailed':
      return evolveVote(draft, { type, data } as VoteEvent, recorded);
    case 'StageStepApproved': {
      const at = draftStage(draft, data.stage);
      // Another basis restarts the chain; the earlier approvals stay facts of the log.
      at.approvals = at.approvals.filter((approval) => approval.basisHash === data.basisHash);
      at.approvals.push({ ...deed(recorded, data), step: data.step, basisHash: data.basisHash });
      return;
    }
    case 'StageReturned':
      return returnStage(draft, data.stage);
    case 'StageClosed':
      return closeStage(draft, data);
    case 'SummaryApproved':
      draft.summarised = { ...deed(recorded, data), basisHash: data.basisHash };
      draft.summaryRound += 1;
      return;
    case 'StagesRedated':
      return redate(draft, data);
    case 'CampaignReplanned':
      return replan(draft, data);
    case 'CampaignSignedOff':
      draft.signedOffOn = data.on;
      return endIfOver(draft);
    case 'DutyAssigned':
      return assign(draft, data);
    case 'ObligationsDated':
      for (const dating of data.dated) {
        const terms = termsOf(draft, dating.key);
        draft.dated[dating.key] = { ...dating, rungs: [], terms };
      }
      return;
    case 'RemindersIssued':
      for (const { key, rung } of data.rungs) draft.dated[key]?.rungs.push(rung);
      return;
    case 'LetterDrafted':
    case 'LetterIssued':
    case 'LetterDropped':
      return evolveLetter(draft, { type, data } as LetterEvent);
    case 'ActivityPlanned':
    case 'ActivityHeld':
    case 'PledgeTextDrafted':
    case 'PledgeSigned':
    case 'PledgeCompared':
    case 'RuleMadeRegistered':
    case 'RuleMadeRetired':
      return evolveActivity(draft, { type, data } as ActivityEvent, recorded);
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
      return evolveProblem(draft, problem(draft, data), { type, data } as ProblemEvent, recorded);
    case 'ExtensionRequested':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
    case 'DaysGranted':
    case 'PlanAmended':
    case 'CheckRecorded':
    case 'PublicNoticePosted':
    case 'ObjectionRecorded':
    case 'ProblemReopened':
    case 'ProblemTerminated':
    case 'ReviewRecorded':
    case 'SustainedEnded':
      return evolveRectification(draft, problem(draft, data), { type, data } as RectificationEvent, recorded);
    default:
      return unreachable(type);
  }
};

const launch = (draft: CampaignState, data: EventData<'CampaignLaunched'>): void => {
  const { campaignId, unitId, code, on } = data;
  const plan = { ...data.plan, stages: data.plan.stages.map(withTerms) };
  Object.assign(draft, { status: 'open', id: campaignId, unitId, code, plan, launchedOn: on });
  draft.stages = plan.stages.map(({ kind, startOn, endOn, provisional }) => ({
    kind,
    startOn,
    endOn,
    provisional,
    announcedOn: null,
    closed: null,
    round: 1,
    approvals: [],
  }));
};

const report = (draft: CampaignState, data: EventData<'ProblemReported'>, recorded: Recorded): void => {
  const { problemId: id, item, aspect, title, detail, textHash, sealed = null, on } = data;
  draft.order.push(id);
  draft.problems[id] = {
    id,
    item,
    aspect,
    title,
    detail,
    textHash,
    sealed,
    status: 'reported',
    reported: { by: person(recorded), on },
    triage: null,
    number: null,
    code: null,
    fixType: null,
    issuedOn: null,
    dueOn: null,
    plan: null,
    planRound: 1,
    claimRound: 1,
    claim: null,
    missing: null,
    reviewed: null,
    accepted: null,
    closed: null,
    doers: [],
    reviewers: [],
    acceptors: [],
    leads: [],
    ...newRectification(),
  };
};

/** Triage opens what was sealed; a report in clear stays as it is. */
const opened = (text: KeptText | undefined): Partial<Problem> =>
  text ? { title: text.title, detail: text.detail, textHash: text.hash, sealed: null } : {};

/** Who is named owner or lead has owned or led, though another be named the next day. */
const assign = (draft: CampaignState, { duty, subject, person: named }: EventData<'DutyAssigned'>): void => {
  draft.assigned[assignmentKey(duty, subject)] = named;
  if (duty === 'lead') addOnce(draft.problems[subject]?.leads, named);
  if (duty === 'owner') addOnce((draft.problems[subject] ?? problemOfMeasure(draft, subject))?.doers, named);
  if (duty !== 'aspectOwner') return;
  for (const at of Object.values(draft.problems)) {
    const ownsIt = draft.assigned[assignmentKey('owner', at.id)] === undefined;
    if (at.aspect === subject && at.fixType !== null && ownsIt) addOnce(at.doers, named);
  }
};

const problem = (draft: CampaignState, { problemId }: { readonly problemId: string }): Problem => {
  const found = draft.problems[problemId];
  if (!found) throw new Error(`the log names a problem that was not reported: ${problemId}`);
  return found;
};
