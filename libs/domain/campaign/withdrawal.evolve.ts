import { copyOf, type CivilDate } from '../kernel/kernel';
import type { CampaignState, Problem } from './campaign.state';
import { giveDate } from './given-dates';
import type { WithdrawableStep } from './latest-step';
import { contentChanged, numbersChanged } from './stage.evolve';

/**
 * The problem stands as it stood before the step; what is asked anew is a round of its own, and nobody's part in it is
 * forgotten: who approved once stays kept apart from what that excludes.
 */
export const withdrawStep = (
  draft: CampaignState,
  at: Problem,
  { of, on }: { readonly of: WithdrawableStep; readonly on: CivilDate },
): void => {
  const { latest } = at;
  if (latest?.of !== of) throw new Error(`the log withdraws a step that was not the latest: ${of}`);
  const { dueOn, plan, claim, status } = at;
  const gone = measureIds(at);
  Object.assign(at, copyOf(latest.before), { latest: null });
  const staying = new Set([...measureIds(at), ...at.retired]);
  at.retired.push(...gone.filter((id) => !staying.has(id)));
  const isOtherPlan = at.plan?.hash !== plan?.hash;
  nextRound(at, of, isOtherPlan || at.status !== status);
  giveDatesBack(at, dueOn, on);
  if (isOtherPlan || at.dueOn !== dueOn) contentChanged(draft, 'measures');
  if (isOtherPlan || at.claim?.hash !== claim?.hash) contentChanged(draft, 'deadlines');
  if (isOtherPlan) numbersChanged(draft);
};

const measureIds = ({ plan, amendment }: Problem): string[] =>
  [...(plan?.measures ?? []), ...(amendment?.measures ?? [])].map(({ id }) => id);

/** Keys of obligations are never used again: whatever is owed by the step that is taken back is owed in another round. */
const nextRound = (at: Problem, of: WithdrawableStep, isOther: boolean): void => {
  switch (of) {
    case 'PlanSubmitted':
    case 'PlanAmended':
    case 'PlanApproved':
    case 'PlanReturned':
      at.planRound += 1;
      if (!isOther) return;
      at.claimRound += 1;
      at.measureRound += 1;
      return;
    case 'ExtensionRequested':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      at.extensionRound += 1;
      return;
    case 'CompletionAccepted':
    case 'ClaimReturned':
      at.claimRound += 1;
      return;
  }
};

/** A day that the step gave stays visible; that it was taken back is the next day given. */
const giveDatesBack = (at: Problem, was: CivilDate | null, on: CivilDate): void => {
  if (at.dueOn !== null && at.dueOn !== was) giveDate(at, null, at.dueOn, 'withdrawn', on);
  for (const { id, dueOn } of at.plan?.measures ?? []) {
    const [known] = at.dates.filter(({ measureId }) => measureId === id).slice(-1);
    if (known && known.dueOn !== dueOn) giveDate(at, id, dueOn, 'withdrawn', on);
  }
};
