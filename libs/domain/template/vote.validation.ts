import { firstFault, invalid, type Fault } from './faults';
import type { VoteDefinition } from './template.definition';
import { TEMPLATE_LIMITS } from './template.limits';

const isCount = (n: unknown): boolean =>
  Number.isInteger(n) && (n as number) >= 1 && (n as number) <= TEMPLATE_LIMITS.voters;

/** A vote that could never pass, or without anybody, is no vote: shares lie above nothing and up to all. */
export const faultOfVote = (vote: VoteDefinition | undefined): Fault => {
  if (vote === undefined) return null;
  const { rule, presentAtLeast, atLeastEligible } = vote;
  const [part, whole] = presentAtLeast;
  return firstFault(
    () => {
      if (rule === 'majorityOfEligible' || rule === 'allOfEligible') return null;
      return typeof rule === 'object' && isCount(rule.atLeast) ? null : invalid('vote.rule');
    },
    () =>
      presentAtLeast.length === 2 && isCount(part) && isCount(whole) && part <= whole
        ? null
        : invalid('vote.presentAtLeast'),
    () => (isCount(atLeastEligible) ? null : invalid('vote.atLeastEligible')),
  );
};
