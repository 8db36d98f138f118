import type { Obligation } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import type { Owed } from './owe';
import { owedBy } from './owed';

const remembered = new WeakMap<Campaign, readonly Obligation[]>();

/**
 * What is owed in this state, with its dates. Pure in the state, and remembered by it: before and after of one command
 * are asked several times. Two states that share what an obligation rests on answer the very same object.
 */
export const obligations = (campaign: Campaign): readonly Obligation[] => {
  const known = remembered.get(campaign);
  if (known) return known;
  const found: Obligation[] = [];
  for (const owed of owedBy(campaign)) {
    const dating = campaign.dated[owed.key];
    if (dating) found.push(obligationOf(owed, dating));
  }
  if (Object.isFrozen(campaign)) remembered.set(campaign, found);
  return found;
};

type Dated = NonNullable<Campaign['dated'][string]>;

const datedAs = new WeakMap<Owed, { readonly dating: Dated; readonly obligation: Obligation }>();

const obligationOf = (owed: Owed, dating: Dated): Obligation => {
  const known = datedAs.get(owed);
  if (known?.dating === dating) return known.obligation;
  const { key, kind, holder, subject, action, alternatives } = owed;
  const { dueOn, dueVersion, since, armedOn, provisional } = dating;
  const dates = { dueOn, dueVersion, since, armedOn, provisional };
  const obligation = { key, kind, holder, subject, ...dates, action, alternatives };
  if (Object.isFrozen(dating)) datedAs.set(owed, { dating, obligation });
  return obligation;
};
