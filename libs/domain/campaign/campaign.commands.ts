import type { CivilDate, Id, Message, PersonId, UnitId } from '../kernel/kernel';
import type { ActivityCommand } from './activity.commands';
import type { DutyKind } from '../obligation/obligation';
import type { ListCommand } from './list.commands';
import type { LetterCommand } from './letter.commands';
import type { CommentCommand } from './comment.commands';
import type { LinkCommand } from './link.commands';
import type { LookBackCommand } from './look-back.commands';
import type { OptionalStageKind } from '../template/template.definition';
import type { Answer, FixType, SourceCount, StageInUse } from './campaign.events';
import type { VoteClass } from './quorum';
import type { RedatingAsked, ReplanningAsked } from './replanning';
import type { ClockRule, RectificationCommand } from './rectification.commands';
import type { ReportText } from './report-text';

/** Commands of a campaign (rulings §1). Ids are given in; every decision names the hash of what it decides on. */
export type CampaignCommand =
  | ActivityCommand
  | LetterCommand
  | LinkCommand
  | CommentCommand
  | ListCommand
  | LookBackCommand
  | RectificationCommand
  | Message<
      'LaunchCampaign',
      {
        readonly campaignId: Id;
        readonly unitId: UnitId;
        readonly template: string;
        /** Default: the next working day. Rolled to the next working day where it is none. */
        readonly startOn?: CivilDate;
        /** 1 for the first campaign of this template, unit and year, 2 for the second, … */
        readonly serial: number;
        /** Optional stages of the template that this campaign goes without. */
        readonly leaveOut?: readonly OptionalStageKind[];
        /** Whether the aspects are answered by several days before the screening ends, not all by its last. */
        readonly spreadAnswers?: boolean;
      }
    >
  | Message<'WithdrawLaunch', { readonly reason: string }>
  | Message<
      'AnswerCheckItems',
      {
        readonly answers: readonly {
          readonly item: string;
          readonly answer: Answer;
          readonly counts?: readonly SourceCount[];
          readonly problems?: readonly {
            readonly id: Id;
            readonly title: string;
            readonly detail: string;
            /** In the place of title and detail, which are empty then; made by the shell. */
            readonly sealed?: string;
          }[];
        }[];
      }
    >
  | Message<'ConfirmScreening', { readonly basisHash: string }>
  | Message<'SignNilReturn', { readonly basisHash: string }>
  | Message<
      'TriageProblem',
      {
        readonly problemId: Id;
        readonly decision: 'include' | 'exclude' | 'handOver';
        /** None where it is handed over: of that no text is kept. */
        readonly reason?: string;
        /** The words of a sealed report, opened by the shell; nobody sends them. */
        readonly text?: ReportText;
      }
    >
  | Message<
      'CorrectProblem',
      {
        readonly problemId: Id;
        /** What is left out stays as it is. */
        readonly title?: string;
        readonly detail?: string;
        readonly item?: string;
        readonly reason: string;
      }
    >
  | Message<'ConfirmProblemList', { readonly basisHash: string }>
  | Message<'OpenVote', { readonly basisHash: string }>
  | Message<'CastVote', { readonly basisHash: string; readonly vote: VoteClass }>
  | Message<
      'RecordMeetingVote',
      {
        readonly basisHash: string;
        /** The number of the meeting's minutes. */
        readonly minutes: string;
        readonly votes: readonly { readonly person: PersonId; readonly vote: VoteClass }[];
      }
    >
  | Message<'ConfirmMeetingVote', { readonly basisHash: string }>
  | Message<
      'IssueProblem',
      {
        readonly problemId: Id;
        readonly fixType: FixType;
        readonly lead?: PersonId;
        readonly owner?: PersonId;
        readonly reviewer?: PersonId;
        readonly acceptor?: PersonId;
        readonly dueOn?: CivilDate;
      }
    >
  | Message<'AcknowledgeProblem', { readonly problemId: Id }>
  | Message<
      'SubmitPlan',
      {
        readonly problemId: Id;
        readonly rootCause: string;
        readonly target: string;
        readonly measures: readonly {
          readonly id: Id;
          readonly text: string;
          readonly owner?: PersonId;
          readonly dueOn: CivilDate;
        }[];
        readonly dueOn: CivilDate;
      }
    >
  | Message<'ApprovePlan', { readonly problemId: Id; readonly basisHash: string }>
  | Message<
      'ReturnPlan',
      {
        readonly problemId: Id;
        readonly basisHash: string;
        readonly missing: string;
        readonly clock?: ClockRule;
      }
    >
  | Message<'ReportProgress', { readonly problemId: Id; readonly measureId: Id; readonly text: string }>
  | Message<'FinishMeasure', { readonly problemId: Id; readonly measureId: Id; readonly result: string }>
  | Message<'ClaimCompletion', { readonly problemId: Id; readonly result: string }>
  | Message<'WithdrawClaim', { readonly problemId: Id; readonly reason: string }>
  | Message<'PassReview', { readonly problemId: Id; readonly basisHash: string; readonly opinion?: string }>
  | Message<'WithdrawReview', { readonly problemId: Id; readonly reason: string }>
  | Message<
      'ReturnClaim',
      {
        readonly problemId: Id;
        readonly basisHash: string;
        readonly missing: string;
        readonly clock?: ClockRule;
      }
    >
  | Message<
      'AcceptCompletion',
      { readonly problemId: Id; readonly basisHash: string; readonly opinion?: string }
    >
  | Message<'SignOffProblem', { readonly problemId: Id; readonly basisHash: string }>
  | Message<
      'ApproveStage',
      { readonly stage: StageInUse; readonly basisHash: string; readonly opinion?: string }
    >
  | Message<
      'ReturnStage',
      { readonly stage: StageInUse; readonly basisHash: string; readonly reason: string }
    >
  | Message<'ForceStage', { readonly stage: StageInUse; readonly reason: string }>
  | Message<'RedateStages', RedatingAsked>
  | Message<'ReplanCampaign', ReplanningAsked>
  /** 合并验收, of the whole campaign. */
  | Message<'OrderMergedReview', { readonly reason: string }>
  | Message<'ApproveSummary', { readonly basisHash: string }>
  | Message<'SignOffCampaign', { readonly basisHash: string }>
  | Message<
      'AssignDuty',
      {
        readonly duty: DutyKind;
        readonly subject: string;
        readonly person: PersonId;
        readonly reason: string;
      }
    >
  | Message<'OpenStage', Record<string, never>>
  | Message<'IssueReminders', Record<string, never>>
  /** Says nothing: what the present calendar moves is decided from the log. */
  | Message<'RecomputeDates', Record<string, never>>;

export type CampaignCommandType = CampaignCommand['type'];
export type CommandData<Type extends CampaignCommandType> = Extract<CampaignCommand, { type: Type }>['data'];
