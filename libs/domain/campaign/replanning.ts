import type { CivilDate } from '../kernel/kernel';
import type { Rung } from '../obligation/ladder';
import type { ObligationKind } from '../obligation/obligation';
import type { Duration, PostRef } from '../template/template.definition';
import type { StageInUse } from './campaign.events';
import type { Limit } from './campaign.plan';

/** The days of a stage, both included. */
export interface StageWindow {
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
  /** The end rests on a year without an official notice. */
  readonly provisional: boolean;
}

/** Steps of a stage's chain, each the first filled post of its list. */
export type Chain = readonly (readonly PostRef[])[];

/** What a re-planning changed, the old beside the new; what it left alone is not named. */
export interface ReplannedParts {
  readonly chains: readonly {
    readonly stage: StageInUse;
    readonly from: Chain;
    readonly to: Chain;
    /** The chain was running, and begins again in a new round. */
    readonly restarted: boolean;
  }[];
  readonly limits: readonly { readonly kind: ObligationKind; readonly from: Limit; readonly to: Duration }[];
  readonly ladders: readonly {
    readonly ladder: LadderName;
    readonly from: readonly Rung[];
    readonly to: readonly Rung[];
  }[];
}

export const ladderNames = ['work', 'decision', 'answer'] as const;
export type LadderName = (typeof ladderNames)[number];

/** Why a plan is changed under way: the secretary's own reason, or a notice cited by its number. */
interface Ground {
  readonly reason: string;
  readonly notice?: string;
}

/** New windows of stages that are not closed. */
export interface RedatingAsked extends Ground {
  readonly stages: readonly {
    readonly stage: StageInUse;
    readonly startOn: CivilDate;
    readonly endOn: CivilDate;
  }[];
}

/** New chains, handling limits and ladders; what is not named stays as it is. */
export interface ReplanningAsked extends Ground {
  readonly chains?: readonly { readonly stage: StageInUse; readonly approvals: Chain }[];
  readonly limits?: readonly { readonly kind: ObligationKind; readonly limit: Duration }[];
  readonly ladders?: readonly { readonly ladder: LadderName; readonly rungs: readonly Rung[] }[];
}
