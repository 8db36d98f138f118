import { accept, refuse, unreachable, type Decider, type Decision } from '../kernel/kernel';
import type { CampaignCommand } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { evolve, initialState } from './campaign.evolve';
import { settle } from './campaign.settle';
import type { Campaign, CampaignState } from './campaign.state';
import type { CampaignContext } from './context';
import * as activity from './decide.activity';
import { amendPlan } from './decide.amendment';
import { commentOnProblem } from './decide.comment';
import { recordCheck } from './decide.check';
import * as closing from './decide.closing';
import { correctProblem } from './decide.correction';
import { assignDuty } from './decide.duty';
import * as extension from './decide.extension';
import { forceStage } from './decide.force';
import * as launch from './decide.launch';
import { decideLetter } from './decide.letter';
import { linkProblem, unlinkProblem } from './decide.link';
import * as lookBack from './decide.look-back';
import { workOnMeasure } from './decide.measure';
import { mergeProblems, splitProblem } from './decide.merging';
import { orderMergedReview } from './decide.merged-review';
import * as notice from './decide.notice';
import * as plan from './decide.plan';
import * as planChain from './decide.plan-chain';
import * as pledge from './decide.pledge';
import * as problemList from './decide.problem-list';
import * as process from './decide.process';
import { redateStages } from './decide.redate';
import { reopenProblem, terminateProblem } from './decide.reopening';
import { replanCampaign } from './decide.replan';
import { reportProblem } from './decide.report';
import * as ruleMade from './decide.rule-made';
import * as screening from './decide.screening';
import * as stage from './decide.stage';
import { approveSummary } from './decide.summary';
import * as sustained from './decide.sustained';
import * as vote from './decide.vote';
import { withdrawStep } from './decide.withdrawal';

