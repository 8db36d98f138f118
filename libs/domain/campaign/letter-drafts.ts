import { daysBetween } from '../calendar/civil-date';
import type { CivilDate } from '../kernel/kernel';
import { ladderOf } from '../obligation/ladder';
import type { IssuedRung } from './campaign.events';
import type { Campaign } from './campaign.state';
import type { LetterEvent } from './letter.events';
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
