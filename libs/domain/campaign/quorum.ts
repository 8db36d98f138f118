/** The arithmetic of a vote; abstentions are present and not for (domain.md §4.2). */
export const voteClasses = ['for', 'against', 'abstain'] as const;
export type VoteClass = (typeof voteClasses)[number];

/** Of whom how many must be for it: more than half of all eligible, every one, or a number (all, where fewer are eligible). */
export type VoteRule = 'majorityOfEligible' | 'allOfEligible' | { readonly atLeast: number };

export interface Quorum {
  readonly rule: VoteRule;
  /** The share of the eligible that must take part, as a fraction. */
  readonly presentAtLeast: readonly [number, number];
  /** A smaller group does not vote: the upper unit's secretary decides. */
  readonly atLeastEligible: number;
}

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly eligible: number;
}

export const tally = (votes: readonly VoteClass[], eligible: number): Tally => {
  const count = (asked: VoteClass): number => votes.filter((vote) => vote === asked).length;
  return { for: count('for'), against: count('against'), abstain: count('abstain'), eligible };
};

/** How many must be for it. */
export const neededFor = ({ rule }: Quorum, eligible: number): number => {
  if (rule === 'allOfEligible') return eligible;
  return rule === 'majorityOfEligible'
    ? Math.floor(eligible / 2) + 1
    : Math.min(Math.max(1, rule.atLeast), eligible);
};

/** How many must take part. */
export const neededPresent = ({ presentAtLeast: [part, whole] }: Quorum, eligible: number): number =>
  Math.max(1, Math.ceil((eligible * part) / whole));

export const isPassed = (quorum: Quorum, { for: inFavour, against, abstain, eligible }: Tally): boolean =>
  inFavour >= neededFor(quorum, eligible) && inFavour + against + abstain >= neededPresent(quorum, eligible);

/** A vote has failed once it could not pass though everybody who has not voted were for it. */
export const outcomeOf = (quorum: Quorum, count: Tally): 'passed' | 'failed' | 'open' => {
  if (isPassed(quorum, count)) return 'passed';
  const outstanding = count.eligible - count.for - count.against - count.abstain;
  return isPassed(quorum, { ...count, for: count.for + outstanding }) && outstanding > 0 ? 'open' : 'failed';
};
