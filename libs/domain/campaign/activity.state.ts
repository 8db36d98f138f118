import type { CivilDate, Id, PersonId } from '../kernel/kernel';
import type { PledgeVerdict } from './activity.events';

export interface Activity {
  kind: string;
  nth: number;
  plannedOn: CivilDate;
  held: { on: CivilDate; people: number } | null;
}

/** The text in force and what became of it. A new text is another hash: earlier signatures stay facts of the log. */
export interface Pledge {
  version: number;
  text: string;
  hash: string;
  draftedOn: CivilDate;
  people: PersonId[];
  /** By person: the hash that was signed, and when. */
  signed: Record<PersonId, { hash: string; on: CivilDate }>;
  compared: Record<PersonId, { hash: string; verdict: PledgeVerdict; reason: string; on: CivilDate }>;
}

/** 建章立制: a rule made, under the number of its document. */
export interface RuleMade {
  number: string;
  title: string;
  effectiveOn: CivilDate;
  problemId: Id | null;
  registeredOn: CivilDate;
  retired: { on: CivilDate; reason: string } | null;
}

/** What a campaign's state holds of activities, pledges and rules made. */
export interface ActivityState {
  /** By `<kind>#<nth>`. */
  activities: Record<string, Activity>;
  pledge: Pledge | null;
  /** In the order of their registration; a number stays taken when its rule is retired. */
  rulesMade: RuleMade[];
}
