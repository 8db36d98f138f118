import type { Action, Obligation } from '../../../shared/api/types';

/** Approvals that are one outcome and ask for no word: only these are given to many at a time. */
const AT_ONCE: readonly string[] = ['ApprovePlan', 'PassReview', 'AcceptCompletion'];
export const MOST_AT_ONCE = 50;

export type Approvable = Obligation & { readonly action: Action };

export const isApprovable = (row: Obligation): row is Approvable =>
  row.action !== null && AT_ONCE.includes(row.action.command);

/** Rows that may be chosen: of a kind of which there are two at least; once one is chosen, of its kind alone. */
export const choosable = (rows: readonly Obligation[], chosen: ReadonlySet<string>): ReadonlySet<string> => {
  const approvable = rows.filter(isApprovable);
  const [first] = approvable.filter(({ id }) => chosen.has(id));
  const isFull = chosen.size >= MOST_AT_ONCE;
  return new Set(
    approvable
      .filter(({ id, kind }) => {
        if (chosen.has(id)) return true;
        if (first) return kind === first.kind && !isFull;
        return approvable.filter((each) => each.kind === kind).length > 1;
      })
      .map(({ id }) => id),
  );
};

/** The chosen ones that are still there, in the order of the list. */
export const chosenOf = (rows: readonly Obligation[], chosen: ReadonlySet<string>): readonly Approvable[] =>
  rows.filter(isApprovable).filter(({ id }) => chosen.has(id));
