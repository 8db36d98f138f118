import type { MessageKey } from '@rectify/i18n';

/** Until when what is done here can be taken back by whoever does it; what is not named stays on record as it is. */
const UNTIL: Readonly<Record<string, MessageKey>> = {
  ClaimCompletion: 'withdraw.untilReview',
  PassReview: 'withdraw.untilNext',
  SubmitPlan: 'withdraw.untilNext',
  AmendPlan: 'withdraw.untilNext',
  ApprovePlan: 'withdraw.untilNext',
  ReturnPlan: 'withdraw.untilNext',
  RequestExtension: 'withdraw.untilNext',
  GrantExtension: 'withdraw.untilNext',
  RefuseExtension: 'withdraw.untilNext',
  AcceptCompletion: 'withdraw.untilNext',
  ReturnClaim: 'withdraw.untilNext',
  CastVote: 'withdraw.untilDecided',
  AnswerCheckItems: 'withdraw.untilConfirmed',
  LinkProblem: 'withdraw.untilConfirmed',
  AssignDuty: 'withdraw.byAnother',
};

export const withdrawalOf = (command: string): MessageKey => UNTIL[command] ?? 'withdraw.notAtAll';
