import type { CampaignCommandType } from '../campaign/campaign.commands';
import type { Row } from './row';

/** A campaign before its problems are put right: launch, screening, list, plan of the campaign itself. */
const preparing = {
  LaunchCampaign: { may: ['S'], rules: ['C13'] },
  WithdrawLaunch: { may: ['S'] },
  /** The secretary's are the clue items. */
  AnswerCheckItems: { assigned: ['S', 'O'], duties: ['aspectOwner'], delegable: true },
  LinkProblem: { may: ['S'], assigned: ['O'], duties: ['aspectOwner'], delegable: true },
  UnlinkProblem: { may: ['S'], assigned: ['O'], duties: ['aspectOwner'], delegable: true },
  ReportProblem: { may: ['S'], assigned: ['O'], duties: ['aspectOwner'] },
  ConfirmScreening: { may: ['S'], rules: ['C12'] },
  SignNilReturn: { may: ['S'], rules: ['C12'] },
  TriageProblem: { assigned: ['S', 'D', 'V'], duties: ['triager'], rules: ['C5', 'C7'] },
  CorrectProblem: { may: ['S'], rules: ['C6'] },
  MergeProblems: { may: ['S'], rules: ['C6'] },
  SplitProblem: { may: ['S'], rules: ['C6'] },
  ConfirmProblemList: { may: ['S'], rules: ['C12'] },
  OpenVote: { may: ['S'], rules: ['C6', 'C12'] },
  CastVote: { assigned: ['S', 'D', 'G', 'V'], rules: ['C6', 'C12'] },
  RecordMeetingVote: { may: ['S'], rules: ['C6', 'C12'] },
  ConfirmMeetingVote: { assigned: ['S', 'D', 'G', 'V'], rules: ['C6', 'C12'] },
  IssueProblem: { may: ['S'], rules: ['C4', 'C11'] },
  AssignDuty: { may: ['S'], assigned: ['V'], rules: ['C7', 'C9', 'C11'] },
  ApproveStage: { assigned: ['S', 'D', 'G', 'V'], rules: ['C12', 'C13'] },
  ReturnStage: { assigned: ['S', 'D', 'G', 'V'], rules: ['C12'] },
  ForceStage: { may: ['S'] },
  OrderMergedReview: { assigned: ['V'], rules: ['C9', 'C11'] },
  RedateStages: { may: ['S'], rules: ['C4'] },
  ReplanCampaign: { may: ['S'], rules: ['C13'] },
} as const satisfies Partial<Record<CampaignCommandType, Row>>;

