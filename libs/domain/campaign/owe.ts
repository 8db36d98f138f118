import type { CommandType } from '../authority/matrix';
import type { CivilDate, Json } from '../kernel/kernel';
import type { Action, Holder, ObligationKind, Subject } from '../obligation/obligation';
import type { Duration } from '../template/template.definition';
import type { StageInUse } from './campaign.events';
import type { Campaign } from './campaign.state';
import { stageOf } from './stages';

/** A day that stands elsewhere: granted for just this, its subject's own, or the end of a stage. */
export interface StandingDay {
  readonly on: CivilDate;
  readonly provisional: boolean;
  readonly by: 'granted' | 'own' | { readonly stage: StageInUse };
}

/** An obligation before it is dated: who owes what, from when at the earliest, and within which limit. */
export interface Owed {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly holder: Holder;
  readonly subject: Subject;
  /** The earliest day it can arise; a stage's opening may lie ahead. */
  readonly from: CivilDate;
  /** A day that stands elsewhere, or a duration counted from the day it arose. */
  readonly limit: StandingDay | Duration;
  readonly action: Action;
  readonly alternatives: readonly Action[];
}

interface Details {
  /** Part of the key: what is asked anew gets another round. */
  readonly round: number;
  readonly holder: Holder;
  readonly from?: CivilDate | null;
  /** The date of the measure or problem itself, where it has one. */
  readonly own?: CivilDate | null;
  /** A day that was granted for just this; it stands before the plan's limit. */
  readonly until?: CivilDate | null;
  /** The stage at whose end it is due, where the plan says so; the kind's own where it is left out. */
  readonly stage?: StageInUse;
  readonly action: Action;
  readonly alternatives?: readonly Action[];
}

/** One thing owed, within the limit that the plan gives its kind. */
export const owe = (campaign: Campaign, kind: ObligationKind, subject: Subject, details: Details): Owed => ({
  key: `${kind}:${subject.id}:${details.round}`,
  kind,
  holder: details.holder,
  subject,
  from: details.from ?? campaign.launchedOn,
  limit: limitOf(campaign, kind, details),
  action: details.action,
  alternatives: details.alternatives ?? [],
});

/** A limit that names a date which this kind has not falls back on the end of its stage: nothing is owed without a date. */
const limitOf = (
  campaign: Campaign,
  kind: ObligationKind,
  { own, until, stage = stageOfKind[kind] }: Details,
): Owed['limit'] => {
  if (until) return { on: until, provisional: false, by: 'granted' };
  const limit = campaign.plan.handlingLimits[kind];
  if (typeof limit === 'object') return limit;
  if (limit !== 'stageEnd' && own) return { on: own, provisional: false, by: 'own' };
  const { endOn, provisional } = stageOf(campaign, stage);
  return { on: endOn, provisional, by: { stage } };
};

const stageOfKind: { readonly [kind in ObligationKind]: StageInUse } = {
  answerCheckItem: 'screening',
  confirmScreening: 'screening',
  triageProblem: 'screening',
  confirmProblemList: 'problemList',
  castVote: 'problemList',
  confirmMeetingVote: 'problemList',
  issueProblem: 'problemList',
  decideExtension: 'deadlines',
  acknowledgeProblem: 'measures',
  submitPlan: 'measures',
  decidePlan: 'measures',
  finishMeasure: 'deadlines',
  claimCompletion: 'deadlines',
  reviewCompletion: 'signOff',
  checkOnSite: 'signOff',
  acceptCompletion: 'signOff',
  postPublicNotice: 'signOff',
  signOffProblem: 'signOff',
  reviewSustained: 'signOff',
  approveStage: 'signOff',
  signOffCampaign: 'signOff',
  planActivity: 'screening',
  holdActivity: 'deadlines',
  draftPledgeText: 'screening',
  signPledge: 'screening',
  comparePledge: 'signOff',
  decideLetter: 'signOff',
  approveSummary: 'summary',
  drawSample: 'lookBack',
  giveLookBackVerdict: 'lookBack',
};

/** A command with what is already known of its input. */
export const act = (command: CommandType, defaults: Record<string, Json> = {}): Action => ({
  command,
  defaults,
});
