import { copyOf, type CivilDate, type PersonId, type Recorded } from '../kernel/kernel';
import type { Problem } from './campaign.state';
import { person } from './doer';

/**
 * Steps about a problem that whoever took one may withdraw, as long as nobody has acted on it since. A claim and a passed
 * review have commands of their own; what is closed is left by 重开 alone.
 */
export const withdrawableSteps = [
  'PlanSubmitted',
  'PlanAmended',
  'PlanApproved',
  'PlanReturned',
  'ExtensionRequested',
  'ExtensionGranted',
  'ExtensionRefused',
  'CompletionAccepted',
  'ClaimReturned',
] as const;
export type WithdrawableStep = (typeof withdrawableSteps)[number];

/** What of a problem such a step can change. Rounds, dates ever given and who ever took part only grow. */
const changedBySteps = [
  'status',
  'dueOn',
  'plan',
  'planDueOn',
  'amendment',
  'retired',
  'extension',
  'extended',
  'claim',
  'reviewed',
  'checked',
  'accepted',
  'notice',
  'missing',
  'sustained',
] as const satisfies readonly (keyof Problem)[];

export type BeforeStep = Pick<Problem, (typeof changedBySteps)[number]>;

/** The step that was taken last, while it can be withdrawn, and how the problem stood before it. */
export interface LatestStep {
  of: WithdrawableStep;
  by: PersonId;
  on: CivilDate;
  /** Of a chain: which of its steps. */
  step: number;
  before: BeforeStep;
}

const beforeOf = (at: Problem): BeforeStep =>
  copyOf<BeforeStep>(
    Object.fromEntries(changedBySteps.map((field) => [field, at[field]])) as unknown as BeforeStep,
  );

const isWithdrawable = (type: string): type is WithdrawableStep =>
  (withdrawableSteps as readonly string[]).includes(type);

/** What happens to a problem next: a step to be kept in mind, or one after which the step before it stands. */
export const noteStep = (
  at: Problem,
  {
    type,
    data,
  }: { readonly type: string; readonly data: { readonly on: CivilDate; readonly step?: number } },
  recorded: Recorded,
): Problem => {
  // Days that a return grants are part of it, and a withdrawal needs what it withdraws.
  if (type === 'DaysGranted' || type === 'StepWithdrawn') return at;
  at.latest = isWithdrawable(type)
    ? { of: type, by: person(recorded), on: data.on, step: data.step ?? 0, before: beforeOf(at) }
    : null;
  return at;
};

/** A stage or a summary was approved with the problems as they stand: none of them goes back behind that. */
export const stepsStand = (problems: Readonly<Record<string, Problem>>): void => {
  for (const at of Object.values(problems)) if (at.latest !== null) at.latest = null;
};
