import type { DutyKind } from '../obligation/obligation';

/**
 * What somebody can be over the subject of a command: S secretary, D deputy secretary, G member of the leading group,
 * O who owns it, L who leads it, R who reviews or checks it, A who accepts it, V secretary or supervisor of the unit
 * above, I inspector or anybody of another unit, M administrator without a post, Y the system.
 */
export const roles = ['S', 'D', 'G', 'O', 'L', 'R', 'A', 'V', 'I', 'M', 'Y'] as const;
export type Role = (typeof roles)[number];

/** Separation of duties by natural person over the history; the sentences stand in docs/authority.md. */
export const separationRules = [
  ...(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const),
  ...(['C8', 'C9', 'C10', 'C11', 'C12', 'C13', 'C14'] as const),
] as const;
export type SeparationRule = (typeof separationRules)[number];

/** Who may send one command. Whoever is not named may not: closed by default. */
export interface Row {
  /** Theirs in scope: only a rule can refuse it. */
  readonly may?: readonly Role[];
  /** Theirs where this item, this step or this turn has come to them; otherwise it is not theirs. */
  readonly assigned?: readonly Role[];
  /** The duties whose holder it belongs to, by the plan's list of posts or by AssignDuty. */
  readonly duties?: readonly DutyKind[];
  /** May be handed to a delegate; what commits a person or the unit may not. */
  readonly delegable?: true;
  /** A signature: a person at a browser proves anew that it is they. */
  readonly reauth?: true;
  readonly rules?: readonly SeparationRule[];
}

export type Cell = 'may' | 'assigned' | 'never';
