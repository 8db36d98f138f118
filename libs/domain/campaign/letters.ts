import { yearOfDate } from '../calendar/civil-date';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import type { Holder } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import { datingOf } from './dating';
import type { Letter } from './letter.state';

/** Who decides on a letter: the secretary; where the secretary is the late one, the upper unit’s. */
export const letterDecider = (late: Holder | undefined): Holder => ({
  duty: null,
  person: null,
  posts: ['secretary', 'secretary@parent'],
  not: [],
  apartFrom: late ? [late] : [],
});

/** Whether what a draft is about is still owed, in the due version it was drafted for: else nothing is left to send. */
export const isOvertaken = (
  { dated }: Campaign,
  { key, dueVersion }: DeepReadonly<Letter>,
  isOwed: boolean,
): boolean => !isOwed || datingOf(dated, key)?.dueVersion !== dueVersion;

/** Where a plan names no pattern for a kind. */
const usualNumber = '{unit}函〔{year}〕{n}号';

/**
 * The permanent number of the next letter of a kind, by the plan’s pattern. It counts the campaign’s issued letters of that
 * pattern and begins with the campaign’s code: so no two letters of an installation share one, and none is used again.
 */
export const nextLetterNumber = (campaign: Campaign, kind: string, on: CivilDate): string => {
  const patternOf = (of: string) =>
    campaign.plan.letters?.find((each) => each.kind === of)?.number ?? usualNumber;
  const pattern = patternOf(kind);
  const before = campaign.letters.filter(
    (letter) => letter.number !== null && patternOf(letter.kind) === pattern,
  ).length;
  return pattern
    .replace('{unit}', campaign.code)
    .replace('{year}', String(yearOfDate(on)))
    .replace('{n}', String(before + 1));
};
