import type { CivilDate } from '@rectify/domain';
import type { Problem, TimelineEntry } from '../api/types';

type Plan = NonNullable<Problem['plan']>;

export type PlanChange =
  | { readonly what: 'rootCause' | 'target' }
  | { readonly what: 'added' | 'removed'; readonly text: string }
  | { readonly what: 'reworded'; readonly from: string; readonly to: string }
  | { readonly what: 'moved'; readonly text: string; readonly from: CivilDate; readonly to: CivilDate };

/** A measure is the same by its id, or, proposed anew, by its words. */
const sameIn = (measures: Plan['measures'], { id, text }: Plan['measures'][number]) =>
  measures.find((each) => each.id === id) ?? measures.find((each) => each.text === text);

/** What a plan says otherwise than the one before it. */
export const planChanges = (before: Plan, after: Plan): PlanChange[] => {
  const changes: (PlanChange | false)[] = [
    before.rootCause !== after.rootCause && { what: 'rootCause' },
    before.target !== after.target && { what: 'target' },
    ...after.measures.flatMap((measure): (PlanChange | false)[] => {
      const known = sameIn(before.measures, measure);
      if (!known) return [{ what: 'added', text: measure.text }];
      const { text, dueOn } = measure;
      return [
        known.text !== text && { what: 'reworded', from: known.text, to: text },
        known.dueOn !== dueOn && { what: 'moved', text, from: known.dueOn, to: dueOn },
      ];
    }),
    ...before.measures
      .filter((measure) => !sameIn(after.measures, measure))
      .map(({ text }): PlanChange => ({ what: 'removed', text })),
  ];
  return changes.filter((change) => change !== false);
};

export interface LastRound {
  /** The event with which the round before was handed in. */
  readonly version: number;
  /** What the return named as missing. */
  readonly missing: string | null;
  readonly returnedAt: string;
}

const HANDED_IN = { PlanReturned: 'PlanSubmitted', ClaimReturned: 'CompletionClaimed' } as const;

/** The round before the present one, in the record of one problem (the latest first); null in the first round. */
export const lastRound = (
  record: readonly TimelineEntry[],
  returned: keyof typeof HANDED_IN,
): LastRound | null => {
  const back = record.find(({ type }) => type === returned);
  const before =
    back && record.find(({ type, version }) => type === HANDED_IN[returned] && version < back.version);
  return back && before ? { version: before.version, missing: back.text, returnedAt: back.at } : null;
};
