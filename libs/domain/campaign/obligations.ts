import type { Obligation } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import { owedBy } from './owed';

const remembered = new WeakMap<Campaign, readonly Obligation[]>();

/**
 * What is owed in this state, with its dates. Pure in the state, and remembered by it: before and after of one command
 * are asked several times.
 */
export const obligations = (campaign: Campaign): readonly Obligation[] => {
  const known = remembered.get(campaign);
  if (known) return known;
  const found = owedBy(campaign).flatMap((owed): Obligation[] => {
    const dating = campaign.dated[owed.key];
    if (!dating) return [];
    const { key, kind, holder, subject, action, alternatives } = owed;
    const { dueOn, dueVersion, since, armedOn, provisional } = dating;
    return [
      { key, kind, holder, subject, dueOn, dueVersion, since, armedOn, provisional, action, alternatives },
    ];
  });
  if (Object.isFrozen(campaign)) remembered.set(campaign, found);
  return found;
};
