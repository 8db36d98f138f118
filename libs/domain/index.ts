export * from './kernel/kernel';
export * from './kernel/refusal-codes';
export { canonical, hashOf, hashOfText } from './kernel/hash';
export { remembering } from './kernel/remembering';
export { isSame } from './kernel/same';
export * from './obligation/obligation';
export * from './obligation/holder';
export * from './obligation/ladder';
export * from './calendar/civil-date';
export * from './calendar/duration';
export * from './calendar/working-calendar';
export * from './calendar/shipped-years';
export type * from './calendar/calendar.events';
export type { CalendarState } from './calendar/calendar.state';
export type * from './calendar/calendar.commands';
export * from './calendar/calendar-year';
export * from './calendar/read-calendar-year';
export * from './calendar/own-days';
export * from './calendar/unit-calendar';
export { SEND_WINDOW_LIMITS, sendingHoursOf, USUAL_HOURS, type SendingHours } from './calendar/sending-hours';
export * from './calendar/calendar.decider';
export * from './calendar/calendar-obligations';
export * from './directory/posts';
export type * from './directory/context';
export type * from './directory/directory.events';
export type {
  Directory,
  DirectoryState,
  EndedTenure,
  HeldPost,
  Standing,
  Unit,
} from './directory/directory.state';
export { ABSENCE_LIMITS, attendedOn, isAbsent } from './directory/absence';
export type * from './directory/absence.commands';
export { ACCOUNT_LIMITS, beginsPasswordOf, keepsAccountsOf } from './directory/accounts';
export type * from './directory/administrator.commands';
export type * from './directory/administrator.events';
export { PROPOSAL_LIMITS } from './directory/proposal';
export { directoryObligations } from './directory/owed';
export type * from './directory/delegation.commands';
export type * from './directory/delegation.events';
export { DELEGATION_LIMITS, delegationsOf, isDelegable } from './directory/delegation';
export { deputiesOf, entrustedActs, type Deputy } from './obligation/deputies';
export * from './directory/grant.commands';
export type * from './directory/grant.events';
export { GRANT_LIMITS, grantsOf } from './directory/grant';
export type * from './directory/leaving.commands';
export type * from './directory/leaving.events';
export * from './directory/directory-view';
export { scopeIn, scopeOf, type Scope } from './authority/scope';
export * from './authority/readable';
export * from './authority/field-classes';
export { suppress, suppressed, type ShownCount } from './authority/small-counts';
export * from './directory/directory.decider';
export type * from './directory/organisation.commands';
export { DIRECTORY_LIMITS } from './directory/registration';
export { IMPORT_LIMITS, readImport, type ImportLine, type ImportOutcome } from './directory/import';
export type * from './directory/import.commands';
export {
  answersFor,
  clueAnswers,
  exitConditions,
  optionalStageKinds,
  ordinaryAnswers,
  stageKinds,
  type ExitCondition,
  type OptionalStageKind,
  type StageKind,
  type TemplateDefinition,
} from './template/template.definition';
export * from './template/shipped';
export type * from './template/template.events';
export type { Template, TemplateState } from './template/template.state';
export * from './template/template.decider';
export * from './authority/matrix';
export {
  roles,
  separationRules,
  type Cell,
  type Role,
  type Row as AuthorityRow,
  type SeparationRule,
} from './authority/row';
export * from './campaign/campaign.events';
export { COMMENT_LIMITS } from './campaign/decide.comment';
export type * from './campaign/comment.commands';
export type * from './campaign/comment.events';
export { burdenOf, MINUTES_A_FINDING, type Burden } from './campaign/burden';
export { busiest, countByDay } from './campaign/busiest';
export { launchPreviewOf, type LaunchPreview } from './campaign/launch-preview';
export { askedOf, spreadOf } from './campaign/lighter-launch';
export { materialsOf } from './campaign/materials';
export * from './campaign/campaign.commands';
export type * from './campaign/rectification.events';
export type * from './campaign/rectification.commands';
export {
  rulesOf,
  standingDates,
  type Amendment,
  type Extension,
  type GivenDate,
  type Notice,
} from './campaign/rectification.state';
export { withdrawableSteps, type WithdrawableStep } from './campaign/latest-step';
export { stepUses, type RectificationRules } from './template/rectification';
export * from './campaign/campaign.plan';
export { CAMPAIGN_LIMITS } from './campaign/campaign.limits';
export { TEMPLATE_LIMITS } from './template/template.limits';
export { MOST_OF_A_SOURCE } from './campaign/clue-counts';
export type { ReportText } from './campaign/report-text';
export { tally, voteClasses, type Tally, type VoteClass } from './campaign/quorum';
export { groupNow } from './campaign/electorate';
export * from './campaign/campaign.decider';
export * from './campaign/campaign.process';
export type {
  Campaign,
  CampaignState,
  Measure,
  Problem,
  ProblemStatus,
  ReadonlyProblem,
  Stage,
} from './campaign/campaign.state';
export { allItems, problemOf, includedProblems, liveProblems } from './campaign/campaign.state';
export type { CampaignContext } from './campaign/context';
export * as duties from './campaign/duties';
export { OUTCOME, outcomeKinds, outcomeOf, type Outcome, type OutcomeKind } from './campaign/outcomes';
export * from './campaign/activity.commands';
export type * from './campaign/letter.commands';
export type * from './campaign/link.commands';
export type * from './campaign/link.events';
export type { Link } from './campaign/link.state';
export { campaignsAskedBy, openLink, type LinkedCampaigns } from './campaign/links';
export { markOf, SHORTEST_ALIKE } from './campaign/alike';
export { itemToLink, LINK_LIMITS } from './campaign/decide.link';
export type * from './campaign/list.commands';
export type * from './campaign/list.events';
export type * from './campaign/letter.events';
export type { Letter } from './campaign/letter.state';
export * from './campaign/activity.events';
export type * from './campaign/activity.state';
export { ACTIVITY_LIMITS, activityKinds, PLEDGE } from './template/activity.kinds';
export { obligations } from './campaign/obligations';
export { datedKeys, datingOf } from './campaign/dating';
export { whyDue, type WhyDue } from './campaign/why-due';
export * from './campaign/reminders';
export { currentStage, isStageOpen, opensOn, stageOf } from './campaign/stages';
export { rulesInForce } from './campaign/activities';
export * from './campaign/rectification-calendar';
export * from './campaign/side-states';
export * from './campaign/summary';
export { selfCheckReasons, selfCheckVerdicts } from './campaign/self-checks/self-check';
export * from './campaign/self-checks/self-checks';
export * from './campaign/replanning';
export * from './campaign/preview';
export { calendarWith } from './calendar/preview-year';
export { recomputation } from './campaign/recompute';
export type * from './campaign/recomputed.events';
export { isExitMet } from './campaign/exit-conditions';
export { nextReview } from './campaign/sustained';
export * from './campaign/look-back.commands';
export type * from './campaign/look-back.events';
export {
  awaitsVerdict,
  lookBackResult,
  verdictOf,
  type LookBackResult,
  type Verdict,
} from './campaign/look-back';
export { draw, rankOf, sampleSize, seedOf } from './campaign/sampling';
export {
  composeMails,
  type Composition,
  type DeliveryState,
  type Mail,
  type MailKind,
  type PendingNotice,
} from './delivery/compose-mails';
export * from './delivery/channels';
export { firstMails } from './delivery/first-mails';
export { rememberedSeconds, waitFor, type Pace } from './delivery/pace';
export { recipients, type Recipient } from './delivery/recipients';
export { isSensitive } from './delivery/sensitive';
export { digestMoment, isWindowOpen, nextWindowDay, sendWindow, windowBegins } from './delivery/send-window';
