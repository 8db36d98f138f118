/** What came of something, for whom it concerns although it is nobody's obligation (rulings §4): told in the next digest. */
import type { Holder, ObligationKind, Subject } from '../obligation/obligation';
import type { CampaignEvent, CampaignEventType, EventData } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { owner } from './duties';
import type { WithdrawableStep } from './latest-step';
import { obligations } from './obligations';

/** Stands where a reminder has its rung. */
export const OUTCOME = 'outcome';

export const outcomeKinds = [
  'extensionGranted',
  'extensionRefused',
  'planApproved',
  'planReturned',
  'claimReturned',
  'problemReopened',
  'letterDropped',
  'stepWithdrawn',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export interface Outcome {
  readonly what: OutcomeKind;
  /** What was decided on, or what was late; says also whether it is sensitive. */
  readonly kind: ObligationKind;
  /** The obligation that it is about, where it is about one. */
  readonly key: string | null;
  readonly subject: Subject;
  readonly to: Holder;
}

type Telling = {
  readonly [Type in CampaignEventType]?: (before: Campaign, data: EventData<Type>) => Outcome | null;
};

const ofProblem = (
  before: Campaign,
  problemId: string,
  what: OutcomeKind,
  kind: ObligationKind,
): Outcome | null => {
  const problem = problemOf(before, problemId);
  if (!problem) return null;
  const subject = { type: 'problem', id: problemId, problemId } as const;
  return { what, kind, key: null, subject, to: owner(before, problem) };
};

const kindOfStep: { readonly [step in WithdrawableStep]: ObligationKind } = {
  PlanSubmitted: 'submitPlan',
  PlanAmended: 'decidePlan',
  PlanApproved: 'decidePlan',
  PlanReturned: 'decidePlan',
  ExtensionRequested: 'decideExtension',
  ExtensionGranted: 'decideExtension',
  ExtensionRefused: 'decideExtension',
  CompletionAccepted: 'acceptCompletion',
  ClaimReturned: 'claimCompletion',
};

/** Whether a step had an outcome: a return and a refusal, and of a chain what it ended with. */
const wasTold = (before: Campaign, problemId: string, of: WithdrawableStep): boolean => {
  const problem = problemOf(before, problemId);
  if (of === 'PlanApproved') return problem?.status !== 'planSubmitted' && problem?.amendment === null;
  if (of === 'ExtensionGranted') return problem?.extension === null;
  return of === 'PlanReturned' || of === 'ExtensionRefused' || of === 'ClaimReturned';
};

/** Of a chain only its last step is an outcome; a return or a refusal always is. */
const telling: Telling = {
  ExtensionGranted: (before, { problemId, last }) =>
    last ? ofProblem(before, problemId, 'extensionGranted', 'decideExtension') : null,
  ExtensionRefused: (before, { problemId }) =>
    ofProblem(before, problemId, 'extensionRefused', 'decideExtension'),
  PlanApproved: (before, { problemId, last }) =>
    last ? ofProblem(before, problemId, 'planApproved', 'decidePlan') : null,
  PlanReturned: (before, { problemId }) => ofProblem(before, problemId, 'planReturned', 'decidePlan'),
  ClaimReturned: (before, { problemId }) => ofProblem(before, problemId, 'claimReturned', 'claimCompletion'),
  ProblemReopened: (before, { problemId }) =>
    ofProblem(before, problemId, 'problemReopened', 'claimCompletion'),
  // Who was told of it is told that it holds no longer.
  StepWithdrawn: (before, { problemId, of }) =>
    wasTold(before, problemId, of) ? ofProblem(before, problemId, 'stepWithdrawn', kindOfStep[of]) : null,
  LetterDropped: (before, { letter }) => {
    const draft = before.letters.find((each) => each.letter === letter);
    const late = obligations(before).find(({ key }) => key === draft?.key);
    if (!late) return null;
    return { what: 'letterDropped', kind: late.kind, key: late.key, subject: late.subject, to: late.holder };
  },
};

/** What an event means to somebody who owes nothing by it, read on the state before it; null for most events. */
export const outcomeOf = (before: Campaign, { type, data }: CampaignEvent): Outcome | null => {
  const tell = telling[type] as ((before: Campaign, data: unknown) => Outcome | null) | undefined;
  return tell?.(before, data) ?? null;
};
