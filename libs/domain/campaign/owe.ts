import type { CivilDate, Json } from '../kernel/kernel';
import type { Action, Holder, ObligationKind, Subject } from '../obligation/obligation';
import type { Duration } from '../template/template.definition';
import type { Campaign } from './campaign.state';

/** An obligation before it is dated: who owes what, from when at the earliest, and within which limit. */
export interface Owed {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly holder: Holder;
  readonly subject: Subject;
  /** The earliest day it can arise; a stage's opening may lie ahead. */
  readonly from: CivilDate;
  /** A fixed due day, or a duration counted from the day it arose. */
  readonly limit: CivilDate | Duration;
  readonly action: Action;
  readonly alternatives: readonly Action[];
}

/** One thing owed, within the limit that the plan gives its kind, or by a fixed day. */
export const owe = (
  campaign: Campaign,
  kind: ObligationKind,
  subject: Subject,
  more: {
    round: number;
    holder: Holder;
    from?: CivilDate | null;
    on?: CivilDate;
    action: Action;
    alternatives?: readonly Action[];
  },
): Owed => {
  const limit = more.on ?? campaign.plan.handlingLimits[kind];
  if (limit === undefined || limit === 'stageEnd' || limit === 'measure.dueOn' || limit === 'problem.dueOn') {
    throw new Error(`the plan gives no limit for ${kind}`);
  }
  return {
    key: `${kind}:${subject.id}:${more.round}`,
    kind,
    holder: more.holder,
    subject,
    from: more.from ?? campaign.launchedOn,
    limit,
    action: more.action,
    alternatives: more.alternatives ?? [],
  };
};

/** A command with what is already known of its input. */
export const act = (command: string, defaults: Record<string, Json> = {}): Action => ({ command, defaults });
