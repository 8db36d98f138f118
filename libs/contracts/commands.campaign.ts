import {
  clueAnswers,
  COMMENT_LIMITS,
  dutyKinds,
  MOST_OF_A_SOURCE,
  optionalStageKinds,
  ordinaryAnswers,
  stagesInUse,
  voteClasses,
  type CampaignCommandType,
  type CommandData,
  type ProcessCommandType,
} from '@rectify/domain';
import { z } from 'zod';
import { activityCommands } from './commands.activity';
import { linkCommands } from './commands.link';
import { listCommands, reportedProblem } from './commands.list';
import { clockRule, plannedMeasures, rectificationCommands } from './commands.rectification';
import { LIMITS } from './limits';
import { lookBackCommands } from './look-back';
import { basisHash, civilDate, line, slug, text, uuid } from './primitives';
import { redateStages, replanCampaign } from './replanning';

const { text: bound, list, code, count } = LIMITS;

const problemId = uuid;
const title = line(bound.title);
const remark = text(bound.remark);
const work = text(bound.work);
const opinion = text(bound.remark, 0).exactOptional();
const itemCode = line(code.item);
const stage = z.enum(stagesInUse);

export const itemAnswer = z.strictObject({
  item: itemCode,
  answer: z.enum([...new Set([...ordinaryAnswers, ...clueAnswers])]),
  /** With 已移交, at a clue item that asks for a count a source category. */
  counts: z
    .array(z.strictObject({ source: line(code.source), count: z.int().min(0).max(MOST_OF_A_SOURCE) }))
    .max(list.sources)
    .exactOptional(),
  problems: z.array(reportedProblem).max(list.problemsPerAnswer).exactOptional(),
});

const decision = { problemId, basisHash };
const judgement = z.strictObject({ ...decision, opinion });
const stageDecision = { stage, basisHash };

/** `POST /api/campaigns`. The serial is chosen by the API: the first free code of template, year and unit. */
export const launchCampaign = z.strictObject({
  campaignId: uuid.exactOptional(),
  unitId: uuid,
  template: slug,
  startOn: civilDate.exactOptional(),
  /** Optional stages of the template that this campaign goes without. */
  leaveOut: z.array(z.enum(optionalStageKinds)).max(optionalStageKinds.length).exactOptional(),
  /** Whether the aspects are answered by several days before the screening ends, not all by its last. */
  spreadAnswers: z.boolean().exactOptional(),
});

type NotOffered = ProcessCommandType | 'LaunchCampaign';
export type OfferedCampaignCommand = Exclude<CampaignCommandType, NotOffered>;
/** Bodies that the API completes with ids are not yet the domain's data. */
type Body<Type extends OfferedCampaignCommand> = Type extends
  'AnswerCheckItems' | 'ReportProblem' | 'SplitProblem' | 'SubmitPlan' | 'AmendPlan'
  ? object
  : CommandData<Type>;

/** The bodies of a campaign's commands; fields are the domain's. Unknown ones are refused. */
export const campaignCommands = {
  ...activityCommands,
  ...lookBackCommands,
  IssueLetter: z.strictObject({ letter: z.int().min(1).max(count.letter) }),
  DropLetter: z.strictObject({ letter: z.int().min(1).max(count.letter), reason: remark }),
  WithdrawLaunch: z.strictObject({ reason: remark }),
  AnswerCheckItems: z.strictObject({ answers: z.array(itemAnswer).min(1).max(list.answers) }),
  ConfirmScreening: z.strictObject({ basisHash }),
  SignNilReturn: z.strictObject({ basisHash }),
  TriageProblem: z.strictObject({
    problemId,
    decision: z.enum(['include', 'exclude', 'handOver']),
    /** Asked for unless it is handed over. */
    reason: remark.exactOptional(),
  }),
  CorrectProblem: z.strictObject({
    problemId,
    title: title.exactOptional(),
    detail: text(bound.detail, 0).exactOptional(),
    item: itemCode.exactOptional(),
    reason: remark,
  }),
  ...linkCommands,
  ...listCommands,
  ConfirmProblemList: z.strictObject({ basisHash }),
  OpenVote: z.strictObject({ basisHash }),
  CastVote: z.strictObject({ basisHash, vote: z.enum(voteClasses) }),
  RecordMeetingVote: z.strictObject({
    basisHash,
    minutes: line(code.minutes),
    votes: z
      .array(z.strictObject({ person: uuid, vote: z.enum(voteClasses) }))
      .min(1)
      .max(list.voters),
  }),
  ConfirmMeetingVote: z.strictObject({ basisHash }),
  IssueProblem: z.strictObject({
    problemId,
    fixType: z.enum(['immediate', 'timeLimited', 'sustained']),
    lead: uuid.exactOptional(),
    owner: uuid.exactOptional(),
    reviewer: uuid.exactOptional(),
    acceptor: uuid.exactOptional(),
    dueOn: civilDate.exactOptional(),
  }),
  CommentOnProblem: z.strictObject({
    problemId,
    text: remark,
    mentions: z.array(uuid).max(COMMENT_LIMITS.mentions).exactOptional(),
  }),
  AcknowledgeProblem: z.strictObject({ problemId }),
  SubmitPlan: z.strictObject({
    problemId,
    rootCause: work,
    target: work,
    measures: plannedMeasures,
    dueOn: civilDate,
  }),
  ApprovePlan: z.strictObject(decision),
  ReturnPlan: z.strictObject({ ...decision, missing: remark, clock: clockRule }),
  ReportProgress: z.strictObject({ problemId, measureId: uuid, text: work }),
  FinishMeasure: z.strictObject({ problemId, measureId: uuid, result: work }),
  ClaimCompletion: z.strictObject({ problemId, result: work }),
  WithdrawClaim: z.strictObject({ problemId, reason: remark }),
  PassReview: judgement,
  WithdrawReview: z.strictObject({ problemId, reason: remark }),
  ReturnClaim: z.strictObject({ ...decision, missing: remark, clock: clockRule }),
  AcceptCompletion: judgement,
  SignOffProblem: z.strictObject(decision),
  ...rectificationCommands,
  ApproveStage: z.strictObject({ ...stageDecision, opinion }),
  ReturnStage: z.strictObject({ ...stageDecision, reason: remark }),
  ForceStage: z.strictObject({ stage, reason: remark }),
  RedateStages: redateStages,
  ReplanCampaign: replanCampaign,
  OrderMergedReview: z.strictObject({ reason: remark }),
  ApproveSummary: z.strictObject({ basisHash }),
  SignOffCampaign: z.strictObject({ basisHash }),
  AssignDuty: z.strictObject({
    duty: z.enum(dutyKinds),
    subject: line(code.subject),
    person: uuid,
    reason: remark,
  }),
} satisfies { readonly [Type in OfferedCampaignCommand]: z.ZodType<Body<Type>> };
