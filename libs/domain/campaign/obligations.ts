import { remembering } from '../kernel/remembering';
import type { Obligation } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import type { Owed } from './owe';
import { owedParts } from './owed';

/** What is owed in this state, with its dates: part by part, each remembered as long as it and the dates are the same. */
export const obligationParts = (campaign: Campaign): readonly (readonly Obligation[])[] => {
  const { dated } = campaign;
  return owedParts(campaign).map((part) => ofPart(part, [dated], () => withDates(part, dated)));
};

const ofPart = remembering<readonly Owed[], readonly Obligation[]>();

/**
 * What is owed in this state, with its dates. Pure in the state, and remembered by it: before and after of one command
 * are asked several times. Two states that share what an obligation rests on answer the very same object.
 */
export const obligations = (campaign: Campaign): readonly Obligation[] =>
  whole(campaign, [], () => obligationParts(campaign).flat());

const whole = remembering<Campaign, readonly Obligation[]>();

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
