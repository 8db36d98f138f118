import { unreachable, type Recorded } from '../kernel/kernel';
import { evolveActivity, noActivities } from './activity.evolve';
import type { ActivityEvent } from './activity.events';
import type { CampaignEvent, EventData } from './campaign.events';
import { assignmentKey, problemOfMeasure, termsOf, type CampaignState } from './campaign.state';
import { draftDating, putDating } from './dating';
import { addOnce, deed, person } from './doer';
import type { LetterEvent } from './letter.events';
import { evolveLetter, noLetters } from './letter.state';
import type { LinkEvent } from './link.events';
import { evolveLink, noLinks } from './link.state';
import type { ListEvent } from './list.events';
import { evolveList } from './list.evolve';
import { noteStep, stepsStand } from './latest-step';
import { noSamples } from './look-back';
import { evolveLookBack } from './look-back.evolve';
import type { LookBackEvent } from './look-back.events';
import { evolveProblem, type ProblemEvent } from './problem.evolve';
import { evolveRectification } from './rectification.evolve';
import type { RectificationEvent } from './rectification.events';
import { recompute, redate, replan } from './replan.evolve';
import { evolveReport, reportedProblem as problem, type ReportEvent } from './report.evolve';
import { closeStage, draftStage, endIfOver, returnStage } from './stage.evolve';
import { withTerms } from './stage-terms';
import { endVote, evolveVote } from './vote.evolve';
import type { VoteEvent } from './vote.events';

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
    mergedReview: null,
    summaryRound: 1,
    signedOffOn: null,
    signOffVersion: null,
    ...noSamples(),
    ...noActivities(),
    ...noLetters(),
    ...noLinks(),
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
    case 'ProblemIncluded':
    case 'ProblemExcluded':
    case 'ProblemHandedOver':
      return evolveReport(draft, { type, data } as ReportEvent, recorded);
    case 'ProblemCommented':
      problem(draft, data).comments += 1;
      return;
    case 'ProblemLinked':
    case 'ProblemUnlinked':
      return evolveLink(draft, { type, data } as LinkEvent, recorded);
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
      for (const at of Object.values(draft.problems)) at.awaitsVote = false;
      return endVote(draft);
    case 'ProblemCorrected':
    case 'ProblemMerged':
    case 'ProblemSplit':
    case 'PartIncluded':
      return evolveList(draft, { type, data } as ListEvent, recorded);
    case 'VoteOpened':
    case 'VoteCast':
    case 'MeetingVoteRecorded':
    case 'MeetingVoteConfirmed':
    case 'VoteFailed':
      return evolveVote(draft, { type, data } as VoteEvent, recorded);
    case 'StageStepApproved': {
      stepsStand(draft.problems);
      const at = draftStage(draft, data.stage);
      // Another basis restarts the chain; the earlier approvals stay facts of the log.
      at.approvals = at.approvals.filter((approval) => approval.basisHash === data.basisHash);
      at.approvals.push({ ...deed(recorded, data), step: data.step, basisHash: data.basisHash });
      return;
    }
    case 'StageReturned':
      return returnStage(draft, data.stage);
    case 'StageClosed':
      stepsStand(draft.problems);
      return closeStage(draft, data);
    case 'MergedReviewOrdered':
      draft.mergedReview = deed(recorded, data);
      return;
    case 'SummaryApproved':
      stepsStand(draft.problems);
      draft.summarised = { ...deed(recorded, data), basisHash: data.basisHash };
      draft.summaryRound += 1;
      return;
    case 'StagesRedated':
      return redate(draft, data);
    case 'CampaignReplanned':
      return replan(draft, data);
    case 'DatesRecomputed':
      return recompute(draft, data);
    case 'CampaignSignedOff':
      draft.signedOffOn = data.on;
      draft.signOffVersion = recorded.version;
      return endIfOver(draft);
    case 'DutyAssigned':
      return assign(draft, data);
    case 'ObligationsDated':
      for (const dating of data.dated) {
        const terms = termsOf(draft, dating.key);
        putDating(draft.dated, { ...dating, rungs: [], terms });
      }
      return;
    case 'RemindersIssued':
      for (const { key, rung } of data.rungs) draftDating(draft.dated, key)?.rungs.push(rung);
      return;
    case 'LetterDrafted':
    case 'LetterIssued':
    case 'LetterDropped':
      return evolveLetter(draft, { type, data } as LetterEvent);
    case 'SampleDrawn':
    case 'VerdictRecorded':
      return evolveLookBack(draft, { type, data } as LookBackEvent, recorded);
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
    case 'ReviewWithdrawn':
    case 'ReviewPassed':
    case 'ClaimReturned':
    case 'CompletionAccepted':
    case 'ProblemClosed':
      return evolveProblem(
        draft,
        noted(draft, { type, data }, recorded),
        { type, data } as ProblemEvent,
        recorded,
      );
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
    case 'StepWithdrawn':
      return evolveRectification(
        draft,
        noted(draft, { type, data }, recorded),
        { type, data } as RectificationEvent,
        recorded,
      );
    default:
      return unreachable(type);
  }
};

const noted = (
  draft: CampaignState,
  event: Pick<ProblemEvent | RectificationEvent, 'type' | 'data'>,
  recorded: Recorded,
) => noteStep(problem(draft, event.data), event, recorded);

const launch = (draft: CampaignState, data: EventData<'CampaignLaunched'>): void => {
  const { campaignId, unitId, code, on } = data;
  const plan = { ...data.plan, stages: data.plan.stages.map(withTerms) };
  Object.assign(draft, { status: 'open', id: campaignId, unitId, code, plan, launchedOn: on });
  draft.stages = plan.stages.map(({ kind, startOn, endOn, provisional }) => ({
    kind,
    startOn,
    endOn,
    provisional,
    calendarVersion: plan.calendarVersion,
    byHand: false,
    announcedOn: null,
    closed: null,
    round: 1,
    approvals: [],
  }));
};

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
