import type { Duration, Roll } from '../calendar/duration';
import type { CivilDate, Message, UnitId } from '../kernel/kernel';
import type { StageWindow } from './replanning';
import type { StageInUse } from './stage.events';

/** An obligation's day, and whether it still rests on a year without an official notice. */
export interface RestingDate {
  readonly since: CivilDate;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
}

export interface RecomputedObligation {
  readonly key: string;
  readonly from: RestingDate;
  readonly to: RestingDate;
  /** As before where only the mark of a provisional year has gone. */
  readonly dueVersion: number;
  readonly armedOn: CivilDate;
  /** The rule by which the day was counted; null: it follows the end of a stage. */
  readonly counted: (Duration & { readonly roll: Roll }) | null;
}

export interface RecomputedStage {
  readonly stage: StageInUse;
  readonly from: StageWindow;
  readonly to: StageWindow;
}

/** A day that is worked now and was not, or the other way round. */
export interface ChangedDay {
  readonly date: CivilDate;
  readonly works: boolean;
  readonly name: string | null;
}

/** What another calendar moved: a storage contract, as all events of a campaign. */
export interface RecomputedDates {
  /** The earliest version that a moved date rested on, and the one that all of them rest on now. */
  readonly calendar: { readonly from: number; readonly to: number };
  readonly because: {
    readonly years: readonly { readonly year: number; readonly notice: string }[];
    /** Units whose own days changed. */
    readonly units: readonly UnitId[];
  };
  /** The changed days that lie within what was reckoned anew. */
  readonly days: readonly ChangedDay[];
  readonly stages: readonly RecomputedStage[];
  readonly obligations: readonly RecomputedObligation[];
}

export type RecomputedEvent = Message<'DatesRecomputed', RecomputedDates & { readonly on: CivilDate }>;
