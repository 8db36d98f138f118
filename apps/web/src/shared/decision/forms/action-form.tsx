import type { ComponentType } from 'react';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { Absence } from './absence';
import { AcknowledgeProblem } from './acknowledge';
import { AnswerCheckItems } from './answer-check-items';
import { Appointment } from './appointment';
import { AssignDuty } from './assign-duty';
import { CastVote } from './cast-vote';
import { ClaimCompletion, JudgeClaim, ReturnClaim, SignOffProblem } from './claim-decision';
import { Certain } from './certain';
import { CorrectProblem } from './correct-problem';
import { Delegate } from './delegate';
import { GrantReading } from './grant-reading';
import { ImportCalendarYear } from './import-calendar-year';
import { IssueProblem } from './issue-problem';
import { RecordVerdict } from './look-back';
import { WorkOnMeasure } from './measure';
import { ApprovePlan, ReturnPlan } from './plan-decision';
import { LinkProblem } from './link-problem';
import { MergeProblems } from './merge-problems';
import { OwnDays } from './own-days';
import { RedateStages } from './redate-stages';
import { RegisterUnit } from './register-unit';
import { RemarkForm } from './remark';
import { ReplanCampaign } from './replan-campaign';
import { ReportProblem } from './report-problem';
import { SchemaForm } from './schema-form';
import { SendWindow } from './send-window';
import { SplitProblem } from './split-problem';
import { ApproveStage, ConfirmContent, ForceStage, ReturnStage, SignOffCampaign } from './stage-decision';
import { SubmitPlan } from './submit-plan';
import { TriageProblem } from './triage';

const Withdraw = () => {
  const { t } = useText();
  return <RemarkForm field="reason" label={t('form.reason')} />;
};

const Unlink = () => {
  const { t } = useText();
  return <RemarkForm field="reason" label={t('form.reason')} consequence={t('consequence.UnlinkProblem')} />;
};

/** Commands that have a form of their own. */
const FORMS: Readonly<Record<string, ComponentType>> = {
  WithdrawLaunch: Withdraw,
  AnswerCheckItems,
  ConfirmScreening: ConfirmContent,
  SignNilReturn: ConfirmContent,
  TriageProblem,
  ReportProblem,
  LinkProblem,
  MergeProblems,
  CorrectProblem,
  SplitProblem,
  ConfirmProblemList: ConfirmContent,
  OpenVote: ConfirmContent,
  CastVote,
  ConfirmMeetingVote: ConfirmContent,
  IssueProblem,
  AcknowledgeProblem,
  SubmitPlan,
  ApprovePlan,
  ReturnPlan,
  ReportProgress: WorkOnMeasure,
  FinishMeasure: WorkOnMeasure,
  ClaimCompletion,
  WithdrawClaim: Withdraw,
  WithdrawReview: Withdraw,
  WithdrawStep: Withdraw,
  UnlinkProblem: Unlink,
  PassReview: JudgeClaim,
  AcceptCompletion: JudgeClaim,
  SignOffProblem,
  ReturnClaim,
  ApproveStage,
  ReturnStage,
  ForceStage,
  ApproveSummary: ConfirmContent,
  DrawSample: ConfirmContent,
  RecordVerdict,
  SignOffCampaign,
  AssignDuty,
  ImportCalendarYear,
  ConfirmAppointment: Certain,
  DeclineAppointment: Withdraw,
  AppointToPost: Appointment,
  ProposeAppointment: Appointment,
  EndTenure: Certain,
  RecordLeaving: Certain,
  FreezePerson: Certain,
  UnfreezePerson: Certain,
  NameAdministrator: Certain,
  ReleaseAdministrator: Certain,
  MarkAway: Absence,
  MarkBack: Absence,
  Delegate,
  RevokeDelegation: Certain,
  GrantReading,
  RevokeReading: Certain,
  RegisterUnit,
  RedateStages,
  ReplanCampaign,
  OverrideCalendarDays: OwnDays,
  WithdrawCalendarOverride: Withdraw,
  SetSendWindow: SendWindow,
};

export const ActionForm = () => {
  const Form = FORMS[useCard().action.command] ?? SchemaForm;
  return <Form />;
};
