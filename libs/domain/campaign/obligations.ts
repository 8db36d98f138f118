import { remembering } from '../kernel/remembering';
import type { Obligation } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import type { Owed } from './owe';
import { owedParts } from './owed';

/**
 * What is owed in this state, with its dates. Pure in the state, and remembered by what it rests on: where neither what is
 * owed nor a date is another, two states answer the very same list.
 */
export const obligations = (campaign: Campaign): readonly Obligation[] => {
  const { dated } = campaign;
  const parts = owedParts(campaign);
  return whole(parts, [dated], () =>
    Object.freeze(parts.flatMap((part) => ofPart(part, [dated], () => withDates(part, dated)))),
  );
};

const whole = remembering<readonly (readonly Owed[])[], readonly Obligation[]>();
const ofPart = remembering<readonly Owed[], readonly Obligation[]>();

const withDates = (part: readonly Owed[], dated: Campaign['dated']): readonly Obligation[] =>
  Object.freeze(
    part.flatMap((owed) => {
      const dating = dated[owed.key];
      return dating ? [ofDating(dating, [owed], () => obligationOf(owed, dating))] : [];
    }),
  );

type Dated = NonNullable<Campaign['dated'][string]>;
const ofDating = remembering<Dated, Obligation>();

const obligationOf = (owed: Owed, dating: Dated): Obligation => {
  const { key, kind, holder, subject, action, alternatives } = owed;
  const { dueOn, dueVersion, since, armedOn, provisional } = dating;
  return { key, kind, holder, subject, dueOn, dueVersion, since, armedOn, provisional, action, alternatives };
};
