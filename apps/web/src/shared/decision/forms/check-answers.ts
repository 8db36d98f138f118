import { answersFor } from '@rectify/domain';
import type { Campaign } from '../../api/types';

type CheckItem = Campaign['aspects'][number]['items'][number];
export type Answer = NonNullable<CheckItem['answer']>;

export interface Found {
  readonly title: string;
  readonly detail: string;
}

/** What has been chosen and typed, by the item's code. */
export interface Draft {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly found: Readonly<Record<string, readonly Found[]>>;
}

export const nothingYet: Draft = { answers: {}, found: {} };
export const emptyFound: Found = { title: '', detail: '' };

/** The items that the action still asks for, in the plan's order. */
export const itemsAsked = (campaign: Campaign, defaults: Readonly<Record<string, unknown>>): CheckItem[] => {
  const asked = (defaults['answers'] as readonly { item: string }[] | undefined) ?? [];
  const codes = new Set(asked.map(({ item }) => item));
  return campaign.aspects.flatMap(({ items }) => items.filter(({ code }) => codes.has(code)));
};

export const choicesOf = (item: CheckItem): readonly Answer[] => answersFor(item);

/** The answer that says “nothing here”: what most items get, given to all that are left at one press. */
export const restAnswer = (items: readonly CheckItem[]): 'noProblem' | 'notApplicable' =>
  items.some(({ clue }) => !clue) ? 'noProblem' : 'notApplicable';

export const answerRest = (draft: Draft, items: readonly CheckItem[]): Draft => {
  const rest = restAnswer(items);
  const answers = Object.fromEntries(items.map(({ code }) => [code, draft.answers[code] ?? rest]));
  return { ...draft, answers: { ...draft.answers, ...answers } };
};

export const foundAt = (draft: Draft, code: string): readonly Found[] => draft.found[code] ?? [emptyFound];

/** Items answered 有此问题 whose problem has no title yet. */
export const untold = (draft: Draft, items: readonly CheckItem[]): string[] =>
  items
    .filter(
      ({ code }) =>
        draft.answers[code] === 'problem' && foundAt(draft, code).some(({ title }) => title.trim() === ''),
    )
    .map(({ code }) => code);

interface GivenAnswer {
  readonly item: string;
  readonly answer: Answer;
  readonly problems?: readonly Found[];
}

/** The command's body: only what was answered; the rest can follow later. */
export const toAnswers = (draft: Draft, items: readonly CheckItem[]): GivenAnswer[] =>
  items.flatMap(({ code }): GivenAnswer[] => {
    const answer = draft.answers[code];
    if (answer === undefined) return [];
    if (answer !== 'problem') return [{ item: code, answer }];
    const problems = foundAt(draft, code).map(({ title, detail }) => ({
      title: title.trim(),
      detail: detail.trim(),
    }));
    return [{ item: code, answer, problems }];
  });
