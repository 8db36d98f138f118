import { daysBetween, yearOfDate } from '../calendar/civil-date';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import { ladderOf } from '../obligation/ladder';
import type { Holder } from '../obligation/obligation';
import type { IssuedRung } from './campaign.events';
import type { Campaign } from './campaign.state';
import type { LetterEvent } from './letter.events';
import type { Letter } from './letter.state';
import { obligations } from './obligations';

type Drafted = Extract<LetterEvent, { type: 'LetterDrafted' }>;

/**
 * The drafts that rungs just issued ask for: the latest of each obligation, at most one a kind, obligation and due version.
 * Their numbers are read from the state; whether a letter goes out is a person’s decision.
 */
export const draftsOf = (campaign: Campaign, rungs: readonly IssuedRung[], on: CivilDate): Drafted[] => {
  const owed = new Map(obligations(campaign).map((obligation) => [obligation.key, obligation]));
  const drafts: Drafted[] = [];
  for (const { key, dueVersion, rung, merged } of rungs) {
    const obligation = owed.get(key);
    if (!obligation || merged) continue;
    const step = ladderOf(campaign.plan.ladders, obligation.kind).find((each) => each.rung === rung);
    if (step?.do !== 'draftLetter' || step.letter === undefined) continue;
    const kind = step.letter;
    const isDrafted = campaign.letters.some(
      (known) => known.kind === kind && known.key === key && known.dueVersion === dueVersion,
    );
    if (isDrafted) continue;
    const { dueOn, subject } = obligation;
    const letter = campaign.letters.length + drafts.length + 1;
    const about = { key, dueVersion, rung, problemId: subject.problemId ?? null };
    const data = { letter, kind, ...about, dueOn, daysLate: daysBetween(dueOn, on), on };
    drafts.push({ type: 'LetterDrafted', data });
  }
  return drafts;
};

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
): boolean => !isOwed || dated[key]?.dueVersion !== dueVersion;

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