/** One problem on its way: plan, work, judgement, and what may become of it afterwards. */
const rectifying = {
  CommentOnProblem: {
    ...{ may: ['S', 'D', 'G'], assigned: ['O', 'L', 'R', 'A', 'V'] },
    duties: ['owner', 'lead', 'reviewer', 'acceptor', 'signer'],
  },
  AcknowledgeProblem: { assigned: ['O'], duties: ['owner'], delegable: true },
  SubmitPlan: { assigned: ['O'], duties: ['owner'], delegable: true },
  AmendPlan: { assigned: ['O'], duties: ['owner'], delegable: true },
  ApprovePlan: { assigned: ['S', 'L', 'V'], duties: ['lead'], delegable: true, rules: ['C1', 'C4', 'C12'] },
  ReturnPlan: { assigned: ['S', 'L', 'V'], duties: ['lead'], delegable: true, rules: ['C4', 'C12'] },
  ReportProgress: { assigned: ['O'], duties: ['owner'], delegable: true },
  FinishMeasure: { assigned: ['O'], duties: ['owner'], delegable: true },
  RequestExtension: { assigned: ['O'], duties: ['owner'], delegable: true },
  GrantExtension: { assigned: ['S', 'L', 'V'], duties: ['lead'], delegable: true, rules: ['C4', 'C12'] },
  RefuseExtension: { assigned: ['S', 'L', 'V'], duties: ['lead'], delegable: true, rules: ['C12'] },
  ClaimCompletion: { assigned: ['O'], duties: ['owner'], delegable: true },
  WithdrawClaim: { assigned: ['O'], duties: ['owner'], delegable: true },
  PassReview: {
    ...{ assigned: ['R'], duties: ['reviewer'], delegable: true, reauth: true },
    rules: ['C1', 'C7', 'C9', 'C12'],
  },
  WithdrawReview: { assigned: ['R'], duties: ['reviewer'], delegable: true },
  WithdrawStep: {
    ...{ assigned: ['S', 'O', 'L', 'R', 'A', 'V'], delegable: true },
    duties: ['owner', 'lead', 'reviewer', 'checker', 'acceptor', 'signer'],
  },
  RecordCheck: { assigned: ['R'], duties: ['checker'], delegable: true, rules: ['C1', 'C7', 'C12'] },
  AcceptCompletion: {
    ...{ assigned: ['A'], duties: ['acceptor'], delegable: true, reauth: true },
    rules: ['C1', 'C2', 'C7', 'C8', 'C9', 'C10', 'C12'],
  },
  ReturnClaim: {
    ...{ assigned: ['S', 'R', 'A', 'V'], duties: ['reviewer', 'checker', 'acceptor', 'signer'] },
    ...{ delegable: true, rules: ['C1', 'C2', 'C4', 'C12'] },
  },
  PostPublicNotice: { assigned: ['S', 'V'], duties: ['signer'], rules: ['C2', 'C8', 'C12'] },
  RecordObjection: { assigned: ['S', 'V'], duties: ['signer'], rules: ['C2', 'C8'] },
  SignOffProblem: {
    ...{ assigned: ['S', 'V'], duties: ['signer'], reauth: true },
    rules: ['C2', 'C3', 'C7', 'C8', 'C12'],
  },
  RecordReview: { assigned: ['R'], duties: ['reviewer'], delegable: true, rules: ['C1', 'C2'] },
  EndSustained: { assigned: ['S', 'V'], duties: ['signer'], rules: ['C2', 'C8'] },
  ReopenProblem: { may: ['S'], rules: ['C4', 'C10'] },
  TerminateProblem: { assigned: ['S', 'V'], rules: ['C2'] },
  DrawSample: { assigned: ['D', 'G', 'V'], duties: ['examiner'], rules: ['C12', 'C14'] },
  RecordVerdict: { assigned: ['D', 'G', 'V'], duties: ['examiner'], rules: ['C3', 'C7'] },
} as const satisfies Partial<Record<CampaignCommandType, Row>>;

/** Beside the problems: activities, pledges, rules made, letters, the campaign's own end, and what the process does. */
const beside = {
  PlanActivity: { assigned: ['O'], duties: ['activityOwner'], delegable: true },
  RecordActivity: { assigned: ['O'], duties: ['activityOwner'], delegable: true },
  DraftPledgeText: { assigned: ['O'], duties: ['activityOwner'] },
  SignPledge: { assigned: ['S', 'D', 'G'], rules: ['C12'] },
  ComparePledge: { assigned: ['S', 'V'], rules: ['C3', 'C12'] },
  RegisterRuleMade: { may: ['S'], assigned: ['O'], duties: ['owner'], delegable: true },
  RetireRuleMade: { may: ['S'] },
  IssueLetter: { assigned: ['S', 'V'], rules: ['C11'] },
  DropLetter: { assigned: ['S', 'V'], rules: ['C11'] },
  SignOffCampaign: { assigned: ['S'], reauth: true, rules: ['C12'] },
  ApproveSummary: { may: ['S'], rules: ['C12'] },
  OpenStage: { may: ['Y'] },
  IssueReminders: { may: ['Y'] },
  RecomputeDates: { may: ['Y'] },
} as const satisfies Partial<Record<CampaignCommandType, Row>>;

export const campaignMatrix = { ...preparing, ...rectifying, ...beside } as const;
