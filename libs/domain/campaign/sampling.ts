import { hashOfText } from '../kernel/hash';

/** How many of a hundred are looked at, rounded up, and how many at least. */
export interface SamplingRules {
  readonly percent: number;
  readonly atLeast: number;
}

/** However many were closed: what a sample can hold. */
export const MOST_SAMPLED = 500;

/** The size of a sample: all of them where there are no more. Whole numbers only, so that every language counts alike. */
export const sampleSize = ({ percent, atLeast }: SamplingRules, population: number): number =>
  Math.min(population, MOST_SAMPLED, Math.max(atLeast, Math.ceil((population * percent) / 100)));

/** `sha256(hash of CampaignSignedOff ‖ round)`, both as text: fixed before anybody could want a certain sample. */
export const seedOf = (signOffHash: string, round: number): string => hashOfText(`${signOffHash}${round}`);

/** Where a problem stands among the others under a seed. It depends on no other problem. */
export const rankOf = (seed: string, id: string): string => hashOfText(`${seed}${id}`);

/**
 * `sample@1`, written down in docs/sampling.md: the lowest ranks first. The same seed draws the same problems, in whatever
 * order they are given; one more or fewer of them moves no other's rank.
 */
export const draw = (seed: string, ids: readonly string[], size: number): readonly string[] =>
  ids
    .map((id) => ({ id, rank: rankOf(seed, id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .slice(0, size)
    .map(({ id }) => id);