/** Every command of a campaign and where its rule stands. A refusal changes nothing. */
const decide = (
  campaign: Campaign,
  command: CampaignCommand,
  given: CampaignContext,
): Decision<CampaignEvent> => {
  const context = { ...given, command: command.type };
  if (command.type === 'LaunchCampaign') return launch.launchCampaign(campaign, command.data, context);
  if (campaign.status === 'none') return refuse('NOT_FOUND');
  // The process finds nothing to do in a campaign that is over; people are told that it is.
  // A campaign that was signed off is opened again only by one of its problems.
  const opensAgain = campaign.status === 'signedOff' && command.type === 'ReopenProblem';
  if (campaign.status !== 'open' && !opensAgain) {
    return context.actor.kind === 'system' ? accept([]) : refuse('CAMPAIGN_OVER');
  }
  switch (command.type) {
    case 'WithdrawLaunch':
      return launch.withdrawLaunch(campaign, command.data, context);
    case 'AnswerCheckItems':
      return screening.answerCheckItems(campaign, command.data, context);
    case 'CommentOnProblem':
      return commentOnProblem(campaign, command.data, context);
    case 'LinkProblem':
      return linkProblem(campaign, command.data, context);
    case 'UnlinkProblem':
      return unlinkProblem(campaign, command.data, context);
    case 'ConfirmScreening':
    case 'SignNilReturn':
      return screening.confirmScreening(campaign, command, context);
    case 'TriageProblem':
      return screening.triageProblem(campaign, command.data, context);
    case 'CorrectProblem':
      return correctProblem(campaign, command.data, context);
    case 'ReportProblem':
      return reportProblem(campaign, command.data, context);
    case 'MergeProblems':
      return mergeProblems(campaign, command.data, context);
    case 'SplitProblem':
      return splitProblem(campaign, command.data, context);
    case 'ConfirmProblemList':
      return problemList.confirmProblemList(campaign, command.data, context);
    case 'OpenVote':
      return vote.openVote(campaign, command.data, context);
    case 'CastVote':
      return vote.castVote(campaign, command.data, context);
    case 'RecordMeetingVote':
      return vote.recordMeetingVote(campaign, command.data, context);
    case 'ConfirmMeetingVote':
      return vote.confirmMeetingVote(campaign, command.data, context);
    case 'IssueProblem':
      return problemList.issueProblem(campaign, command.data, context);
    case 'AcknowledgeProblem':
      return plan.acknowledgeProblem(campaign, command.data, context);
    case 'SubmitPlan':
      return plan.submitPlan(campaign, command.data, context);
    case 'ApprovePlan':
      return planChain.approvePlan(campaign, command.data, context);
    case 'ReturnPlan':
      return planChain.returnPlan(campaign, command.data, context);
    case 'ReportProgress':
    case 'FinishMeasure':
      return workOnMeasure(campaign, command, context);
    case 'ClaimCompletion':
      return closing.claimCompletion(campaign, command.data, context);
    case 'WithdrawReview':
      return closing.withdrawReview(campaign, command.data, context);
    case 'WithdrawClaim':
      return closing.withdrawClaim(campaign, command.data, context);
    case 'PassReview':
    case 'AcceptCompletion':
    case 'SignOffProblem':
      return closing.judgeClaim(campaign, command, context);
    case 'ReturnClaim':
      return closing.returnClaim(campaign, command.data, context);
    case 'RequestExtension':
      return extension.requestExtension(campaign, command.data, context);
    case 'GrantExtension':
      return extension.grantExtension(campaign, command.data, context);
    case 'RefuseExtension':
      return extension.refuseExtension(campaign, command.data, context);
    case 'AmendPlan':
      return amendPlan(campaign, command.data, context);
    case 'RecordCheck':
      return recordCheck(campaign, command.data, context);
    case 'PostPublicNotice':
      return notice.postPublicNotice(campaign, command.data, context);
    case 'RecordObjection':
      return notice.recordObjection(campaign, command.data, context);
    case 'ReopenProblem':
      return reopenProblem(campaign, command.data, context);
    case 'TerminateProblem':
      return terminateProblem(campaign, command.data, context);
    case 'RecordReview':
      return sustained.recordReview(campaign, command.data, context);
    case 'EndSustained':
      return sustained.endSustained(campaign, command.data, context);
    case 'WithdrawStep':
      return withdrawStep(campaign, command.data, context);
    case 'ApproveStage':
      return stage.approveStage(campaign, command.data, context);
    case 'ReturnStage':
      return stage.returnStage(campaign, command.data, context);
    case 'ForceStage':
      return forceStage(campaign, command.data, context);
    case 'RedateStages':
      return redateStages(campaign, command.data, context);
    case 'ReplanCampaign':
      return replanCampaign(campaign, command.data, context);
    case 'OrderMergedReview':
      return orderMergedReview(campaign, command.data, context);
    case 'ApproveSummary':
      return approveSummary(campaign, command.data, context);
    case 'DrawSample':
      return lookBack.drawSample(campaign, command.data, context);
    case 'RecordVerdict':
      return lookBack.recordVerdict(campaign, command.data, context);
    case 'SignOffCampaign':
      return stage.signOffCampaign(campaign, command.data, context);
    case 'AssignDuty':
      return assignDuty(campaign, command.data, context);
    case 'IssueLetter':
    case 'DropLetter':
      return decideLetter(campaign, command, context);
    case 'PlanActivity':
      return activity.planActivity(campaign, command.data, context);
    case 'RecordActivity':
      return activity.recordActivity(campaign, command.data, context);
    case 'DraftPledgeText':
      return pledge.draftPledgeText(campaign, command.data, context);
    case 'SignPledge':
      return pledge.signPledge(campaign, command.data, context);
    case 'ComparePledge':
      return pledge.comparePledge(campaign, command.data, context);
    case 'RegisterRuleMade':
      return ruleMade.registerRuleMade(campaign, command.data, context);
    case 'RetireRuleMade':
      return ruleMade.retireRuleMade(campaign, command.data, context);
    case 'OpenStage':
      return process.openStages(campaign, context);
    case 'IssueReminders':
      return process.issueReminders(campaign, context);
    case 'RecomputeDates':
      return process.recomputeDates(campaign, context);
    default:
      return unreachable(command);
  }
};

export const campaignDecider: Decider<CampaignState, CampaignCommand, CampaignEvent, CampaignContext> = {
  initialState,
  decide,
  evolve,
  settle,
};
