import type { DeepReadonly } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import { rememberingEach } from '../kernel/remembering-each';
import type { Obligation } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import { datingsOfEach, type Dated, type Datings } from './dating';
import type { Owed } from './owe';
import { owedParts } from './owed';

/**
 * What is owed in this state, with its dates. Pure in the state, and remembered by what it rests on: where neither what is
 * owed nor a date is another, two states answer the very same list.
 */
export const obligations = (campaign: Campaign): readonly Obligation[] => {
  const parts = obligationParts(campaign);
  return whole(parts, [], () => Object.freeze(parts.flat()));
};

/** The same in the parts of what is owed, each the very same list as long as it says the same of the same dates. */
export const obligationParts = (campaign: Campaign): readonly (readonly Obligation[])[] =>
  inParts(campaign, [], () => {
    const parts = owedParts(campaign);
    const given = { items: parts, own: datingsOfEach(campaign, parts), common: [] };
    return ofEach(campaign.plan, given, (part, datings) => Object.freeze(withDates(part, datings)));
  });

const inParts = remembering<Campaign, readonly (readonly Obligation[])[]>();
const whole = remembering<readonly (readonly Obligation[])[], readonly Obligation[]>();
const ofEach = rememberingEach<Campaign['plan'], readonly Owed[], Datings, readonly Obligation[]>();

const withDates = (part: readonly Owed[], datings: Datings): readonly Obligation[] =>
  part.flatMap((owed, index) => {
    const dating = datings[index];
    return dating ? [obligationOf(owed, dating)] : [];
  });

const obligationOf = (owed: Owed, dating: DeepReadonly<Dated>): Obligation => {
  const { key, kind, holder, subject, action, alternatives } = owed;
  const { dueOn, dueVersion, since, armedOn, provisional } = dating;
  return { key, kind, holder, subject, dueOn, dueVersion, since, armedOn, provisional, action, alternatives };
};
