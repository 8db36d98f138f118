import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';
import { RemarkForm } from './remark';
import { StageContent } from './stage-content';

/** The stage that the action names, or that a command is of by its nature. */
const useStage = (): string => {
  const { defaults, command } = useCard().action;
  if (typeof defaults['stage'] === 'string') return defaults['stage'];
  if (command === 'ApproveSummary') return 'summary';
  if (command === 'DrawSample') return 'lookBack';
  return ['ConfirmScreening', 'SignNilReturn'].includes(command) ? 'screening' : 'problemList';
};

export const ApproveStage = () => {
  const { t } = useText();
  const stage = useStage();
  return (
    <RemarkForm
      field="opinion"
      label={t('form.opinion')}
      optional
      consequence={t('consequence.ApproveStage')}
    >
      <StageContent stage={stage} />
    </RemarkForm>
  );
};

export const ReturnStage = () => {
  const { t } = useText();
  const stage = useStage();
  return (
    <RemarkForm field="reason" label={t('form.missing')} consequence={t('consequence.ReturnStage')}>
      <StageContent stage={stage} />
    </RemarkForm>
  );
};

/** 强制结束阶段: a reason, and what it means. */
export const ForceStage = () => {
  const { t } = useText();
  return <RemarkForm field="reason" label={t('form.reason')} consequence={t('consequence.ForceStage')} />;
};

const CONSEQUENCES = {
  ConfirmScreening: 'consequence.ConfirmScreening',
  SignNilReturn: 'consequence.SignNilReturn',
  ConfirmProblemList: 'consequence.ConfirmProblemList',
  ApproveSummary: 'consequence.ApproveSummary',
  DrawSample: 'consequence.DrawSample',
  OpenVote: 'consequence.OpenVote',
  ConfirmMeetingVote: 'consequence.ConfirmMeetingVote',
} as const;

/** What is confirmed as it is shown – 排查结果, “无此问题”, 问题清单, 总结, a vote's question: the content, and the button. */
export const ConfirmContent = () => {
  const { t } = useText();
  const stage = useStage();
  const { action, send } = useCard();
  return (
    <CardForm
      onConfirm={() => send({})}
      consequence={t(CONSEQUENCES[action.command as keyof typeof CONSEQUENCES])}
    >
      <StageContent stage={stage} />
    </CardForm>
  );
};

export const SignOffCampaign = () => {
  const { t } = useText();
  const { send } = useCard();
  return (
    <CardForm onConfirm={() => send({})} consequence={t('consequence.SignOffCampaign')}>
      <StageContent stage="signOff" />
    </CardForm>
  );
};
