import { remembering } from '../kernel/remembering';
import type { Obligation } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import type { Owed } from './owe';
import { owedBy } from './owed';

const whole = remembering<Campaign, readonly Obligation[]>();

/**
 * What is owed in this state, with its dates. Pure in the state, and remembered by it: before and after of one command
 * are asked several times. Two states that share what an obligation rests on answer the very same object.
 */
export const obligations = (campaign: Campaign): readonly Obligation[] =>
  whole(campaign, [], () => {
    const found: Obligation[] = [];
    for (const owed of owedBy(campaign)) {
      const dating = campaign.dated[owed.key];
      if (dating) found.push(ofDating(dating, [owed], () => obligationOf(owed, dating)));
    }
    return found;
  });

type Dated = NonNullable<Campaign['dated'][string]>;
const ofDating = remembering<Dated, Obligation>();

const obligationOf = (owed: Owed, dating: Dated): Obligation => {
  const { key, kind, holder, subject, action, alternatives } = owed;
  const { dueOn, dueVersion, since, armedOn, provisional } = dating;
  return { key, kind, holder, subject, dueOn, dueVersion, since, armedOn, provisional, action, alternatives };
};
