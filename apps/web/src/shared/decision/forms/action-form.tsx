import type { ComponentType } from 'react';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';
import { AcknowledgeProblem } from './acknowledge';
import { AnswerCheckItems } from './answer-check-items';
import { AssignDuty } from './assign-duty';
import { CastVote } from './cast-vote';
import { ClaimCompletion, JudgeClaim, ReturnClaim, SignOffProblem } from './claim-decision';
import { CorrectProblem } from './correct-problem';
import { ImportCalendarYear } from './import-calendar-year';
import { IssueProblem } from './issue-problem';
import { RecordVerdict } from './look-back';
import { WorkOnMeasure } from './measure';
import { ApprovePlan, ReturnPlan } from './plan-decision';
import { LinkProblem } from './link-problem';
import { MergeProblems } from './merge-problems';
import { RemarkForm } from './remark';
import { ReportProblem } from './report-problem';
import { SchemaForm } from './schema-form';
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

const Confirm = () => {
  const { t } = useText();
  const { send } = useCard();
  return <CardForm onConfirm={() => send({})} consequence={t('consequence.ConfirmAppointment')} />;
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
  ConfirmAppointment: Confirm,
  DeclineAppointment: Withdraw,
};

export const ActionForm = () => {
  const Form = FORMS[useCard().action.command] ?? SchemaForm;
  return <Form />;
};
